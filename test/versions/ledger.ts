import type { Standins } from '../fakes/standins';
import type { RunningN8n } from '../harness/startN8n';
import { line, webhook, type NodeJson } from '../e2e/lineWorkflow';
import { importFlagship } from '../scale/queue/flagship';
import { teamOf } from '../scale/queue/team';
import { setTimeout as sleep } from 'node:timers/promises';
import { handoffSchema } from '../../nodes/domain/handoff/envelope';
import { check } from './check';
import { COMPLETE, POLICY } from './gateAndTimer';
import type { Result } from './results';
import { recordsOf, runOnce } from './runOnce';

const PATH = 'ledger';
const DONE_WITHIN_MS = 120_000;

const gate: NodeJson = {
	name: 'Gate',
	type: 'n8n-nodes-handoff.readinessGate',
	typeVersion: 1,
	parameters: { policyFrom: 'json', policy: JSON.stringify(POLICY) },
};

/**
 * A deal that comes twice. Where the ledger is kept, the second time there is nothing new; on an n8n
 * without Data Tables the row leaves with the item both times.
 */
export async function runLedger(n8n: RunningN8n): Promise<Result['ledger']> {
	const deals: NodeJson = {
		name: 'Deals',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		parameters: { fieldToSplitOut: 'body.deals', options: {} },
	};
	const looks = [];
	for (const path of [`${PATH}-1`, `${PATH}-2`]) {
		const workflow = line(path, [webhook(path), deals, gate]);
		const execution = await runOnce(n8n, workflow, { path, body: { deals: [COMPLETE] } });
		looks.push([0, 1, 2, 3].map((way) => recordsOf(execution, 'Gate', way)));
	}
	const [first, second] = looks;
	const counts = looks.map((ways) => ways.map((records) => records.length).join(''));
	check(first?.[0]?.length === 1, 'the deal is Ready the first time', counts);
	if (second?.[3]?.length === 1) return 'kept';
	const { event } = handoffSchema.parse(second?.[0]?.[0]?.handoff);
	check(event !== undefined, 'the row leaves with the item', counts);
	return 'leaves';
}

/** One deal through the HubSpot template, from the search to the task, with the ledger that tells it. */
export async function runTemplate(n8n: RunningN8n, standins: Standins): Promise<void> {
	const { lookPath } = await importFlagship(n8n.client, standins);
	const team = teamOf({ client: n8n.client, standins, lookPath, atOnce: 1 });
	const [deal = ''] = await team.handOver(1, [n8n.url]);
	const told = async () => (await team.steps([deal])).get(deal)?.map(({ type }) => type) ?? [];
	const end = Date.now() + DONE_WITHIN_MS;
	while (!(await told()).includes('handoff.done') && Date.now() < end) {
		await team.accept([deal], [n8n.url]);
		await sleep(1_000);
	}
	await team.look([n8n.url]);
	const types = await told();
	const life = ['evaluated', 'requested', 'accepted', 'done'].map((step) => `handoff.${step}`);
	check(
		life.every((type) => types.filter((one) => one === type).length === 1),
		'the ledger tells each step of the template once',
		types,
	);
	check(team.tasks([deal]).get(deal) === 1, 'there is one task', team.tasks([deal]).get(deal));
}
