import { z } from 'zod';

const nodeSchema = z
	.object({
		id: z.string(),
		name: z.string(),
		type: z.string(),
		typeVersion: z.number(),
		parameters: z.record(z.unknown()).default({}),
		webhookId: z.string().optional(),
		credentials: z.record(z.object({ id: z.string(), name: z.string() })).optional(),
	})
	.passthrough();

/** The parts of a workflow that n8n's public API takes; nodes keep members that we do not name. */
export const workflowSchema = z.object({
	name: z.string(),
	nodes: z.array(nodeSchema),
	connections: z.record(z.unknown()),
	settings: z.record(z.unknown()).default({}),
});

export type Workflow = z.infer<typeof workflowSchema>;
export type WorkflowNode = Workflow['nodes'][number];

/** The workflow with each of its nodes changed. */
export const mapNodes = (
	workflow: Workflow,
	change: (node: WorkflowNode) => WorkflowNode,
): Workflow => ({ ...workflow, nodes: workflow.nodes.map(change) });

/** A value with each text in it changed, at any depth. */
export function mapTexts(value: unknown, change: (text: string) => unknown): unknown {
	if (typeof value === 'string') return change(value);
	if (Array.isArray(value)) return value.map((one: unknown) => mapTexts(one, change));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [key, mapTexts(one, change)]),
	);
}

/** The parameters of a node with each text in them changed. */
export const mapParameters = (
	node: WorkflowNode,
	change: (text: string) => unknown,
): WorkflowNode => ({
	...node,
	parameters: Object.fromEntries(
		Object.entries(node.parameters).map(([key, one]) => [key, mapTexts(one, change)]),
	),
});
