import { formName } from '../../nodes/domain/page/formNames';
import { linksIn, openPage } from '../scenario/decisionPage';
import { openRoad, type Road } from '../scenario/openRoad';
import { SELLER, SELLER_NAME, studioPolicy } from '../scenario/studio';
import { sendForm } from './templateRuns/decide';
import { until } from './templateRuns/run';
import { watchRoad } from './watchRoad';

jest.setTimeout(300_000);

let road: Road;
beforeAll(async () => {
	road = await openRoad({ changePolicy: studioPolicy() });
});
afterAll(async () => await road?.close());

const { addDeal, asked, messagesTo, stepsOf, untilTold, untilStep } = watchRoad(() => road);

const GOALS = 'Twice as many bookings through the website before the summer.';
const FIELD = {
	goals: formName('value', 'properties.handoff_goals'),
	amount: formName('value', 'properties.amount'),
};

const propertiesOf = (deal: string) =>
	road.standins.hubspot.deals().find(({ id }) => id === deal)?.properties ?? {};

/** The newest link of the seller for a deal with this name. */
function linkFor(name: string): string {
	const about = road.standins.slack.messages().filter((one) => JSON.stringify(one).includes(name));
	const link = linksIn(about, SELLER.email).at(-1);
	if (link === undefined) throw new Error(`the seller got no link for “${name}”`);
	return link;
}

const fillIn = async (name: string, values: Record<string, string>): Promise<number> => {
	const link = linkFor(name);
	return await sendForm(link, await openPage(link), { name: SELLER_NAME, ...values });
};

describe('a deal that lacks two things', () => {
	const NAME = 'Shop for Bolt';
	let deal = '';
	beforeAll(async () => {
		deal = addDeal(NAME, { handoff_goals: 'tbd', amount: '' });
		await road.poll();
	});

	it('is told to the seller once, with a link to a page of their own', async () => {
		expect(messagesTo(SELLER.email, NAME)).toHaveLength(1);
		const page = await openPage(linkFor(NAME));
		expect(page).toContain(FIELD.goals);
		expect(page).toContain(FIELD.amount);
		expect(road.standins.hubspot.notes()).toHaveLength(1);
	});

	it('gets both values from that page, and delivery is asked, without anybody opening HubSpot', async () => {
		expect(await fillIn(NAME, { [FIELD.goals]: GOALS, [FIELD.amount]: '12500' })).toBe(200);
		await untilStep(deal, '2 handoff.requested');
		await road.untilQuiet();

		expect(propertiesOf(deal)).toMatchObject({ handoff_goals: GOALS, amount: '12500' });
		expect(asked(NAME)).toHaveLength(1);
		expect(await stepsOf(deal)).toEqual([
			'1 handoff.evaluated',
			'1 sla.started',
			'1 fix.asked',
			'1 fix.answered',
			'2 handoff.evaluated',
			'1 sla.met',
			'2 sla.started',
			'2 handoff.requested',
		]);
	});

	it('is looked at by the next search without asking anybody again', async () => {
		await road.poll();

		expect(asked(NAME)).toHaveLength(1);
		expect(linksIn(road.standins.slack.messages(), SELLER.email)).toHaveLength(1);
	});
});

describe('what HubSpot does not take', () => {
	const NAME = 'Fair stand for Juno';
	let deal = '';
	beforeAll(async () => {
		deal = addDeal(NAME, { handoff_goals: 'tbd' });
		await road.poll();
		road.standins.hubspot.protect('handoff_goals');
		expect(await fillIn(NAME, { [FIELD.goals]: GOALS })).toBe(200);
	});
	afterAll(() => road.standins.hubspot.unprotect('handoff_goals'));

	it('is told to who sent it and to operations, and the deal stays not ready', async () => {
		await untilTold(SELLER.email, `Not written: ${NAME}`);
		await untilTold('handoffs-late', NAME);
		await road.untilQuiet();

		expect(messagesTo('handoffs-late', NAME)).toEqual([
			expect.stringContaining(`Failed: “${NAME}”`),
		]);
		expect(propertiesOf(deal).handoff_goals).toBe('tbd');
		expect(await stepsOf(deal)).not.toContain('2 handoff.evaluated');
		expect(asked(NAME)).toEqual([]);
	});

	it('goes in by a second try on the same page', async () => {
		road.standins.hubspot.unprotect('handoff_goals');

		expect(await fillIn(NAME, { [FIELD.goals]: GOALS })).toBe(200);
		await untilStep(deal, '2 handoff.requested');

		expect(propertiesOf(deal).handoff_goals).toBe(GOALS);
	});
});

describe('a value that somebody changes in HubSpot while the page is open', () => {
	it('is not overwritten, and the seller hears it', async () => {
		const [name, better] = ['Catalogue for Kiosk', 'Half as many questions on the telephone.'];
		const deal = addDeal(name, { handoff_goals: 'tbd' });
		await road.poll();
		const link = linkFor(name);
		const page = await openPage(link);
		road.standins.hubspot.updateDeal(deal, { handoff_goals: better });

		const fields = { name: SELLER_NAME, [FIELD.goals]: GOALS };
		expect(await sendForm(link, page, fields)).toBe(200);
		await untilStep(deal, '2 handoff.requested');
		await until('word that it was kept', () =>
			messagesTo(SELLER.email, name).some((text) => !text.includes('not ready')),
		);

		expect(propertiesOf(deal).handoff_goals).toBe(better);
	});
});
