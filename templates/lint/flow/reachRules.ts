import { NodeHelpers } from 'n8n-workflow';
import type { WorkflowFile, WorkflowNode } from '../file/workflowFile';
import type { Subject } from '../nodes/subject';
import { remark, type Remark } from '../remark';
import { walk } from './graph';

const STICKY = 'n8n-nodes-base.stickyNote';

/** Whether something starts the flow, and whether every node can be reached from there. */
export function lintReach(file: WorkflowFile, subjects: ReadonlyMap<string, Subject>): Remark[] {
	const nodes = file.nodes.filter(({ type }) => type !== STICKY);
	const triggers = nodes.filter((node) => isTrigger(node, subjects.get(node.name)));
	if (triggers.length === 0) {
		const message = 'Nothing starts this workflow.';
		return [remark('no-trigger', { at: 'nodes', message, remedy: 'Add a trigger.' })];
	}
	const ways = new Map<string, string[]>();
	for (const { from, to, kind } of file.connections) {
		// What a part of an AI node gives is fetched by that node: the way leads against the wire.
		const [here, there] = kind === 'main' ? [from, to] : [to, from];
		ways.set(here, [...(ways.get(here) ?? []), there]);
	}
	const reached = walk(
		ways,
		triggers.map(({ name }) => name),
	);
	return nodes
		.filter(({ name }) => !reached.has(name))
		.map(({ name }) =>
			remark('unreachable-node', {
				node: name,
				at: 'connections',
				message: 'No trigger leads to this node: it never runs.',
				remedy: 'Connect it, or remove it.',
			}),
		);
}

const isTrigger = ({ type }: WorkflowNode, subject?: Subject): boolean =>
	subject === undefined ? type.endsWith('Trigger') : NodeHelpers.isTriggerNode(subject.description);
