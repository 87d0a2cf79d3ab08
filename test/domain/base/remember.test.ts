import { remember } from '../../../nodes/domain/base/remember';

/** Writes in capitals, and counts how often it was asked to. */
function counting() {
	let calls = 0;
	const write = remember((text: string) => {
		calls += 1;
		return text.toUpperCase();
	});
	return { write, calls: () => calls };
}

describe('remember', () => {
	it('writes a text once, however often it comes', () => {
		const { write, calls } = counting();
		expect(['budget', 'budget', '', '', 'budget'].map(write)).toEqual([
			'BUDGET',
			'BUDGET',
			'',
			'',
			'BUDGET',
		]);
		expect(calls()).toBe(2);
	});

	it('writes a long text each time, so that it holds little', () => {
		const { write, calls } = counting();
		const long = 'x'.repeat(1000);
		expect(write(long)).toBe(write(long));
		expect(calls()).toBe(2);
	});

	it('holds no more than it was told to', () => {
		let calls = 0;
		const double = remember(
			(given: number) => {
				calls += 1;
				return given * 2;
			},
			{ most: 1 },
		);
		expect([1, 1, 2, 2, 1].map(double)).toEqual([2, 2, 4, 4, 2]);
		expect(calls).toBe(3);
	});

	it('stays right when more texts come than it holds', () => {
		const { write } = counting();
		for (let round = 0; round < 2; round++) {
			for (let number = 0; number < 2000; number++) {
				expect(write(`text ${number}`)).toBe(`TEXT ${number}`);
			}
		}
	});
});
