const LONGEST = 4000;
const MOST_LEVELS = 6;
const MOST_MEMBERS = 50;
const LEFT_OUT = '…';

/** How many characters there is still room for. */
interface Room {
	left: number;
}

/**
 * A copy of a value of a record as it can travel with a handoff: plain JSON, and no more of a large
 * value than people look at; `…` stands for what is left out. Never throws.
 */
export function keptValue(value: unknown): unknown {
	if (typeof value === 'number' || typeof value === 'boolean') return plainScalar(value);
	try {
		return copy(value, 0, { left: LONGEST });
	} catch {
		return '(cannot be shown)';
	}
}

function copy(value: unknown, level: number, room: Room): unknown {
	if (typeof value === 'string') return copyText(value, room);
	if (typeof value !== 'object' || value === null) return plainScalar(value);
	if (value instanceof Date) {
		return Number.isNaN(value.getTime()) ? 'invalid date' : value.toISOString();
	}
	if ('toISO' in value && typeof value.toISO === 'function') return String(value.toISO());
	if (level >= MOST_LEVELS || room.left <= 0) return LEFT_OUT;
	return Array.isArray(value) ? copyList(value, level, room) : copyMembers(value, level, room);
}

function copyText(text: string, room: Room): string {
	const most = Math.max(room.left, 1);
	room.left -= text.length;
	return text.length > most ? `${text.slice(0, most - 1)}${LEFT_OUT}` : text;
}

const plainScalar = (value: unknown): unknown =>
	value === null || typeof value === 'boolean' || Number.isFinite(value)
		? value
		: value === undefined
			? null
			: String(value);

function copyList(list: readonly unknown[], level: number, room: Room): unknown[] {
	const copied: unknown[] = [];
	for (const entry of list) {
		if (copied.length >= MOST_MEMBERS || room.left <= 0) return [...copied, LEFT_OUT];
		room.left -= 1;
		copied.push(copy(entry, level + 1, room));
	}
	return copied;
}

function copyMembers(value: object, level: number, room: Room): Record<string, unknown> {
	const members: Array<[string, unknown]> = [];
	for (const key in value) {
		if (!Object.hasOwn(value, key)) continue;
		if (members.length >= MOST_MEMBERS || room.left <= 0) {
			members.push([LEFT_OUT, LEFT_OUT]);
			break;
		}
		members.push([copyText(key, room), copy(Reflect.get(value, key), level + 1, room)]);
	}
	// Not by assignment: a member may be called __proto__.
	return Object.fromEntries(members);
}
