import { measureFuzz } from '../scale/fuzzGroup';

const INPUTS = 5_000;
const seed = Date.now() % 1_000_000;
const settings = {
	number: (name: string, otherwise: number) =>
		new Map([
			['inputs', INPUTS],
			['seed', seed],
		]).get(name) ?? otherwise,
};

describe('the built nodes, given random and mutated inputs', () => {
	it(`do nothing that no input may do (seed ${seed})`, async () => {
		const figures = await measureFuzz(settings);

		expect(figures.filter(({ holds }) => holds === false)).toEqual([]);
		expect(figures.filter(({ holds }) => holds === true)).toHaveLength(4);
	});
});
