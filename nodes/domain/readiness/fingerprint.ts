import { readCompiledField, type RecordCursor } from '../base/record';
import { sha256 } from '../base/sha256';
import type { CompiledPolicy } from './compilePolicy';

const DEEPEST = 200;

/**
 * SHA-256 over a policy and all that it judges or shows of a record, as 64 hexadecimal digits: the
 * same values give the same digest, in whatever order their members stand.
 *
 * What JSON cannot carry (loops, members that throw, more than 200 levels) counts as one and the
 * same unreadable value, because a digest must come out for every record.
 */
export function fingerprint(
	{ digest, judged }: Pick<CompiledPolicy, 'digest' | 'judged'>,
	record: unknown,
): string {
	const cursor: RecordCursor = { record, outer: undefined, container: undefined };
	let text = digest;
	for (const field of judged) text += `\n${writeSafely(readCompiledField(cursor, field))}`;
	return sha256(text);
}

function writeSafely(value: unknown): string {
	// With its length in front no other list of values can be written the same way.
	if (typeof value === 'string') return `${value.length}:${value}`;
	if (typeof value !== 'object' || value === null) return String(value);
	try {
		return write(value, []);
	} catch {
		return '(unreadable)';
	}
}

function write(value: unknown, above: readonly object[]): string {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	if (above.length > DEEPEST || above.includes(value)) return '(unreadable)';
	if ('toJSON' in value && typeof value.toJSON === 'function') {
		return JSON.stringify(value.toJSON()) ?? 'null';
	}
	const inside = [...above, value];
	if (Array.isArray(value)) return `[${value.map((entry) => write(entry, inside)).join(',')}]`;
	const members = Object.keys(value)
		.sort()
		.map((key) => `${JSON.stringify(key)}:${write(Reflect.get(value, key), inside)}`);
	return `{${members.join(',')}}`;
}
