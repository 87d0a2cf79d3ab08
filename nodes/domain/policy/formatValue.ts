const MOST_LEVELS = 6;
const MOST_MEMBERS = 50;

/**
 * Writes a value of a record for people: text as it is, a list as its entries, anything else as
 * JSON. Looks only at as much of a large value as is shown, and never throws.
 *
 * @param limit most characters of the result; a longer text ends in `…`
 */
export function formatValue(value: unknown, limit: number): string {
	if (value === undefined || (typeof value === 'string' && value.length <= limit)) {
		return value ?? '';
	}
	let text: string;
	try {
		text = write(value, 0, limit);
	} catch {
		text = '(cannot be shown)';
	}
	return text.length > limit ? `${text.slice(0, Math.max(0, limit - 1))}…` : text;
}

function write(value: unknown, level: number, limit: number): string {
	if (value === undefined || value === null) return level === 0 ? '' : 'null';
	if (typeof value === 'string') return level === 0 ? value : quoted(value, limit);
	if (typeof value !== 'object') return String(value);
	if (value instanceof Date) {
		return Number.isNaN(value.getTime()) ? 'invalid date' : value.toISOString();
	}
	if (level >= MOST_LEVELS) return '…';
	if (Array.isArray(value)) return writeList(value, level, limit);
	if ('toISO' in value && typeof value.toISO === 'function') return String(value.toISO());
	return writeMembers(value, level, limit);
}

function writeList(list: readonly unknown[], level: number, limit: number): string {
	const plain = level === 0 && list.slice(0, MOST_MEMBERS).every((entry) => isPlain(entry));
	const entries = upTo(list.slice(0, MOST_MEMBERS), limit, (entry) =>
		write(entry, plain ? 0 : level + 1, limit),
	);
	if (list.length > entries.length) entries.push('…');
	return plain ? entries.join(', ') : `[${entries.join(', ')}]`;
}

function writeMembers(value: object, level: number, limit: number): string {
	const keys = Object.keys(value);
	const members = upTo(
		keys.slice(0, MOST_MEMBERS),
		limit,
		(key) => `${quoted(key, limit)}: ${write(Reflect.get(value, key), level + 1, limit)}`,
	);
	if (keys.length > members.length) members.push('…');
	return `{${members.join(', ')}}`;
}

/** Writes the parts until the limit is reached, so that a large value costs no more than a small. */
function upTo<Part>(parts: readonly Part[], limit: number, writePart: (part: Part) => string) {
	const written: string[] = [];
	let length = 0;
	for (const part of parts) {
		if (length > limit) break;
		const text = writePart(part);
		length += text.length;
		written.push(text);
	}
	return written;
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

const quoted = (text: string, limit: number): string => JSON.stringify(text.slice(0, limit));
