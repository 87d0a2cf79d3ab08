import { remark, type Remark, type Rule } from '../remark';
import type { WorkflowNode } from './workflowFile';

/** Names and ids that two nodes share. */
export const lintIdentity = (nodes: readonly WorkflowNode[]): Remark[] => [
	...repeated(nodes, ({ name }) => name, 'duplicate-name'),
	...repeated(nodes, ({ id }) => id, 'duplicate-id'),
];

function repeated(
	nodes: readonly WorkflowNode[],
	read: (node: WorkflowNode) => string | undefined,
	rule: Extract<Rule, 'duplicate-name' | 'duplicate-id'>,
): Remark[] {
	const seen = new Set<string>();
	return nodes.flatMap((node): Remark[] => {
		const value = read(node);
		if (value === undefined || !seen.has(value)) {
			if (value !== undefined) seen.add(value);
			return [];
		}
		const at = rule === 'duplicate-name' ? 'name' : 'id';
		const message = `Another node has the ${at} “${value}” too: connections and expressions mix them up.`;
		return [remark(rule, { node: node.name, at, message, remedy: `Give it a ${at} of its own.` })];
	});
}
