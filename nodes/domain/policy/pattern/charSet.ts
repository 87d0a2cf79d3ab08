/** Code points as sorted, separate ranges, both ends included. */
export type CharSet = ReadonlyArray<readonly [number, number]>;

const HIGHEST = 0x10ffff;

export const ANY: CharSet = [[0, HIGHEST]];
export const NONE: CharSet = [];
export const DIGITS: CharSet = [[48, 57]];
export const WORD: CharSet = [
	[48, 57],
	[65, 90],
	[95, 95],
	[97, 122],
];
/** White space of ECMAScript, made slightly larger, which only makes the judgement stricter. */
export const SPACE: CharSet = [
	[9, 13],
	[32, 32],
	[0xa0, 0xa0],
	[0x1680, 0x1680],
	[0x2000, 0x202f],
	[0x205f, 0x205f],
	[0x3000, 0x3000],
	[0xfeff, 0xfeff],
];

export const oneChar = (code: number): CharSet => [[code, code]];

export function unite(...sets: readonly CharSet[]): CharSet {
	const sorted = sets.flat().sort(([left], [right]) => left - right);
	const united: Array<[number, number]> = [];
	for (const [from, to] of sorted) {
		const last = united.at(-1);
		if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
		else united.push([from, to]);
	}
	return united;
}

export function complement(set: CharSet): CharSet {
	const gaps: Array<[number, number]> = [];
	let next = 0;
	for (const [from, to] of unite(set)) {
		if (from > next) gaps.push([next, from - 1]);
		next = to + 1;
	}
	if (next <= HIGHEST) gaps.push([next, HIGHEST]);
	return gaps;
}

export const overlaps = (left: CharSet, right: CharSet): boolean =>
	left.some(([from, to]) =>
		right.some(([otherFrom, otherTo]) => from <= otherTo && otherFrom <= to),
	);

/**
 * The set when capital and small letters are the same. A character beyond ASCII may pair with any
 * other there and with K and S (Unicode's simple case folding): more than is true, so that the
 * judgement errs on the safe side.
 */
export function foldCase(set: CharSet): CharSet {
	const ascii = set.flatMap(([from, to]) => [
		...shift(from, to, 65, 32),
		...shift(from, to, 97, -32),
	]);
	const beyond = overlaps(set, [[128, HIGHEST]]) ? BEYOND_ASCII : NONE;
	return unite(set, ascii, beyond);
}

const BEYOND_ASCII: CharSet = [
	[75, 75],
	[83, 83],
	[107, 107],
	[115, 115],
	[128, HIGHEST],
];

function shift(from: number, to: number, start: number, by: number): Array<[number, number]> {
	const low = Math.max(from, start);
	const high = Math.min(to, start + 25);
	return low > high ? [] : [[low + by, high + by]];
}
