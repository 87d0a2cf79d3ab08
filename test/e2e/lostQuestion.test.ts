import { z } from 'zod';
import { itemsOf } from '../harness/executions';
import { submitDecision } from '../scenario/decisionPage';
import { openOffice, type Office } from '../scenario/openOffice';
import { readyHandoff } from '../support/handoffs';
import { NAMES } from '../../templates/builder/nodes/names';
import { composeRetryCrashed } from '../../templates/builder/operations/retryCrashed';
import { importRetries } from '../scale/queue/retries';
import { acceptWorkflow } from './acceptFlow';
import { until } from './templateRuns/run';

jest.setTimeout(300_000);

const ACCEPTANCE = { decision: 'accept', name: 'Dana', 'check.capacity': 'yes' };
const pause = {
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	// In n8n's memory: a kill finds the execution at work, after asking and before waiting.
	parameters: { resume: 'timeInterval', amount: 12, unit: 'seconds' },
};

let office: Office;
/** The workflow that looks for what n8n gave up, run by hand here. */
let retries: string;
/** The workflow that asks. */
let asks: string;
beforeAll(async () => {
	office = await openOffice();
	const { client } = office.n8n;
	const workflow = acceptWorkflow('asks', { keepLedger: 'here' }, pause);
	({ id: asks } = await client.createWorkflow(workflow));
	await client.publish(asks);
	retries = await importRetries(office.n8n, composeRetryCrashed(), 0);
});
afterAll(async () => await office.close());

const typesOf = async (id: string) =>
	(await office.n8n.client.readDataTable('handoff_ledger'))
		.filter(({ handoffId, type }) => handoffId === id && String(type).startsWith('handoff.'))
		.map(({ type }) => type);

/** Kills n8n after the question is in the ledger and before anybody waits; the execution it leaves. */
async function killWhileAsking(id: string): Promise<string> {
	const { n8n } = office;
	const ended = { workflowId: asks, status: ['crashed' as const] };
	const before = (await n8n.client.listExecutions(ended)).map((one) => one.id);
	await n8n.client.callWebhook('asks', { handoff: readyHandoff({ id }) });
	await until('the question', async () =>
		(await typesOf(id).catch((): unknown[] => [])).includes('handoff.requested'),
	);
	await n8n.kill9();
	await n8n.restart();
	const crashed = await n8n.client.waitForExecutions(ended, before.length + 1, 60_000);
	const lost = crashed.find((one) => !before.includes(one.id) && one.mode !== 'integrated');
	if (lost === undefined) throw new Error('nothing crashed');
	return lost.id;
}

/** Lets the template look twice for what crashed. */
async function findCrashed(): Promise<void> {
	const { client } = office.n8n;
	for (const _ of [1, 2]) {
		const run = await client.runManually(retries, NAMES.manual);
		await client.waitForExecution(run, 'success', 60_000);
	}
}

/** The one execution that waits for an answer is answered; it was asked by a retry. */
async function acceptOnce(id: string): Promise<void> {
	const { client } = office.n8n;
	const waits = { workflowId: asks, status: ['waiting' as const] };
	const [waiting, ...others] = await client.waitForExecutions(waits, 1, 60_000);
	expect(others).toEqual([]);
	const asked = itemsOf(await client.readExecution(waiting?.id ?? ''), 'Handoff Accept', 0);
	const links = JSON.stringify(asked).match(/https?:[^"\\]*webhook-waiting[^"\\]*/g) ?? [];
	const answered = await submitDecision(links.at(-1) ?? '', ACCEPTANCE);
	expect(answered.status).toBe(200);
	await client.waitForExecution(waiting?.id ?? '', 'success', 60_000);
	expect(await typesOf(id)).toEqual(['handoff.requested', 'handoff.requested', 'handoff.accepted']);
}

describe('a question whose execution n8n has killed', () => {
	it('is asked again by the template, once, and answered once', async () => {
		const id = '1'.padStart(32, '0');
		await killWhileAsking(id);

		await findCrashed();

		await acceptOnce(id);
	});

	it('is left alone by the template when somebody has pressed Retry before', async () => {
		const id = '2'.padStart(32, '0');
		const path = `/executions/${await killWhileAsking(id)}/retry`;
		const { client } = office.n8n;
		await client.call(z.unknown(), { method: 'POST', path, body: { loadWorkflow: false } });
		await client.waitForExecutions({ workflowId: asks, status: ['waiting'] }, 1, 60_000);

		await findCrashed();

		await acceptOnce(id);
	});
});
