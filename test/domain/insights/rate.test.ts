import { rateOf, spreadOf } from '../../../nodes/domain/insights/rate';

describe('rateOf', () => {
	it.each`
		hits  | n      | share     | low       | high
		${7}  | ${41}  | ${0.1707} | ${0.0853} | ${0.3126}
		${0}  | ${10}  | ${0}      | ${0}      | ${0.2775}
		${10} | ${10}  | ${1}      | ${0.7225} | ${1}
		${5}  | ${10}  | ${0.5}    | ${0.2366} | ${0.7634}
		${50} | ${100} | ${0.5}    | ${0.4038} | ${0.5962}
	`('$hits of $n is $share, between $low and $high', ({ hits, n, share, low, high }) => {
		expect(rateOf(hits, n)).toEqual({ hits, n, share, low, high });
	});

	it('gives no share of nine cases', () => {
		expect(rateOf(9, 9)).toEqual({ hits: 9, n: 9, absent: 'tooFew' });
	});
});

describe('spreadOf', () => {
	it.each`
		amounts                                        | median | p90
		${[10, 9, 8, 7, 6, 5, 4, 3, 2, 1]}             | ${5.5} | ${9}
		${[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]}         | ${6}   | ${10}
		${[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100, 200]} | ${0}   | ${100}
	`('$amounts: $median in the middle, nine in ten within $p90', ({ amounts, median, p90 }) => {
		expect(spreadOf(amounts)).toEqual({ n: amounts.length, median, p90 });
	});

	it('gives nothing for nine amounts', () => {
		expect(spreadOf([1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual({ n: 9, absent: 'tooFew' });
	});
});
