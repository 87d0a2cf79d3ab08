import { acceptance, readPage, submitDecision } from '../scenario/decisionPage';
import { openRoad, type Road } from '../scenario/openRoad';
import { RECEIVER, SELLER, studioPolicy } from '../scenario/studio';
import { movedClock } from '../support/movedClock';
import { watchRoad } from './watchRoad';

jest.setTimeout(300_000);

/** What is accepted and not set up is looked at again after ten minutes. */
const EARLIER_MS = 11 * 60_000;

/**
 * n8n begins some minutes ago and comes back to the present: the database stamps claims by the clock
 * of the machine, which no test moves.
 */
const clock = movedClock();
let road: Road;
beforeAll(async () => {
	clock.moveTo(Date.now() - EARLIER_MS);
	road = await openRoad({ changePolicy: studioPolicy(), clock });
});
afterAll(async () => {
	await road?.close();
	clock.remove();
});

const { addDeal, asked, linkFor, tasksNamed, stepsOf, untilStep, untilSetUp, untilTold } =
	watchRoad(() => road);

/** A deal that changes while delivery is asked about it, and that delivery accepts all the same. */
async function acceptChanged(name: string, change: Record<string, string>): Promise<string> {
	const deal = addDeal(name);
	await road.poll();
	road.standins.hubspot.updateDeal(deal, change);
	const { status } = await submitDecision(linkFor(name), acceptance('Dana'));
	expect(status).toBe(200);
	return deal;
}

describe('what delivery accepts', () => {
	it('makes no task when the deal was lost meanwhile, and delivery is told so', async () => {
		const deal = await acceptChanged('Fair stand for Juno', { dealstage: 'closedlost' });

		await untilTold(RECEIVER.email, 'Withdrawn: Fair stand');
		await untilTold(SELLER.email, 'Withdrawn: Fair stand');
		await road.poll();
		expect(tasksNamed('Fair stand')).toEqual([]);
		expect((await stepsOf(deal)).at(-1)).toBe('1 handoff.withdrawn');
	});

	it('is asked about anew when the budget fell meanwhile, and makes a task of what is true now', async () => {
		const deal = await acceptChanged('Catalogue for Kiosk', { amount: '1' });

		await untilStep(deal, '2 handoff.requested');
		await road.untilQuiet();
		expect(tasksNamed('Catalogue')).toEqual([]);
		expect(asked('Catalogue')).toHaveLength(2);
		expect(await readPage(linkFor('Catalogue'))).toMatch(/Budget[\s\S]{0,200}\b1\b/);

		await submitDecision(linkFor('Catalogue'), acceptance('Dana'));
		await untilSetUp(deal);
		expect(tasksNamed('Catalogue')).toHaveLength(1);
		expect(await stepsOf(deal)).toEqual([
			'1 handoff.evaluated',
			'1 sla.started',
			'1 handoff.requested',
			'1 handoff.accepted',
			'1 sla.met',
			'1 handoff.replaced',
			'2 handoff.evaluated',
			'2 sla.started',
			'2 handoff.requested',
			'2 handoff.accepted',
			'2 sla.met',
			'2 handoff.done',
		]);
	});

	it('becomes a task although something changed that the policy does not name', async () => {
		const deal = await acceptChanged('Label for Lumen', { deal_currency_code: 'USD' });

		await untilSetUp(deal);
		expect(tasksNamed('Label for Lumen')).toHaveLength(1);
		expect(asked('Label for Lumen')).toHaveLength(1);
		expect(await stepsOf(deal)).not.toContain('1 handoff.replaced');
	});
});

describe('what is accepted while ClickUp is down', () => {
	it('stays accepted, is told to operations, and is set up by a search ten minutes later', async () => {
		const deal = addDeal('Campaign for Echo');
		await road.poll();
		road.standins.clickup.failNext(3, { status: 500, match: /^POST/ });

		await submitDecision(linkFor('Campaign for Echo'), acceptance('Dana'));
		await untilTold('handoffs-late', 'Campaign for Echo');
		await road.untilQuiet();
		await road.poll();
		expect(tasksNamed('Campaign for Echo')).toEqual([]);
		expect(await stepsOf(deal)).not.toContain('1 handoff.done');

		clock.moveTo(Date.now());
		await road.poll();
		await untilSetUp(deal);

		expect(tasksNamed('Campaign for Echo')).toHaveLength(1);
		expect(asked('Campaign for Echo')).toHaveLength(1);
	});
});
