import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Execution } from '../../harness/executions';
import { startN8n, type RunningN8n } from '../../harness/startN8n';
import { median, rounded, type Figure } from '../timing';
import { DEAL_POLICY, type Deal } from './deals';
import { FILTER_PARAMETERS } from './filterConditions';
import { judge } from './ours';

const ROOT = join(__dirname, '..', '..', '..');
const RUNS = 5;
const WITHIN_MS = 120_000;

const node = (name: string, type: string, parameters: Record<string, unknown>) => ({
	id: name,
	name,
	type,
	typeVersion: { 'n8n-nodes-base.webhook': 2.1, 'n8n-nodes-base.filter': 2.2 }[type] ?? 1,
	position: [0, 0],
	parameters,
});
const to = (...names: string[]) => ({
	main: [names.map((name) => ({ node: name, type: 'main', index: 0 }))],
});

/** The same deals go through n8n's Filter node and through the gate, in one execution. */
const workflow = (onlyDealsAfterNow: string) => ({
	name: 'Filter and gate',
	nodes: [
		{
			...node('Deals', 'n8n-nodes-base.webhook', {
				path: 'bench-deals',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				options: {},
			}),
			webhookId: 'bench-deals',
		},
		node('Each', 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'body.deals', options: {} }),
		node('Filter', 'n8n-nodes-base.filter', FILTER_PARAMETERS),
		node('Gate', 'n8n-nodes-handoff.readinessGate', {
			policyFrom: 'json',
			keepLedger: 'nowhere',
			policy: onlyDealsAfterNow,
		}),
	],
	connections: { Deals: to('Each'), Each: to('Filter', 'Gate') },
});

/** n8n judges by its own clock, so the moving date of the policy becomes a fixed one there. */
const policyAtFixedDate = (earliest: string): string =>
	JSON.stringify({
		...DEAL_POLICY,
		requirements: DEAL_POLICY.requirements.map((one) =>
			one.id === 'kickoff' ? { ...one, check: { kind: 'date', after: earliest } } : one,
		),
	});

/** The node time of n8n's Filter and of the gate on the same items, in a real n8n. */
export async function measureFilterNode(deals: Deal[], earliest: string): Promise<Figure[]> {
	const n8n = await startN8n({
		packageFrom: ROOT,
		env: { N8N_PAYLOAD_SIZE_MAX: '64', EXECUTIONS_DATA_PRUNE: 'false' },
	});
	try {
		const { id } = await n8n.client.createWorkflow(workflow(policyAtFixedDate(earliest)));
		await n8n.client.publish(id);
		await runOnce(n8n, id, { deals, run: 1 });
		const runs: Execution[] = [];
		for (let run = 2; run <= RUNS + 1; run++) runs.push(await runOnce(n8n, id, { deals, run }));
		runs.forEach((execution) => refuseDisagreement(execution, deals));
		return figuresOf(runs);
	} finally {
		await n8n.stop();
	}
}

async function runOnce(
	n8n: RunningN8n,
	workflowId: string,
	{ deals, run }: { deals: Deal[]; run: number },
): Promise<Execution> {
	await n8n.client.callWebhook('bench-deals', { deals });
	const filter = { workflowId, status: ['success' as const, 'error' as const] };
	const [newest] = await patiently(() => n8n.client.waitForExecutions(filter, run, WITHIN_MS));
	return await patiently(() => n8n.client.readExecution(newest?.id ?? ''));
}

/** n8n drops connections while a node keeps it from answering for seconds. */
async function patiently<Result>(ask: () => Promise<Result>): Promise<Result> {
	const deadline = Date.now() + WITHIN_MS;
	for (;;) {
		try {
			return await ask();
		} catch (problem) {
			if (!(problem instanceof TypeError) || Date.now() > deadline) throw problem;
			await sleep(500);
		}
	}
}

const millisecondsOf = (execution: Execution, name: string): number =>
	execution.runData[name]?.[0]?.executionTime ?? Number.NaN;

function refuseDisagreement(execution: Execution, deals: Deal[]): void {
	const passed = (name: string) => execution.runData[name]?.[0]?.data?.main?.[0]?.length ?? 0;
	const ready = deals.filter((deal) => judge(deal).length === 0).length;
	if (passed('Filter') === ready && passed('Gate') === ready) return;
	throw new Error(
		`Of ${ready} ready deals the Filter passes ${passed('Filter')}, the gate ${passed('Gate')}: ${
			execution.error?.message ?? ''
		}`,
	);
}

function figuresOf(runs: readonly Execution[]): Figure[] {
	const filterMs = median(runs.map((run) => millisecondsOf(run, 'Filter')));
	const gateMs = median(runs.map((run) => millisecondsOf(run, 'Gate')));
	return [
		{
			key: 'vsFilterNode',
			value: rounded(filterMs / gateMs),
			meaning: 'node time in a real n8n, Filter / ours, 1,000 items, 20 conditions',
			target: '>= 200',
		},
		{ key: 'filterNodeMs', value: filterMs, meaning: 'ms that the Filter node takes' },
		{ key: 'gateNodeMs', value: gateMs, meaning: 'ms that the gate takes, messages included' },
	];
}
