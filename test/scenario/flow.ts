import { z } from 'zod';
import type { N8nClient } from '../harness/client';
import { itemsOf, type Execution } from '../harness/executions';

const LEDGER = 'handoff_ledger';
const PATIENCE_MS = 60_000;
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
	/** Nothing of this flow is running: every record is done or waits for a person. */
	untilQuiet(): Promise<void>;
	/** The newest execution in which this record was put before the team, or else was looked at. */
	executionOf(recordId: string): Promise<Execution>;
	/** What the ledger says about a record, in the order of writing. */
	ledgerOf(recordId: string): Promise<StoredRow[]>;
	/** Waits until the ledger has a row of this type about a record, and nothing is running. */
	untilKept(recordId: string, type: string): Promise<void>;
	/** Takes the flow out of production; who waits in it goes on waiting. */
	unpublish(): Promise<void>;
}

/** @param lookPath the webhook by which it looks for records, see `withLookNow` */
export const flowIn = (client: N8nClient, workflowId: string, lookPath: string): Flow => ({
	workflowId,
	poll: async () => {
		await client.callWebhook(lookPath, {}).catch(() => undefined);
		await untilQuiet(client, workflowId);
	},
	untilQuiet: () => untilQuiet(client, workflowId),
	executionOf: (recordId) => executionOf(client, workflowId, recordId),
	ledgerOf: (recordId) => ledgerOf(client, recordId),
	untilKept: async (recordId, type) => {
		await untilKept(client, recordId, type);
		await untilQuiet(client, workflowId);
	},
	unpublish: () => client.unpublish(workflowId),
});

const ledgerOf = async (client: N8nClient, wanted: string): Promise<StoredRow[]> =>
	z
		.array(rowSchema)
		.parse(await client.readDataTable(LEDGER))
		.filter(({ recordId }) => recordId === wanted);

async function untilKept(client: N8nClient, recordId: string, type: string): Promise<void> {
	const deadline = Date.now() + PATIENCE_MS;
	while (!(await ledgerOf(client, recordId)).some((row) => row.type === type)) {
		if (Date.now() > deadline) throw new Error(`the ledger has no ${type} of ${recordId}`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

async function untilQuiet(client: N8nClient, workflowId: string): Promise<void> {
	const deadline = Date.now() + PATIENCE_MS;
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
		const execution = await client.findExecution(id);
		if (execution === undefined) continue;
		const [arrived] = ARRIVALS.flatMap((node) => itemsOf(execution, node));
		const { id: own, Id = own, ID = Id } = arrived?.json ?? {};
		if (String(ID) === recordId) found.push(execution);
	}
	const execution = found.find(({ runData }) => 'Handoff Accept' in runData) ?? found[0];
	if (execution === undefined) throw new Error(`no execution has handled the record ${recordId}`);
	return execution;
}
