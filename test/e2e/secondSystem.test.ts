import { openOffice, type Office } from '../scenario/openOffice';
import { RECEIVER, SELLER } from '../scenario/studio';
import { clickup } from '../../templates/builder/project/clickup';
import { asana } from '../../templates/builder/project/asana';
import { slack } from '../../templates/builder/channel/slack';
import { teams } from '../../templates/builder/channel/teams';
import { hubspotAndSignedOffers } from '../../templates/builder/crm/hubspotAndSignedOffers';
import { pipedriveAndInvoices } from '../../templates/builder/crm/pipedriveAndInvoices';
import { line, webhook } from './lineWorkflow';
import { accept } from './templateRuns/decide';
import { hubspotCrm } from './templateRuns/crm/hubspot';
import { pipedriveCrm } from './templateRuns/crm/pipedrive';
import { startRun, until, type Run } from './templateRuns/run';

jest.setTimeout(180_000);

/** What every deal of the studio is worth. */
const AMOUNT = 12_000;
const OTHER_AMOUNT = 15_500;
const APPROVER = 'head-of-delivery@example.com';

const signedOffers = {
	template: 'hubspot-and-signed-offers-to-clickup',
	combination: { crm: hubspotAndSignedOffers, project: clickup, channel: slack },
	requirement: 'signed-amount',
	system: 'Signed offers',
	parts: [AMOUNT],
	addDeal: (title: string) => hubspotCrm(office.standins, '').add(title, 'complete'),
	// A sheet holds the id of a deal as a number.
	write: (deal: string, amount: number) =>
		office.standins.googleSheets.writeOffer(Number(deal), amount),
	correct: (deal: string, amount: number) =>
		office.standins.googleSheets.writeOffer(Number(deal), amount),
	breakIt: () => office.standins.googleSheets.failNext(3, { status: 500 }),
};
const invoices = {
	template: 'pipedrive-and-invoices-to-asana',
	combination: { crm: pipedriveAndInvoices, project: asana, channel: teams },
	requirement: 'invoiced-amount',
	system: 'QuickBooks',
	/** What is invoiced in several parts is added up. */
	parts: [AMOUNT / 3, (AMOUNT / 3) * 2],
	addDeal: (title: string) => pipedriveCrm(office.standins, '').add(title, 'complete'),
	write: (dealId: string, amount: number) =>
		office.standins.quickbooks.addInvoice({ dealId, amount }),
	correct: (dealId: string, amount: number) =>
		office.standins.quickbooks.correctInvoices(dealId, amount),
	breakIt: () => office.standins.quickbooks.failNext(3, { status: 500 }),
};

let office: Office;
beforeAll(async () => {
	office = await openOffice();
	const { id } = await office.n8n.client.createWorkflow(
		line('Grant an exception', [
			webhook('grant'),
			{
				name: 'Grant',
				type: 'n8n-nodes-handoff.handoffLedger',
				typeVersion: 1,
				parameters: {
					operation: 'grantWaiver',
					handoff: '={{ $json.body.handoffId }}',
					requirementId: '={{ $json.body.requirement }}',
					reason: 'The rest is paid in kind',
					approvedBy: APPROVER,
					expiresAt: `={{ $now.plus({ days: 7 }).toISODate() }}`,
				},
			},
		]),
	);
	await office.n8n.client.publish(id);
});
afterAll(async () => await office.close());

describe.each([signedOffers, invoices])('$template', (second) => {
	const titled = (what: string) => `${what} of ${second.system}.`;
	let run: Run;
	beforeAll(async () => {
		run = await startRun(office, second.combination);
	});
	afterAll(async () => {
		await run.flow.unpublish();
		run.crm.putAway();
	});

	/** A deal, and what the second system says about it, found by a search. */
	async function look(title: string, amount?: number): Promise<string> {
		const deal = await second.addDeal(title);
		if (amount !== undefined) second.write(deal, amount);
		await run.flow.poll();
		return deal;
	}
	const toSeller = (title: string) =>
		run.told(title, run.channel.placeOf(SELLER.email)).filter((body) => body.includes('Amount as'));

	it('asks about each deal of a search for which both systems say the same', async () => {
		const titles = [titled('Agreed'), titled('Agreed as well')];
		for (const title of titles) {
			const deal = await second.addDeal(title);
			for (const amount of second.parts) second.write(deal, amount);
		}
		await run.flow.poll();

		expect(titles.map((title) => run.asked(title).length)).toEqual([1, 1]);
		expect(titles.flatMap(toSeller)).toEqual([]);
	});

	it('sends a deal back with both amounts when they differ, and asks once they agree', async () => {
		const title = titled('Different');
		const deal = await look(title, OTHER_AMOUNT);

		expect(run.asked(title)).toEqual([]);
		expect(toSeller(title)).toHaveLength(1);
		expect(toSeller(title)[0]).toMatch(new RegExp(`${second.system} says 15.?500`));
		expect(toSeller(title)[0]).toMatch(/(HubSpot|Pipedrive) says 12.?000/);

		second.correct(deal, AMOUNT);
		await run.flow.poll();
		expect(run.asked(title)).toHaveLength(1);
	});

	it('sends a deal back of which the second system says nothing yet', async () => {
		const title = titled('Not yet');
		const deal = await look(title);

		expect(run.asked(title)).toEqual([]);
		expect(toSeller(title)[0]).toContain(`is missing in ${second.system}`);

		second.write(deal, AMOUNT);
		await run.flow.poll();
		expect(run.asked(title)).toHaveLength(1);
	});

	it('asks about a deal that differs once an exception was granted in the ledger', async () => {
		const title = titled('Exception');
		const deal = await look(title, OTHER_AMOUNT);
		expect(run.asked(title)).toEqual([]);

		const [{ handoffId } = { handoffId: '' }] = await run.flow.ledgerOf(deal);
		await office.n8n.client.callWebhook('grant', { handoffId, requirement: second.requirement });
		await until('the exception', async () =>
			(await run.stepsOf(deal)).some((step) => step.includes('requirement.waived')),
		);
		await run.flow.poll();

		expect(run.asked(title)).toHaveLength(1);
		expect(run.asked(title)[0]).toContain('The rest is paid in kind');
	});

	it('makes no task when the amount has changed before it was accepted, and the seller hears of it', async () => {
		const title = titled('Changed meanwhile');
		const deal = await look(title, AMOUNT);
		second.correct(deal, OTHER_AMOUNT);

		expect(await accept(run.linkFor(title), RECEIVER.name)).toBe(200);
		await until('word to the seller', () => toSeller(title).length > 0);
		await run.flow.untilQuiet();

		expect(toSeller(title)[0]).toMatch(new RegExp(`${second.system} says 15.?500`));
		expect(run.tasksFor(title)).toEqual([]);
		expect(run.crm.linkOn(deal)).toBeUndefined();
	});

	it('makes the task of what is accepted when both still say the same', async () => {
		const title = titled('Accepted');
		const deal = await look(title, AMOUNT);

		expect(await accept(run.linkFor(title), RECEIVER.name)).toBe(200);
		await until('the link', () => run.crm.linkOn(deal) !== undefined);

		expect(run.tasksFor(title)).toHaveLength(1);
	});

	it('fails and judges nothing while the second system cannot be read', async () => {
		const title = titled('Unread');
		second.breakIt();
		const deal = await look(title, AMOUNT);

		const { client } = office.n8n;
		const failed = await client.listExecutions({
			workflowId: run.flow.workflowId,
			status: ['error'],
		});
		expect(failed).toHaveLength(1);
		expect(run.told(title)).toEqual([]);
		expect(await run.flow.ledgerOf(deal)).toEqual([]);

		await run.flow.poll();
		expect(run.asked(title)).toHaveLength(1);
	});
});
