import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { itemsOf, type Execution } from '../server/executions';
import { importWorkflow } from '../server/importWorkflow';
import { startN8n, type RunningN8n } from '../server/startN8n';
import { STANDIN_CREDENTIALS } from '../standins/credentials';
import { startStandins, type Standins } from '../standins/standins';
import { chooseValues, type Policy } from './chosenTemplate';
import { furnish } from './studio';

const PACKAGE = join(__dirname, '..', '..');
const TEMPLATE = join(PACKAGE, 'templates', 'hubspot-to-clickup.json');
const LEDGER = 'handoff_ledger';

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

/** The whole road: a real n8n with the template, and stand-ins for the vendors around it. */
export interface Road {
	n8n: RunningN8n;
	standins: Standins;
	workflowId: string;
	/** Lets the flow look for won deals now; done when every deal it found is done or waits. */
	poll(): Promise<void>;
	/** The newest execution in which this deal was put before delivery, or else was looked at. */
	executionOf(dealId: string): Promise<Execution>;
	/** What the ledger says about a deal, in the order of writing. */
	ledgerOf(dealId: string): Promise<StoredRow[]>;
	close(): Promise<void>;
}

export interface RoadOptions {
	changePolicy?: (policy: Policy) => Policy;
	env?: Record<string, string>;
	port?: number;
}

/** Starts everything and imports the template as an agency would. */
export async function openRoad({ changePolicy, ...settings }: RoadOptions = {}): Promise<Road> {
	const standins = await startStandins();
	furnish(standins);
	const n8n = await startN8n({ packageFrom: PACKAGE, standins, ...settings });
	const { client } = n8n;
	const credentials: Record<string, string> = {};
	for (const credential of Object.values(STANDIN_CREDENTIALS)) {
		credentials[credential.type] = await client.createCredential(credential);
	}
	const template = chooseValues(readFileSync(TEMPLATE, 'utf8'), changePolicy);
	const { id: workflowId } = await importWorkflow(client, template, credentials);
	await client.publish(workflowId);
	return {
		n8n,
		standins,
		workflowId,
		poll: () => poll(n8n, workflowId),
		executionOf: (dealId) => executionOf(n8n, workflowId, dealId),
		ledgerOf: async (dealId) =>
			z
				.array(rowSchema)
				.parse(await client.readDataTable(LEDGER))
				.filter(({ recordId }) => recordId === dealId),
		close: async () => {
			await n8n.stop();
			await standins.stop();
		},
	};
}

async function poll({ client }: RunningN8n, workflowId: string): Promise<void> {
	const parent = await client.runManually(workflowId, 'Run once now');
	await client.waitForExecution(parent, ['success', 'error', 'crashed']);
	await untilQuiet({ client }, workflowId);
}

/** Nothing of this workflow is running: every deal is done or waits for a person. */
export async function untilQuiet(
	{ client }: Pick<RunningN8n, 'client'>,
	workflowId: string,
): Promise<void> {
	const deadline = Date.now() + 60_000;
	for (;;) {
		const running = await client.listExecutions({ workflowId, status: ['running', 'new'] });
		if (running.length === 0) return;
		if (Date.now() > deadline) throw new Error('the flow is still running after a minute');
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

async function executionOf(
	{ client }: RunningN8n,
	workflowId: string,
	dealId: string,
): Promise<Execution> {
	const found: Execution[] = [];
	for (const { id } of await client.listExecutions({ workflowId })) {
		const execution = await client.readExecution(id);
		const [arrived] = itemsOf(execution, 'When one arrives');
		if (arrived?.json.id === dealId) found.push(execution);
	}
	const execution = found.find(({ runData }) => 'Handoff Accept' in runData) ?? found[0];
	if (execution === undefined) throw new Error(`no execution has handled the deal ${dealId}`);
	return execution;
}
