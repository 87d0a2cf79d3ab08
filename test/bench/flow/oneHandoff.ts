import { setTimeout as sleep } from 'node:timers/promises';
import { startStandins, type Standins } from '../../fakes/standins';
import { STANDIN_CREDENTIALS } from '../../fakes/credentials';
import { importWorkflow } from '../../harness/importWorkflow';
import { startN8n, type RunningN8n } from '../../harness/startN8n';
import { importFlagship, winDeals } from '../../scale/queue/flagship';
import { teamOf } from '../../scale/queue/team';
import { median, rounded, type Figure } from '../timing';
import { costOfEach, ROUNDS, untilStill, type Cost } from './cost';
import { PLAIN_PATH, plainFlow } from './plainFlow';

const TABLES = ['handoff_ledger', 'handoff_positions', 'handoff_claims'];
const DONE_WITHIN_MS = 60_000;
/** n8n has saved what it did, and does nothing else, before somebody goes on. */
const QUIET_MS = 1_500;

/**
 * What one plain handoff through the flagship template costs, which is ready, accepted and set up,
 * beside the same deal through a flow of the same vendors with n8n's own form in between.
 *
 * @param packageFrom folder of the built package
 */
export async function measureOneHandoff(packageFrom: string): Promise<Figure[]> {
	const standins = await startStandins();
	const n8n = await startN8n({ packageFrom, standins });
	try {
		const ours = await walkMany(n8n, standins);
		const plain = await runPlain(n8n, standins);
		const of = (costs: readonly Cost[], what: keyof Cost) =>
			rounded(median(costs.map((cost) => cost[what])));
		const per = 'one plain handoff, from the deal to the task';
		return [
			{ key: 'executions', value: of(ours.costs, 'executions'), meaning: `executions of ${per}` },
			{ key: 'nodeRuns', value: of(ours.costs, 'nodeRuns'), meaning: `node runs of ${per}` },
			{ key: 'nodeMs', value: of(ours.costs, 'nodeMs'), meaning: `ms in nodes of ${per}` },
			{ key: 'ledgerBytes', value: ours.ledgerBytes, meaning: `bytes in its tables of ${per}` },
			{
				key: 'executionBytes',
				value: of(ours.costs, 'executionBytes'),
				meaning: `bytes that n8n keeps of its executions of ${per}`,
			},
			{
				key: 'vsPlainFlow',
				value: rounded(of(ours.costs, 'nodeMs') / of(plain, 'nodeMs')),
				meaning: 'ms in nodes / those of find, tell, form, create and link without any promise',
				target: '<= 2',
			},
		];
	} finally {
		await n8n.stop();
		await standins.stop();
	}
}

async function walkMany(
	{ client, url }: RunningN8n,
	standins: Standins,
): Promise<{ costs: Cost[]; ledgerBytes: number }> {
	const { workflowId, lookPath } = await importFlagship(client, standins);
	const team = teamOf({ client, standins, lookPath, atOnce: 1 });
	const walk = async () => {
		const [deal = ''] = await team.handOver(1, [url]);
		await until(() => (team.links([deal]).get(deal) ?? []).length > 0);
		await sleep(QUIET_MS);
		await team.accept([deal], [url]);
		await untilLinked(standins, deal);
		await untilStill(client, workflowId);
	};
	// The first one makes the tables and warms everything up.
	await walk();
	const before = await bytesKept(client);
	const costs = await costOfEach(client, workflowId, walk);
	const ledgerBytes = Math.round(((await bytesKept(client)) - before) / ROUNDS);
	await client.unpublish(workflowId);
	return { costs, ledgerBytes };
}

const formLinksIn = (messages: readonly unknown[]): string[] =>
	[...JSON.stringify(messages).matchAll(/https?:[^"\s|>]*form-waiting[^"\s|>\\]*/g)].map(
		([link]) => link,
	);

/** What is looked for lies in this process: looking costs n8n nothing. */
async function until(isSo: () => boolean): Promise<void> {
	const end = Date.now() + DONE_WITHIN_MS;
	while (!isSo()) {
		if (Date.now() > end) throw new Error('a plain handoff did not come to its end');
		await sleep(20);
	}
}

/** Until the address of the task stands on the deal, and what runs after that has run. */
async function untilLinked({ hubspot }: Standins, deal: string): Promise<void> {
	await until(() =>
		hubspot
			.deals()
			.some(({ id, properties }) => id === deal && properties.handoff_task_url !== undefined),
	);
	await sleep(QUIET_MS);
}

async function runPlain({ client }: RunningN8n, standins: Standins): Promise<Cost[]> {
	const credentials: Record<string, string> = {};
	for (const credential of Object.values(STANDIN_CREDENTIALS)) {
		credentials[credential.type] = await client.createCredential(credential);
	}
	const { id } = await importWorkflow(client, plainFlow(), credentials);
	await client.publish(id);
	const run = async () => {
		const told = standins.slack.messages().length;
		const [deal = ''] = winDeals(standins, 1);
		await client.callWebhook(PLAIN_PATH, {});
		const links = () => formLinksIn(standins.slack.messages().slice(told));
		await until(() => links().length > 0);
		await sleep(QUIET_MS);
		for (const link of links()) {
			const form = new FormData();
			form.set('field-0', 'Dana');
			const answer = await fetch(link, { method: 'POST', body: form });
			if (answer.status !== 200) throw new Error(`the form answered ${answer.status}`);
		}
		await untilLinked(standins, deal);
		await untilStill(client, id);
	};
	await run();
	return await costOfEach(client, id, run);
}

/** Bytes of all values in the tables of the ledger. */
async function bytesKept(client: RunningN8n['client']): Promise<number> {
	let bytes = 0;
	for (const table of TABLES) {
		for (const row of await client.readDataTable(table)) {
			for (const value of Object.values(row)) bytes += Buffer.byteLength(String(value ?? ''));
		}
	}
	return bytes;
}
