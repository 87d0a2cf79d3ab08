import { CHANNELS, CRMS, PROJECT_TOOLS } from '../../templates/build/adapterLists';
import { composeHandoff } from '../../templates/build/compose';
import { writeJson } from '../../templates/build/workflow';
import { lintWorkflow } from '../../templates/lint/lintWorkflow';
import { readCatalogue } from '../../templates/lint/nodes/catalogue';

jest.setTimeout(120_000);

const catalogue = readCatalogue();
const pairs = CRMS.flatMap((crm) => PROJECT_TOOLS.map((project) => ({ crm, project })));

describe('whatever the builder puts together', () => {
	it.each(pairs)('$crm.label to $project.label has no fault with any channel', (pair) => {
		const faults = CHANNELS.flatMap((channel) => {
			const workflow = JSON.parse(writeJson(composeHandoff({ ...pair, channel })));
			return lintWorkflow(workflow, { catalogue, shipped: true })
				.filter(({ level }) => level !== 'setUp')
				.map(({ node, rule, message }) => `${channel.label}: ${node} ${rule} ${message}`);
		});

		expect(faults).toEqual([]);
	});

	it('has a name and a system of its own for each vendor', () => {
		for (const vendors of [CRMS, PROJECT_TOOLS, CHANNELS]) {
			expect(new Set(vendors.map(({ system }) => system)).size).toBe(vendors.length);
			expect(new Set(vendors.map(({ label }) => label)).size).toBe(vendors.length);
		}
	});
});
