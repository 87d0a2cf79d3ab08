import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { acceptance, newestLink, submitDecision } from '../scenario/decisionPage';
import type { Flow } from '../scenario/flow';
import { openOffice, type Office } from '../scenario/openOffice';
import { completeDeal, RECEIVER, studioPolicy } from '../scenario/studio';
import { CLAIM_HOLDS_MS } from '../../templates/builder/ledger/claims';
import { composeRetryCrashed } from '../../templates/builder/operations/retryCrashed';
import { NAMES } from '../../templates/builder/nodes/names';
import { importRetries } from '../scale/queue/retries';
import { until } from './templateRuns/run';
import { writeOverExecution } from './writeOverExecution';

jest.setTimeout(300_000);

const TEMPLATE = join(__dirname, '..', '..', 'templates', 'hubspot-to-clickup.json');
/** In the place of minutes. */
const HOLDS_MS = 3_000;

let office: Office;
let flow: Flow;
/** The workflow that looks for what n8n gave up, run by hand here. */
let retries: string;
beforeAll(async () => {
	office = await openOffice();
	const template = readFileSync(TEMPLATE, 'utf8');
	const hasty = template
		.replaceAll(`>= ${CLAIM_HOLDS_MS} ?`, `>= ${HOLDS_MS} ?`)
		// The runs of this test are the only ones.
		.replace(
			/"field": "minutes",\s*"minutesInterval": 5/,
			'"field": "months", "monthsInterval": 12',
		);
	flow = await office.install(hasty, studioPolicy());
	retries = await importRetries(office.n8n, composeRetryCrashed(), 0);
});
afterAll(async () => await office.close());

const asked = (name: string) =>
	office.standins.slack
		.messages()
		.filter(({ to, text }) => to === RECEIVER.email && text.includes(name)).length;
const tasks = (about: string) =>
	office.standins.clickup.tasks().filter(({ name }) => name.includes(about));
const addDeal = (name: string) =>
	office.standins.hubspot.addDeal({ properties: completeDeal(name, Date.now()) });
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

/** Accepts by the newest link; in the end there is one task and one decision. */
async function acceptOnce(name: string, deal: string): Promise<void> {
	const link = newestLink(office.standins.slack.messages(), RECEIVER.email, name);
	expect((await submitDecision(link, acceptance('Dana'))).status).toBe(200);
	await until('the task', () => tasks(name).length > 0);
	await flow.untilQuiet();
	expect(tasks(name)).toHaveLength(1);
	const steps = await stepsOf(deal);
	expect(steps.filter((type) => type === 'handoff.requested')).toHaveLength(1);
	expect(steps.filter((type) => type === 'handoff.accepted')).toHaveLength(1);
}

/** Kills n8n after the request is written down and before anybody waits; the execution it leaves. */
async function killWhileAsking(deal: string): Promise<string> {
	const { n8n, standins } = office;
	const ended = { workflowId: flow.workflowId, status: ['crashed' as const] };
	const before = (await n8n.client.listAllExecutions(ended)).map(({ id }) => id);
	standins.slack.failNext(3, { status: 'slow', delayMs: 600_000, match: /postMessage/ });
	flow.poll().catch(() => undefined);
	await until('the request in the ledger', async () =>
		(await stepsOf(deal).catch((): string[] => [])).includes('handoff.requested'),
	);
	await n8n.kill9();
	standins.slack.clearFaults();
	await n8n.restart();
	const crashed = await n8n.client.waitForExecutions(ended, before.length + 1, 60_000);
	const [id] = crashed.map((one) => one.id).filter((one) => !before.includes(one));
	if (id === undefined) throw new Error('nothing crashed');
	return id;
}

/** What a worker leaves that dies: an execution that waited, with nothing in it. */
async function loseWhatWaits(): Promise<void> {
	const { n8n } = office;
	const waiting = { workflowId: flow.workflowId, status: ['waiting' as const] };
	const [one, ...others] = await n8n.client.waitForExecutions(waiting, 1, 60_000);
	if (one === undefined || others.length > 0) throw new Error('not one execution waits');
	await n8n.kill9();
	writeOverExecution(n8n.userFolder, one.id);
	await n8n.restart();
}

const toldThatLost = () =>
	office.standins.slack
		.messages()
		.filter(({ blocks }) => JSON.stringify(blocks).includes('lost by n8n')).length;

/** Lets the template find what is lost, until operations know of so many. */
async function findLost(count: number): Promise<void> {
	await office.n8n.client.runManually(retries, NAMES.manual);
	await until('word to operations', () => toldThatLost() >= count);
	await sleep(HOLDS_MS);
}

it('is asked again by the retry of the execution that was killed between asking and waiting, and by no other', async () => {
	const name = 'Harbour for Iris';
	const deal = addDeal(name);
	const crashed = await killWhileAsking(deal);
	const before = asked(name);

	// Found again after the claim has run out: the ledger says that an answer is awaited.
	await flow.poll();
	await flow.poll();
	expect(asked(name)).toBe(before);

	await retry(crashed);
	await until('the question', () => asked(name) > before);
	await flow.untilQuiet();
	await flow.poll();
	expect(asked(name)).toBe(before + 1);
	await acceptOnce(name, deal);
});

it('is asked again when it is found after n8n has written over the execution that waited, and once', async () => {
	const name = 'Library for Juno';
	const deal = addDeal(name);
	await flow.poll();
	await loseWhatWaits();

	// It rests from here on, until it is known to be lost.
	await flow.pollOnSchedule();
	expect(asked(name)).toBe(1);
	await findLost(1);
	await flow.pollOnSchedule();
	expect(asked(name)).toBe(2);
	await findLost(1);
	await flow.poll();

	expect(asked(name)).toBe(2);
	expect(toldThatLost()).toBe(1);
	await acceptOnce(name, deal);
});

it('is asked again when n8n has written over a retry that waited: the first execution had asked', async () => {
	const name = 'Museum for Kit';
	const deal = addDeal(name);
	const crashed = await killWhileAsking(deal);
	const before = asked(name);
	await sleep(HOLDS_MS);
	await retry(crashed);
	await until('the question', () => asked(name) > before);
	await flow.untilQuiet();
	await loseWhatWaits();

	await findLost(2);
	await flow.pollOnSchedule();

	expect(asked(name)).toBe(before + 2);
	await acceptOnce(name, deal);
});
