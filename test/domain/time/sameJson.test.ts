import { sameJson } from '../../../nodes/domain/time/sameJson';

describe('sameJson', () => {
	it.each([
		[
			{ a: 1, b: [1, { c: null }] },
			{ b: [1, { c: null }], a: 1 },
		],
		[[], []],
		['x', 'x'],
	])('finds that %j and %j say the same', (left, right) => {
		expect(sameJson(left, right)).toBe(true);
		expect(sameJson(right, left)).toBe(true);
	});

	it.each([
		[{ a: 1 }, { a: 2 }],
		[{ a: 1 }, { a: 1, b: 2 }],
		[
			{ a: 1, b: undefined },
			{ a: 1, c: undefined },
		],
		[
			[1, 2],
			[2, 1],
		],
		[[1], [1, 2]],
		[{}, []],
		[{ 0: 'x' }, ['x']],
		[null, {}],
		['1', 1],
		[{}, { toString: 1 }],
	])('tells %j and %j apart', (left, right) => {
		expect(sameJson(left, right)).toBe(false);
		expect(sameJson(right, left)).toBe(false);
	});
});
