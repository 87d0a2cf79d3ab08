import { compileMissing } from '../../../nodes/domain/policy/missing';

const isMissing = compileMissing(['later']);

describe('compileMissing', () => {
	it.each([
		undefined,
		null,
		'',
		'  ',
		'\u00a0',
		'TBD',
		' n/a ',
		'-',
		'?',
		[],
		['', null],
		{},
		NaN,
		'--',
		{ a: null },
		[[]],
	])('takes %p for missing', (value) => {
		expect(isMissing(value)).toBe(true);
	});

	it.each([0, false, 'tbd soon', 'null and void', ['x', ''], { a: false }, new Date(0)])(
		'takes %p for a value',
		(value) => {
			expect(isMissing(value)).toBe(false);
		},
	);
});
