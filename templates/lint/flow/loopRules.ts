import type { WorkflowNode } from '../file/workflowFile';
import { remark, type Remark } from '../remark';
import type { Subject } from '../nodes/subject';
import type { Graph } from './graph';
import { stops } from './messageRules';

const NOTIFY = 0;

/** Our nodes that wait send their messages by the first output and need them back. */
const waits = ({ node, effective }: Subject): boolean =>
	node.type === 'n8n-nodes-handoff.handoffAccept' ||
	(node.type === 'n8n-nodes-handoff.handoffFix' && effective.operation === 'sendAndWait') ||
	(node.type === 'n8n-nodes-handoff.slaTimer' && effective.operation === 'waitForMilestone');

/** Whether the messages of a waiting node come back to it, whatever happens on the way. */
export function lintLoop(
	subject: Subject,
	{ graph, nodes }: { graph: Graph; nodes: readonly WorkflowNode[] },
): Remark[] {
	if (!waits(subject)) return [];
	const { name } = subject.node;
	const loop = graph.loopFrom(name, NOTIFY);
	if (loop === undefined) {
		const message = 'What leaves by the first output does not come back: the node never waits.';
		const remedy = 'Lead the last node of that lane back into this node.';
		return [remark('no-notify-loop', { node: name, at: 'connections', message, remedy })];
	}
	return nodes
		.filter((node) => node.name !== name && loop.has(node.name))
		.filter(stops)
		.map((node) =>
			remark('stopping-loop', {
				node: node.name,
				at: 'onError',
				message: `When this node fails, “${name}” is never reached again and nobody can decide.`,
				remedy: 'Settings of the node → On Error → Continue.',
			}),
		);
}
