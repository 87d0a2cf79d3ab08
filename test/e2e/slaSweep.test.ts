import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Flow } from '../scenario/flow';
import { openOffice, type Office } from '../scenario/openOffice';
import { completeDeal, SELLER, studioPolicy } from '../scenario/studio';

jest.setTimeout(400_000);

/** Six seconds to fix what is missing, for which the policy of the template gives two days. */
const FIX_MS = 6_000;
/** The template lets a claim hold for four minutes; a test cannot wait so long. */
const SHORT_CLAIMS_MS = 5_000;
const template = (file: string): string =>
	readFileSync(join(__dirname, '..', '..', 'templates', file), 'utf8');
const shortClaims = (template: string): string =>
	template.replaceAll('minutes: 4 ', 'seconds: 5 ').replaceAll('240000', '5000');

let office: Office;
let road: Flow;
let sweep: Flow;
beforeAll(async () => {
	const withFix = (policy: Record<string, unknown>) => {
		const { sla, ...rest } = studioPolicy()(policy);
		const { fix } = Object(sla);
		return { ...rest, sla: { ...Object(sla), fix: { ...fix, minutes: FIX_MS / 60_000 } } };
	};
	office = await openOffice();
	road = await office.install(template('hubspot-to-clickup.json'), withFix);
	sweep = await office.install(shortClaims(template('sla-sweep.json')));
	await sweep.unpublish();
});
afterAll(async () => await office.close());

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Runs the sweep so many times at the same moment. */
async function sweepNow(times = 1): Promise<string[]> {
	const { client } = office.n8n;
	const runs = await Promise.all(
		Array.from({ length: times }, () => client.runManually(sweep.workflowId, 'Run once now')),
	);
	for (const id of runs) await client.waitForExecution(id, ['success', 'error', 'crashed'], 60_000);
	return runs;
}
const alertsAbout = (name: string) =>
	office.standins.slack
		.messages()
		.filter(({ text }) => text.includes(name) && /^(Due soon|Overdue)/.test(text))
		.map(({ to, text }) => `${to} ${text}`);
const told = (name: string) => [
	`${SELLER.email} Due soon: “${name}” (fix)`,
	`${SELLER.email} Overdue: “${name}” (fix)`,
];
const clockRowsOf = async (deal: string) =>
	(await road.ledgerOf(deal)).filter(({ type }) => type.startsWith('sla.'));
const openRows = async () => await office.n8n.client.readDataTable('handoff_open');

/** A deal that goes back to the seller, whose clock is running from then on. */
async function incompleteDeal(name: string): Promise<string> {
	const properties = { ...completeDeal(name, Date.now()), amount: '' };
	const deal = office.standins.hubspot.addDeal({ properties });
	await road.poll();
	expect((await openRows()).map(({ title }) => title)).toContain(name);
	return deal;
}

describe('the sweep over open handoffs', () => {
	it('tells each milestone once and in order although two runs overlap, and never again', async () => {
		const name = 'Sweep for Alpha';
		const deal = await incompleteDeal(name);
		await sleep(FIX_MS);

		await sweepNow(2);

		expect(alertsAbout(name)).toEqual(told(name));
		const rows = await clockRowsOf(deal);
		expect(rows.map(({ type }) => type)).toEqual([
			'sla.started',
			'sla.milestoneReached',
			'sla.breached',
		]);
		const { milestone } = JSON.parse(rows[2]?.data ?? '{}');
		expect(Date.parse(milestone.actualAt)).toBeGreaterThanOrEqual(Date.parse(milestone.dueAt));
		await sleep(SHORT_CLAIMS_MS);
		await sweepNow();
		expect(alertsAbout(name)).toHaveLength(2);
	});

	it('tells it later when the channel does not answer, and nobody else has to wait for that', async () => {
		const name = 'Sweep for Bravo';
		const deal = await incompleteDeal(name);
		await sleep(FIX_MS);
		office.standins.slack.failNext(50, { status: 500 });
		await sweepNow();
		office.standins.slack.clearFaults();
		expect((await clockRowsOf(deal)).map(({ type }) => type)).toEqual(['sla.started']);

		await sleep(SHORT_CLAIMS_MS);
		await sweepNow();

		expect(alertsAbout(name)).toEqual(told(name));
	});

	it('takes over what a run had claimed that was killed', async () => {
		const name = 'Sweep for Charlie';
		await incompleteDeal(name);
		await sleep(FIX_MS);
		// Slack hangs, so that the run is killed between the claim and the message.
		office.standins.slack.failNext(50, { status: 500 });
		await office.n8n.client.runManually(sweep.workflowId, 'Run once now');
		await sleep(2_000);
		await office.n8n.kill9();
		office.standins.slack.clearFaults();
		await office.n8n.restart();

		await sweepNow();

		expect(alertsAbout(name)).toEqual(told(name));
	});

	it('stops the clock of the seller when the deal comes again ready, and forgets it', async () => {
		const name = 'Sweep for Delta';
		const deal = await incompleteDeal(name);
		office.standins.hubspot.updateDeal(deal, { amount: '12000' });
		await road.poll();

		expect((await openRows()).map(({ title }) => title)).not.toContain(name);
		const ended = (await clockRowsOf(deal)).filter(({ data }) => JSON.parse(data).clock === 'fix');
		expect(ended.map(({ type }) => type)).toEqual([
			'sla.started',
			expect.stringMatching(/^sla\.(met|breached)$/),
		]);
		await sleep(FIX_MS);
		await sweepNow();
		expect(alertsAbout(name)).toEqual([]);
	});

	it('tells by its schedule what passed while n8n was down', async () => {
		const name = 'Sweep for Echo';
		const deal = await incompleteDeal(name);
		await office.n8n.client.publish(sweep.workflowId);
		await office.n8n.kill9();
		await sleep(FIX_MS);
		await office.n8n.restart();

		// n8n takes up a schedule minutes after a crash when the machine is busy.
		const deadline = Date.now() + 300_000;
		while (alertsAbout(name).length < 2 && Date.now() < deadline) await sleep(500);
		await sweep.untilQuiet();

		expect(alertsAbout(name)).toEqual(told(name));
		const rows = await clockRowsOf(deal);
		expect(rows.map(({ type }) => type)).toContain('sla.breached');
	});
});
