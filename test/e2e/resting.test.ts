import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { acceptance, newestLink, submitDecision } from '../scenario/decisionPage';
import type { Flow } from '../scenario/flow';
import { openOffice, type Office } from '../scenario/openOffice';
import { completeDeal, RECEIVER, SELLER, studioPolicy } from '../scenario/studio';
import { CLAIM_HOLDS_MS, CLAIMS } from '../../templates/builder/ledger/claims';
import { until } from './templateRuns/run';

jest.setTimeout(180_000);

const TEMPLATE = join(__dirname, '..', '..', 'templates', 'hubspot-to-clickup.json');
/** In the place of minutes. */
const HOLDS_MS = 1_500;
/** In the place of 200. */
const MOST = 3;

let office: Office;
let flow: Flow;
beforeAll(async () => {
	office = await openOffice();
	const template = readFileSync(TEMPLATE, 'utf8')
		.replaceAll(`>= ${CLAIM_HOLDS_MS} ?`, `>= ${HOLDS_MS} ?`)
		// The runs of this test are the only ones.
		.replace(
			/"field": "minutes",\s*"minutesInterval": 5/,
			'"field": "months", "monthsInterval": 12',
		)
		.replace('"maxItems": 200', `"maxItems": ${MOST}`);
	flow = await office.install(template, studioPolicy());
});
afterAll(async () => await office.close());

const addDeal = (name: string, different: Record<string, string> = {}) =>
	office.standins.hubspot.addDeal({
		properties: { ...completeDeal(name, Date.now()), ...different },
	});
const told = (email: string, about: string) =>
	office.standins.slack.messages().filter(({ to, text }) => to === email && text.includes(about))
		.length;
const tasks = (about: string) =>
	office.standins.clickup.tasks().filter(({ name }) => name.includes(about));

/** How often an execution of its own has looked at the deal: each claims the version that it sees. */
async function looks(deal: string): Promise<number> {
	const claims = await office.n8n.client.readDataTable(CLAIMS);
	return claims.filter(({ claim }) => new RegExp(`:${deal}:\\d{4}-`).test(String(claim))).length;
}

/** Runs of the schedule, as far apart as claims hold. */
async function runs(count: number): Promise<void> {
	for (let run = 0; run < count; run++) {
		await sleep(HOLDS_MS);
		await flow.pollOnSchedule();
	}
}

it('a deal that waits for its answer is looked at once more, then rests; by hand it is looked at', async () => {
	const deal = addDeal('Arcade for Quill');

	await runs(2);
	expect(await looks(deal)).toBe(2);
	await runs(2);
	expect(await looks(deal)).toBe(2);
	await sleep(HOLDS_MS);
	await flow.poll();

	expect(await looks(deal)).toBe(3);
	expect(told(RECEIVER.email, 'Arcade for Quill')).toBe(1);
});

it('a deal that is not ready rests until it changes, and is put before the team in the next run', async () => {
	const deal = addDeal('Bakery for Rune', { amount: '' });

	await runs(4);
	expect(await looks(deal)).toBe(2);
	expect(told(SELLER.email, 'Bakery for Rune')).toBe(1);
	office.standins.hubspot.updateDeal(deal, { amount: '12000' });
	await runs(1);

	expect(await looks(deal)).toBe(3);
	expect(told(RECEIVER.email, 'Bakery for Rune')).toBe(1);
});

it('a deal that rests is awake when it is accepted: where no task can be made, the next run tries', async () => {
	const name = 'Chapel for Sol';
	const deal = addDeal(name);
	await runs(3);
	const before = await looks(deal);
	office.standins.clickup.failNext(100, { status: 500, match: /POST .*task/ });

	const link = newestLink(office.standins.slack.messages(), RECEIVER.email, name);
	expect((await submitDecision(link, acceptance('Dana'))).status).toBe(200);
	await until('word to operations', () =>
		office.standins.slack.messages().some(({ text }) => text.includes(`No task yet for ${name}`)),
	);
	await flow.untilQuiet();
	expect(tasks(name)).toEqual([]);
	office.standins.clickup.clearFaults();
	await runs(1);

	expect(await looks(deal)).toBe(before + 1);
	expect(tasks(name)).toHaveLength(1);
});

it('of more deals than n8n gets done at a time each comes on in one of the next runs', async () => {
	const names = Array.from({ length: MOST + 1 }, (_none, index) => `Depot ${index} for Tamsin`);
	for (const name of names) addDeal(name);
	const asked = () => names.filter((name) => told(RECEIVER.email, name) > 0).length;

	await runs(1);
	expect(asked()).toBeLessThanOrEqual(MOST);
	await runs(2);

	expect(asked()).toBe(names.length);
});
