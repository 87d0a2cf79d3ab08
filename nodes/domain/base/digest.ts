import { sha256 } from './sha256';

/**
 * JSON with sorted keys and without `undefined`: the same value always gives the same text.
 * Accepts what JSON can carry; an object with a `toJSON` (a date) is written as JSON writes it.
 */
export function canonicalJson(value: unknown): string {
	const plain: unknown = hasToJson(value) ? value.toJSON() : value;
	// A list of texts and numbers has no keys to sort.
	if (Array.isArray(plain) && plain.every(isScalar)) return JSON.stringify(plain);
	if (Array.isArray(plain)) return `[${plain.map(canonicalJson).join(',')}]`;
	if (typeof plain !== 'object' || plain === null) return JSON.stringify(plain) ?? 'null';
	const members = Object.entries(plain)
		.filter(([, member]) => member !== undefined)
		.sort(([left], [right]) => (left < right ? -1 : 1))
		.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
	return `{${members.join(',')}}`;
}

const isScalar = (value: unknown): boolean =>
	typeof value === 'string' || typeof value === 'number';

const hasToJson = (value: unknown): value is { toJSON(): unknown } =>
	typeof value === 'object' && value !== null && 'toJSON' in value
		? typeof value.toJSON === 'function'
		: false;

/** SHA-256 of the canonical JSON of a value, as 64 hexadecimal digits. */
export const digestOf = (value: unknown): string => sha256(canonicalJson(value));
