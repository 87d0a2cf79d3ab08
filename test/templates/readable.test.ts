import { hardToRead } from './readability';
import { readTemplate, shippedFiles } from './templateFolder';

/** Where less is enough than for a whole handoff. */
const MOST_NODES: Record<string, number> = {
	'sla-sweep.json': 8,
	'try-out.json': 14,
	'retry-crashed.json': 15,
};

describe('a template is read at a glance: few nodes, short expressions, one screen', () => {
	it.each(shippedFiles())('%s', (name) => {
		const nodes = MOST_NODES[name];
		const workflow: unknown = JSON.parse(readTemplate(name));

		expect(hardToRead(workflow, nodes === undefined ? {} : { nodes })).toEqual([]);
	});
});
