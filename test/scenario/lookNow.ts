import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { WorkflowJson } from '../harness/workflows';

const flowSchema = z
	.object({ nodes: z.array(z.object({ type: z.string() }).passthrough()) })
	.passthrough();
const SCHEDULE = 'n8n-nodes-base.scheduleTrigger';

/**
 * The flow with a webhook in the place of its schedule, which answers when the search has ended: a
 * test decides when a flow looks, and what it finds counts, as what a run in the editor finds does not.
 */
export function withLookNow(given: WorkflowJson): { workflow: WorkflowJson; path: string } {
	const workflow = flowSchema.parse(given);
	const path = `look-${randomUUID()}`;
	const nodes = workflow.nodes.map((node) =>
		node.type === SCHEDULE
			? {
					...node,
					type: 'n8n-nodes-base.webhook',
					typeVersion: 2,
					webhookId: path,
					parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', options: {} },
				}
			: node,
	);
	return { workflow: { ...given, nodes }, path };
}
