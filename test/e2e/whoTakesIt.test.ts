import { join } from 'node:path';
import type { Handoff } from '../../nodes/domain/handoff/envelope';
import { itemsOf } from '../harness/executions';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import { line, webhook, type NodeJson } from './lineWorkflow';

const ROOT = join(__dirname, '..', '..');
const START_MS = 180_000;
const PATH = 'who-takes-it';

/** Large deals go to Dana, support contracts to Sam, the rest to Robin. */
const RULE =
	"$json.body.amount >= 50000 ? 'dana@example.com' : $json.body.service === 'support' ? 'sam@example.com' : 'robin@example.com'";

const rule: NodeJson = {
	name: 'Who takes it',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		mode: 'raw',
		jsonOutput: `={{ { ...$json.body, delivery_lead_email: ${RULE} } }}`,
		options: {},
	},
};
const gate: NodeJson = {
	name: 'Readiness Gate',
	type: 'n8n-nodes-handoff.readinessGate',
	typeVersion: 1,
	parameters: {
		policyFrom: 'json',
		keepLedger: 'nowhere',
		policy: JSON.stringify({
			id: 'routed',
			record: { id: 'id' },
			receiver: { team: 'Delivery', people: [{ name: 'Lead', email: 'delivery_lead_email' }] },
			requirements: [
				{ id: 'amount', label: 'Amount', field: 'amount', check: { kind: 'number', min: 1 } },
			],
		}),
	},
};

describe('who takes a handoff', () => {
	let n8n: RunningN8n;

	beforeAll(async () => {
		n8n = await startN8n({ packageFrom: ROOT });
		const { id } = await n8n.client.createWorkflow(line(PATH, [webhook(PATH), rule, gate]));
		await n8n.client.publish(id);
	}, START_MS);

	afterAll(() => n8n?.stop(), START_MS);

	it.each`
		amount   | service      | taker
		${80000} | ${'support'} | ${'dana@example.com'}
		${20000} | ${'support'} | ${'sam@example.com'}
		${20000} | ${'project'} | ${'robin@example.com'}
	`('is $taker by the rule, for $service of $amount', async ({ amount, service, taker }) => {
		const id = `${service}-${amount}`;
		const before = await n8n.client.listExecutions({ status: ['success'] });
		await n8n.client.callWebhook(PATH, { id, amount, service });
		const [newest] = await n8n.client.waitForExecutions({ status: ['success'] }, before.length + 1);
		const execution = await n8n.client.readExecution(newest?.id ?? '');
		const [ready] = itemsOf(execution, 'Readiness Gate').map(({ json }): Handoff =>
			JSON.parse(JSON.stringify(json.handoff)),
		);
		expect(ready?.record.id).toBe(id);
		expect(ready?.receiver.people).toEqual([{ name: 'Lead', email: taker }]);
	});
});
