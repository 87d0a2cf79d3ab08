import type { Combination } from '../../templates/builder/combinations/adapters';
import { CHANNELS, CRMS, PROJECT_TOOLS } from '../../templates/builder/combinations/adapterLists';
import { composeHandoff } from '../../templates/builder/combinations/compose';
import { writeJson } from '../../templates/builder/nodes/workflow';
import { lintWorkflow } from '../../templates/lint/lintWorkflow';
import { readCatalogue } from '../../templates/lint/nodes/catalogue';
import { describedN8n, OLDEST_N8N } from '../../templates/lint/nodes/describedN8n';
import { COMBINATIONS, nameOf } from '../templates/combinations';
import { hardToRead } from '../templates/readability';

jest.setTimeout(240_000);

const built = (combination: Combination): unknown =>
	JSON.parse(writeJson(composeHandoff(combination)));

describe('whatever the builder puts together', () => {
	it('is read at a glance, its note included', () => {
		const hard = COMBINATIONS.flatMap((combination) =>
			hardToRead(built(combination)).map((words) => `${nameOf(combination)}: ${words}`),
		);

		expect(hard).toEqual([]);
	});

	it.each([
		['newest', readCatalogue()],
		['oldest', readCatalogue(describedN8n(OLDEST_N8N))],
	])('has no fault that the linter knows, in the %s n8n', (_release, catalogue) => {
		const faults = COMBINATIONS.flatMap((combination) =>
			lintWorkflow(built(combination), { catalogue, shipped: true })
				.filter(({ level }) => level !== 'setUp')
				.map(({ node, rule, message }) => `${nameOf(combination)}: ${node} ${rule} ${message}`),
		);

		expect(faults).toEqual([]);
	});

	it('has a name and a system of its own for each vendor', () => {
		for (const vendors of [CRMS, PROJECT_TOOLS, CHANNELS]) {
			expect(new Set(vendors.map(({ system }) => system)).size).toBe(vendors.length);
			expect(new Set(vendors.map(({ label }) => label)).size).toBe(vendors.length);
		}
	});
});
