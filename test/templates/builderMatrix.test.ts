import {
	CHANNELS,
	CRMS,
	PROJECT_TOOLS,
	SEAMS,
} from '../../templates/builder/combinations/adapterLists';
import { composeHandoff } from '../../templates/builder/combinations/compose';
import { writeJson } from '../../templates/builder/nodes/workflow';
import { lintWorkflow } from '../../templates/lint/lintWorkflow';
import { readCatalogue } from '../../templates/lint/nodes/catalogue';
import { describedN8n, OLDEST_N8N } from '../../templates/lint/nodes/describedN8n';

jest.setTimeout(240_000);

/** Of the newest n8n that is supported, and of the oldest. */
const catalogues = [readCatalogue(), readCatalogue(describedN8n(OLDEST_N8N))];
const pairs = SEAMS.flatMap(({ label, crms, projects }) =>
	crms.flatMap((crm) => projects.map((project) => ({ seam: label, crm, project }))),
);

describe('whatever the builder puts together', () => {
	it.each(pairs)(
		'$seam, $crm.label to $project.label has no fault with any channel, in the oldest n8n and in the newest',
		({ crm, project }) => {
			const faults = CHANNELS.flatMap((channel) => {
				const workflow = JSON.parse(writeJson(composeHandoff({ crm, project, channel })));
				return catalogues
					.flatMap((catalogue) => lintWorkflow(workflow, { catalogue, shipped: true }))
					.filter(({ level }) => level !== 'setUp')
					.map(({ node, rule, message }) => `${channel.label}: ${node} ${rule} ${message}`);
			});

			expect(faults).toEqual([]);
		},
	);

	it('has a name and a system of its own for each vendor', () => {
		for (const vendors of [CRMS, PROJECT_TOOLS, CHANNELS]) {
			expect(new Set(vendors.map(({ system }) => system)).size).toBe(vendors.length);
			expect(new Set(vendors.map(({ label }) => label)).size).toBe(vendors.length);
		}
	});
});
