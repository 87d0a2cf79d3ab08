import { z } from 'zod';
import type { N8nClient } from '../harness/client';
import { itemsOf, type Execution } from '../harness/executions';

const LEDGER = 'handoff_ledger';
/** Where a record comes in: it was found, or another system has sent it. */
const ARRIVALS = ['When one arrives', 'Map the fields'];

const rowSchema = z
	.object({
		type: z.string(),
		attempt: z.number(),
		recordId: z.string(),
		handoffId: z.string(),
		actor: z.string(),
		at: z.string(),
		data: z.string(),
		reasons: z.string(),
	})
	.passthrough();
export type StoredRow = z.infer<typeof rowSchema>;

/** A published template in a running n8n. */
export interface Flow {
	workflowId: string;
	/** Lets the flow look for records now; done when every record it found is done or waits. */
	poll(): Promise<void>;
	/** The same as its schedule does it, which leaves out the records that rest. */
	pollOnSchedule(): Promise<void>;
	/** Nothing of this flow is running: every record is done or waits for a person. */
	untilQuiet(): Promise<void>;
	/** The newest execution in which this record was put before the team, or else was looked at. */
	executionOf(recordId: string): Promise<Execution>;
	/** What the ledger says about a record, in the order of writing. */
	ledgerOf(recordId: string): Promise<StoredRow[]>;
	/** Takes the flow out of production; who waits in it goes on waiting. */
	unpublish(): Promise<void>;
}

export const flowIn = (client: N8nClient, workflowId: string): Flow => ({
	workflowId,
	poll: () => pollBy(client, workflowId, 'Run once now'),
	pollOnSchedule: () => pollBy(client, workflowId, 'Every 5 minutes'),
	untilQuiet: () => untilQuiet(client, workflowId),
	executionOf: (recordId) => executionOf(client, workflowId, recordId),
	ledgerOf: async (wanted) =>
		z
			.array(rowSchema)
			.parse(await client.readDataTable(LEDGER))
			.filter(({ recordId }) => recordId === wanted),
	unpublish: () => client.unpublish(workflowId),
});

async function pollBy(client: N8nClient, workflowId: string, trigger: string): Promise<void> {
	const parent = await client.runManually(workflowId, trigger);
	await client.waitForExecution(parent, ['success', 'error', 'crashed']);
	await untilQuiet(client, workflowId);
}

async function untilQuiet(client: N8nClient, workflowId: string): Promise<void> {
	const deadline = Date.now() + 60_000;
	for (;;) {
		const running = await client.listExecutions({ workflowId, status: ['running', 'new'] });
		if (running.length === 0) return;
		if (Date.now() > deadline) throw new Error('the flow is still running after a minute');
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

async function executionOf(
	client: N8nClient,
	workflowId: string,
	recordId: string,
): Promise<Execution> {
	const found: Execution[] = [];
	for (const { id } of await client.listExecutions({ workflowId })) {
		const execution = await client.readExecution(id);
		const [arrived] = ARRIVALS.flatMap((node) => itemsOf(execution, node));
		const { id: own, Id = own, ID = Id } = arrived?.json ?? {};
		if (String(ID) === recordId) found.push(execution);
	}
	const execution = found.find(({ runData }) => 'Handoff Accept' in runData) ?? found[0];
	if (execution === undefined) throw new Error(`no execution has handled the record ${recordId}`);
	return execution;
}
