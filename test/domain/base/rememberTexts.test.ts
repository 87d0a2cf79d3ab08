import { rememberTexts } from '../../../nodes/domain/base/rememberTexts';

/** Writes in capitals, and counts how often it was asked to. */
function counting() {
	let calls = 0;
	const write = rememberTexts((text) => {
		calls += 1;
		return text.toUpperCase();
	});
	return { write, calls: () => calls };
}

describe('rememberTexts', () => {
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

	it('stays right when more texts come than it holds', () => {
		const { write } = counting();
		for (let round = 0; round < 2; round++) {
			for (let number = 0; number < 2000; number++) {
				expect(write(`text ${number}`)).toBe(`TEXT ${number}`);
			}
		}
	});
});
