import { z } from 'zod';
import type { N8nClient } from '../../harness/client';
import { NAMES } from '../../../templates/builder/nodes/names';

/** Retries once each execution of the flow that failed in a node, as operations would. */
export async function retryFailed(
	client: N8nClient,
	workflowId: string,
	{ seen, retried }: Record<'seen' | 'retried', Set<string>>,
): Promise<void> {
	const ended = await client.listAllExecutions({ workflowId, status: ['error'] });
	for (const { id } of ended.filter((one) => !seen.has(one.id))) {
		seen.add(id);
		// Of what n8n has written over nothing is left to retry; what the nodes run inside is theirs.
		const execution = await client.findExecution(id);
		if (execution === undefined || !(NAMES.settings in execution.runData)) continue;
		retried.add(id);
		const path = `/executions/${id}/retry`;
		// The answer comes when the execution waits or ends; nobody has to stand by.
		void client
			.call(z.unknown(), { method: 'POST', path, body: { loadWorkflow: false } })
			.catch(() => undefined);
	}
}
