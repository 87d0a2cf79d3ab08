import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMBINATIONS, OTHER_TEMPLATES } from '../../templates/builder/files/catalogue';

const E2E = join(__dirname, '..', 'e2e');
const textOf = (folder: string, isOne: (name: string) => boolean): string =>
	readdirSync(folder)
		.filter(isOne)
		.map((name) => readFileSync(join(folder, name), 'utf8'))
		.join('\n');

const runs = textOf(join(E2E, 'templateRuns'), (name) => name.startsWith('templateRuns'));
const suites = textOf(E2E, (name) => name.endsWith('.test.ts'));

describe('the end-to-end runs', () => {
	it.each([...new Set(COMBINATIONS.map(({ crm }) => crm.system))])(
		'have a suite for %s',
		(system) => {
			expect(runs).toContain(`'${system}'`);
		},
	);

	/** By its file, by the name of what composes it, or by a list of the stores of a ledger. */
	it.each(OTHER_TEMPLATES)('have a suite for $name', ({ name, compose }) => {
		const [, store] = /^ledger-in-(.+)$/.exec(name) ?? [];
		const named = [`'${name}.json'`, `${compose.name}(`, ...(store ? [`'${store}'`] : [])];

		expect(named.filter((one) => suites.includes(one))).not.toEqual([]);
	});
});
