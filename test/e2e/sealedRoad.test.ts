import { acceptance, newestLink, returning, submitDecision } from '../scenario/decisionPage';
import { openRoad, type Road } from '../scenario/openRoad';
import { completeDeal, RECEIVER, studioPolicy } from '../scenario/studio';
import { itemsOf } from '../harness/executions';
import { importWorkflow } from '../harness/importWorkflow';
import { readRows, writeOver } from '../support/ledgerTable';
import { line, webhook, type NodeJson } from './lineWorkflow';

jest.setTimeout(180_000);

const KEY = '0f'.repeat(32);

let road: Road;
let verified = 0;
beforeAll(async () => {
	road = await openRoad({ changePolicy: studioPolicy(), sealKey: KEY });
});
afterAll(async () => await road.close());

/** Runs a line of nodes once and gives what the last one put out, on any output. */
async function runLine(nodes: NodeJson[]) {
	const { client } = road.n8n;
	verified += 1;
	const path = `verify-${verified}`;
	const last = nodes.at(-1)?.name ?? '';
	const secret = { secretKey: KEY, previousSecretKey: '' };
	const seal = { type: 'handoffSealApi', name: 'Seal', data: secret };
	const credentials = { [seal.type]: await client.createCredential(seal) };
	const workflow = line(path, [webhook(path), ...nodes]);
	const { id: workflowId } = await importWorkflow(client, workflow, credentials);
	await client.publish(workflowId);
	await client.callWebhook(path, {});
	const filter = { workflowId, status: ['success' as const, 'error' as const] };
	const [ended] = await client.waitForExecutions(filter, 1);
	const execution = await client.readExecution(ended?.id ?? '');
	expect(execution.error).toBeUndefined();
	return [0, 1].flatMap((output) => itemsOf(execution, last, output).map(({ json }) => json));
}

const verify = async () => {
	const verifier = {
		name: 'Verify',
		type: 'n8n-nodes-handoff.handoffInsights',
		typeVersion: 1,
		parameters: { operation: 'verifyLedger', keepLedger: 'nowhere' },
	};
	const [check] = await runLine([readRows('Rows'), verifier]);
	return check;
};

it('a flow with the credential seals every row, and an edited row of the table is named', async () => {
	const name = 'App for Meridian';
	const deal = road.standins.hubspot.addDeal({ properties: completeDeal(name, Date.now()) });
	const link = () => newestLink(road.standins.slack.messages(), RECEIVER.email, name);
	await road.poll();
	await submitDecision(link(), returning(RECEIVER.name, 'goals', 'Which platform first?'));
	await road.untilKept(deal, 'handoff.returned');
	road.standins.hubspot.updateDeal(deal, {
		handoff_goals: 'Android first, the web half a year later.',
	});
	await road.poll();
	await submitDecision(link(), acceptance(RECEIVER.name));
	await road.untilKept(deal, 'handoff.done');

	const rows = await road.ledgerOf(deal);
	expect(rows.map(({ type, attempt }) => `${attempt} ${type}`)).toEqual([
		'1 handoff.evaluated',
		'1 sla.started',
		'1 handoff.requested',
		'1 handoff.returned',
		'1 sla.met',
		// The clock of the seller, until it came again.
		'1 sla.started',
		'2 handoff.evaluated',
		'1 sla.met',
		'2 sla.started',
		'2 handoff.requested',
		'2 handoff.accepted',
		'2 sla.met',
		'2 handoff.done',
	]);
	expect(await verify()).toMatchObject({ intact: true, sealed: 13, unsealed: 0, parallel: 0 });

	const returned = rows.find(({ type }) => type === 'handoff.returned');
	const eventId = String(returned?.eventId);
	await runLine([writeOver('Edit', eventId, { actor: 'somebody.else@example.com' })]);

	expect(await verify()).toMatchObject({
		intact: false,
		findings: [{ kind: 'altered', type: 'handoff.returned', eventId }],
		message: { subject: 'The ledger is not intact: 1 of 1 handoffs do not hold' },
	});
});
