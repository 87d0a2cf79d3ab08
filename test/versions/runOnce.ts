import { itemsOf, type Execution } from '../harness/executions';
import { importWorkflow } from '../harness/importWorkflow';
import type { RunningN8n } from '../harness/startN8n';
import type { WorkflowJson } from '../harness/workflows';
import { check } from './check';

/** Imports and publishes a workflow, posts to its webhook, and returns what came of it. */
export async function runOnce(
	{ client }: RunningN8n,
	workflow: WorkflowJson,
	{ path, body, credentials = {} }: { path: string; body: unknown; credentials?: Ids },
): Promise<Execution> {
	const { id: workflowId } = await importWorkflow(client, workflow, credentials);
	await client.publish(workflowId);
	const { status } = await client.callWebhook(path, body);
	check(status === 200, 'the webhook is there', status);
	const ended = { workflowId, status: ['success' as const, 'error' as const] };
	const [{ id } = { id: '' }] = await client.waitForExecutions(ended, 1, 60_000);
	const execution = await client.readExecution(id);
	check(execution.status === 'success', 'the execution ends well', execution.error);
	return execution;
}

type Ids = Record<string, string>;

/** The records that a node put out on one of its outputs. */
export const recordsOf = (execution: Execution, node: string, output = 0) =>
	itemsOf(execution, node, output).map(({ json }) => json);
