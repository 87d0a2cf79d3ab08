import { createHash } from 'node:crypto';

const DEEPEST = 200;

/**
 * SHA-256 over values of a record, as 64 hexadecimal digits: the same values in the same order give
 * the same digest, in whatever order their members stand.
 *
 * What JSON cannot carry (loops, members that throw, more than 200 levels) counts as one and the
 * same unreadable value, because a digest must come out for every record.
 */
export function fingerprint(seed: string, values: readonly unknown[]): string {
	const parts = [seed, ...values.map(writeSafely)];
	return createHash('sha256').update(parts.join('\n')).digest('hex');
}

function writeSafely(value: unknown): string {
	if (typeof value === 'string') return JSON.stringify(value);
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
