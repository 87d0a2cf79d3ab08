import { fewerThan, lowerTail, whichStand, upperTail } from '../../../nodes/domain/insights/chance';

const FACTORIALS = [1n];
for (let factor = 1; factor <= 100; factor += 1) {
	FACTORIALS.push((FACTORIALS.at(-1) ?? 1n) * BigInt(factor));
}
const factorial = (n: number): bigint => FACTORIALS[n] ?? 0n;

const choose = (n: number, hits: number): bigint =>
	hits < 0 || hits > n ? 0n : factorial(n) / (factorial(hits) * factorial(n - hits));

/** A fraction of whole numbers of any size as a number. */
const divide = (above: bigint, below: bigint): number =>
	Number((above * 10n ** 18n) / below) / 1e18;

/** The upper tail in whole numbers, for a share in twentieths. */
function countedTail(hits: number, n: number, twentieths: number): number {
	let above = 0n;
	for (let seen = hits; seen <= n; seen += 1) {
		above +=
			choose(n, seen) *
			BigInt(twentieths) ** BigInt(seen) *
			BigInt(20 - twentieths) ** BigInt(n - seen);
	}
	return divide(above, 20n ** BigInt(n));
}

/** Fisher's test by counting every way to deal the hits. */
function countedFewer([hits, n]: readonly [number, number], [more, of]: readonly [number, number]) {
	let above = 0n;
	for (let seen = 0; seen <= hits; seen += 1) {
		above += choose(hits + more, seen) * choose(n + of - hits - more, n - seen);
	}
	return divide(above, choose(n + of, n));
}

describe('the chance of a share', () => {
	it.each([1, 5, 10, 15, 19])('is what counting gives, for a true share of %s in 20', (share) => {
		for (const n of [1, 2, 7, 15, 40, 63, 64, 65, 90]) {
			for (let hits = 0; hits <= n; hits += 1) {
				const counted = countedTail(hits, n, share);
				expect(upperTail({ hits, n }, share / 20)).toBeCloseTo(counted, 11);
				const mirrored = lowerTail({ hits: n - hits, n }, 1 - share / 20);
				expect(mirrored).toBeCloseTo(counted, 11);
			}
		}
	});

	it.each`
		hits  | n      | share   | chance
		${10} | ${10}  | ${0.5}  | ${1 / 1024}
		${0}  | ${10}  | ${0.5}  | ${1}
		${1}  | ${100} | ${0.05} | ${1 - 0.95 ** 100}
	`('of $hits or more in $n at $share is $chance', ({ hits, n, share, chance }) => {
		expect(upperTail({ hits, n }, share)).toBeCloseTo(chance, 12);
	});

	it('of nothing in a hundred cases that should have five is 0.6 %', () => {
		expect(lowerTail({ hits: 0, n: 100 }, 0.05)).toBeCloseTo(0.95 ** 100, 12);
	});

	it('has no overflow in a million cases, and keeps its digits far out', () => {
		const n = 1_000_000;
		expect(upperTail({ hits: 50_000, n }, 0.05)).toBeCloseTo(0.5, 2);
		expect(upperTail({ hits: 0, n }, 0.05)).toBe(1);
		expect(upperTail({ hits: n, n }, 0.05)).toBe(0);
		const rare = upperTail({ hits: 51_500, n }, 0.05);
		expect(rare).toBeGreaterThan(1e-12);
		expect(rare).toBeLessThan(1e-11);
	});
});

describe('the chance that some differ from the others', () => {
	it('is 17 of 70 for the lady who tasted tea (R. A. Fisher, 1935)', () => {
		expect(fewerThan({ hits: 1, n: 4 }, { hits: 3, n: 4 })).toBeCloseTo(17 / 70, 12);
	});

	it('is what counting every way to deal the hits gives', () => {
		for (const n of [1, 4, 10, 23]) {
			for (const others of [1, 5, 18, 30]) {
				for (let hits = 0; hits <= n; hits += 1) {
					for (let more = 0; more <= others; more += 3) {
						const found = fewerThan({ hits, n }, { hits: more, n: others });
						expect(found).toBeCloseTo(countedFewer([hits, n], [more, others]), 11);
					}
				}
			}
		}
	});

	it('is told of millions of cases as of few', () => {
		const same = fewerThan({ hits: 500_000, n: 1_000_000 }, { hits: 500_000, n: 1_000_000 });
		expect(same).toBeCloseTo(0.5, 2);
		expect(fewerThan({ hits: 0, n: 500_000 }, { hits: 500_000, n: 500_000 })).toBe(0);
	});
});

describe('what stands although many things were looked at', () => {
	it.each`
		chances                          | stand                              | why
		${[]}                            | ${[]}                              | ${'nothing was looked at'}
		${[0.05]}                        | ${[true]}                          | ${'one thing was looked at'}
		${[0.04, 0.04]}                  | ${[false, false]}                  | ${'of two, the first needs 2.5 %'}
		${[0.04, 0.02]}                  | ${[true, true]}                    | ${'once the first stands, the next needs 5 %'}
		${[0.01, 0.04, 0.03, 0.005]}     | ${[true, false, false, true]}      | ${'the example of S. Holm’s method: 0.03 is above 2.5 %'}
		${[0.01, 0.01, 0.01, 0.01, 0.9]} | ${[true, true, true, true, false]} | ${'each needs 1 % or more'}
	`('of $chances: $stand, since $why', ({ chances, stand }) => {
		expect(whichStand(chances)).toEqual(stand);
	});
});
