import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { LedgerStore } from '../../nodes/shared/ledger/ledgerStore';
import type { N8nClient } from '../harness/client';
import { itemsOf } from '../harness/executions';

const PROBE = join(__dirname, '..', 'support', 'ledgerProbe');

const answerSchema = z.object({
	ms: z.number(),
	answered: z.unknown(),
	problem: z.object({ message: z.string(), remedy: z.string() }).optional(),
});

/** How one call of the ledger went, and how long it took from inside the node. */
export type ProbeAnswer = z.infer<typeof answerSchema>;

export interface ProbeCall {
	name: keyof LedgerStore;
	given: unknown[];
}

/** Lays the node that calls the ledger beside the package, before n8n starts. */
export function installLedgerProbe(userFolder: string): void {
	const target = join(userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-ledger-probe');
	mkdirSync(target, { recursive: true });
	cpSync(PROBE, target, { recursive: true });
}

/** Publishes a workflow around the probe. */
export async function publishProbe(client: N8nClient, parameters: Record<string, unknown> = {}) {
	const path = `probe-${Math.random().toString(36).slice(2)}`;
	const { id } = await client.createWorkflow(probeWorkflow(path, parameters));
	await client.publish(id);
	const call = async (calls: ProbeCall[], test?: boolean): Promise<ProbeAnswer[]> => {
		const answer = await client.callWebhook(path, { calls, test });
		return z.array(answerSchema).parse(await answer.json());
	};
	return {
		workflowId: id,
		/** Makes these calls one after the other in one execution. */
		call,
		/** Makes one call that is expected to succeed, and answers what it gave. */
		ask: async (name: keyof LedgerStore, ...given: unknown[]): Promise<unknown> => {
			const [answer] = await call([{ name, given }]);
			if (answer?.problem !== undefined) throw new Error(JSON.stringify(answer.problem));
			return answer?.answered;
		},
		/** Makes one call that is expected to fail, and answers how. */
		problem: async (name: keyof LedgerStore, ...given: unknown[]) =>
			(await call([{ name, given }]))[0]?.problem,
	};
}

/** Makes calls as the editor's test run does. */
export async function callInEditor(client: N8nClient, calls: ProbeCall[]): Promise<ProbeAnswer[]> {
	const { id } = await client.createWorkflow({
		...probeWorkflow('editor', {}),
		...startedByHand(calls),
	});
	const executionId = await client.runManually(id, 'Start');
	const execution = await client.waitForExecution(executionId, ['success', 'error']);
	return itemsOf(execution, 'Probe').map(({ json }) => answerSchema.parse(json));
}

const to = (node: string) => ({ main: [[{ node, type: 'main', index: 0 }]] });
const placed = (name: string, column: number) => ({ id: name, name, position: [column * 200, 0] });

function probeWorkflow(path: string, parameters: Record<string, unknown>) {
	const hook = { path, httpMethod: 'POST', responseMode: 'lastNode', responseData: 'allEntries' };
	return {
		name: `Probe ${path}`,
		nodes: [
			{
				...placed('Start', 0),
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				webhookId: path,
				parameters: hook,
			},
			{
				...placed('Probe', 1),
				type: 'n8n-nodes-ledger-probe.ledgerProbe',
				typeVersion: 1,
				parameters,
			},
		],
		connections: { Start: to('Probe') },
	};
}

const startedByHand = (calls: ProbeCall[]) => ({
	nodes: [
		{
			...placed('Start', 0),
			type: 'n8n-nodes-base.manualTrigger',
			typeVersion: 1,
			parameters: {},
		},
		{
			...placed('Calls', 1),
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: { mode: 'raw', jsonOutput: JSON.stringify({ calls }), options: {} },
		},
		{
			...placed('Probe', 2),
			type: 'n8n-nodes-ledger-probe.ledgerProbe',
			typeVersion: 1,
			parameters: {},
		},
	],
	connections: { Start: to('Calls'), Calls: to('Probe') },
});
