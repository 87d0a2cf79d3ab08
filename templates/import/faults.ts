import { lintWorkflow } from '../lint/lintWorkflow';
import type { NodeCatalogue } from '../lint/nodes/catalogue';
import type { Rule } from '../lint/remark';
import type { Workflow } from './workflowShape';

const BREAKS = new Set<Rule>([
	'missing-reference',
	'missing-source',
	'missing-target',
	'no-such-input',
	'no-such-output',
	'unreachable-node',
]);

/**
 * What a change of a person and a new version of the template do not agree on, so that the flow would
 * not run: a node that nothing leads to any more, an expression that reads from one that is gone.
 *
 * @param merged as it would be published
 * @param wanted the same flow without what the person changed
 */
export function faultsIn(merged: Workflow, wanted: Workflow, catalogue: NodeCatalogue): string[] {
	const names = new Set(wanted.nodes.map(({ name }) => name));
	const breaks = (workflow: Workflow): string[] =>
		lintWorkflow(workflow, { catalogue })
			.filter(({ rule, node = '' }) =>
				rule === 'unreachable-node' ? names.has(node) : BREAKS.has(rule),
			)
			.map(({ node, message }) => `${node === undefined ? '' : `“${node}”: `}${message}`);
	const known = new Set(breaks(wanted));
	return breaks(merged).filter((fault) => !known.has(fault));
}
