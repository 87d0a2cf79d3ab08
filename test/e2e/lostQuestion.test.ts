import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { acceptance, newestLink, submitDecision } from '../../demo/road/decisionPage';
import type { Flow } from '../../demo/road/flow';
import { openOffice, type Office } from '../../demo/road/openOffice';
import { completeDeal, RECEIVER, studioPolicy } from '../../demo/road/studio';
import { CLAIM_HOLDS_MS } from '../../templates/build/claims';
import { until } from './templateRuns/run';

jest.setTimeout(300_000);

const TEMPLATE = join(__dirname, '..', '..', 'templates', 'hubspot-to-clickup.json');
/** In the place of minutes. */
const HOLDS_MS = 3_000;
const NAME = 'Harbour for Iris';

let office: Office;
let flow: Flow;
beforeAll(async () => {
	office = await openOffice();
	const template = readFileSync(TEMPLATE, 'utf8');
	const hasty = template.replaceAll(`>= ${CLAIM_HOLDS_MS} ?`, `>= ${HOLDS_MS} ?`);
	flow = await office.install(hasty, studioPolicy());
});
afterAll(async () => await office.close());

const asked = () =>
	office.standins.slack
		.messages()
		.filter(({ to, text }) => to === RECEIVER.email && text.includes(NAME)).length;
const tasks = () => office.standins.clickup.tasks().filter(({ name }) => name.includes(NAME));
const stepsOf = async (deal: string) => (await flow.ledgerOf(deal)).map(({ type }) => type);

/** Presses Retry, as a person does or the template does for them. */
async function retry(id: string): Promise<void> {
	const path = `/executions/${id}/retry`;
	await office.n8n.client.call(z.unknown(), {
		method: 'POST',
		path,
		body: { loadWorkflow: false },
	});
}

it('is asked again by the retry of the execution that was killed between asking and waiting, and by no other', async () => {
	const { n8n, standins } = office;
	const { workflowId } = flow;
	const deal = standins.hubspot.addDeal({ properties: completeDeal(NAME, Date.now()) });
	standins.slack.failNext(3, { status: 'slow', delayMs: 60_000, match: /postMessage/ });
	flow.poll().catch(() => undefined);
	await until('the request in the ledger', async () =>
		(await stepsOf(deal).catch((): string[] => [])).includes('handoff.requested'),
	);
	await n8n.kill9();
	standins.slack.clearFaults();
	await n8n.restart();
	const ended = { workflowId, status: ['crashed' as const] };
	const crashed = await n8n.client.waitForExecutions(ended, 1, 60_000);
	const before = asked();

	// Found again after the claim has run out: the ledger says that an answer is awaited.
	await flow.poll();
	await flow.poll();
	expect(asked()).toBe(before);

	for (const { id } of crashed) await retry(id);
	await until('the question', () => asked() > before);
	await flow.untilQuiet();
	await flow.poll();
	expect(asked()).toBe(before + 1);
	const link = newestLink(standins.slack.messages(), RECEIVER.email, NAME);
	expect((await submitDecision(link, acceptance('Dana'))).status).toBe(200);
	await until('the task', () => tasks().length > 0);
	await flow.untilQuiet();

	expect(tasks()).toHaveLength(1);
	const steps = await stepsOf(deal);
	expect(steps.filter((type) => type === 'handoff.requested')).toHaveLength(1);
	expect(steps.filter((type) => type === 'handoff.accepted')).toHaveLength(1);
});
