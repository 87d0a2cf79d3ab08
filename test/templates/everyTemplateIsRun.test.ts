import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMBINATIONS } from '../../templates/build/catalogue';

const RUNS = join(__dirname, '..', 'e2e', 'templateRuns');
const suites = readdirSync(RUNS)
	.filter((name) => name.startsWith('templateRuns'))
	.map((name) => readFileSync(join(RUNS, name), 'utf8'))
	.join('\n');
const searched = COMBINATIONS.filter(({ crm }) => crm.more === undefined);

describe('the end-to-end runs', () => {
	it.each([...new Set(searched.map(({ crm }) => crm.system))])('have a suite for %s', (system) => {
		expect(suites).toContain(`'${system}'`);
	});
});
