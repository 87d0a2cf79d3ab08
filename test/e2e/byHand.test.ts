import { openOffice, type Office } from '../scenario/openOffice';
import { submitDecision } from '../scenario/decisionPage';
import { publishByHand, wonDeal, type ByHand, type Deal } from './byHandFlow';
import { atOnceWhen, killAndRestart, retry } from './byHandKills';
import { until } from './templateRuns/run';

jest.setTimeout(300_000);

const TEMPLATE = { file: 'four-nodes.json' };
const DANA = 'dana@delivery.example';
const ACCEPTED = { decision: 'accept', name: 'Dana D.', 'check.capacity': 'on' };
const RETURNED = {
	...{ decision: 'return', name: 'Dana D.' },
	...{ 'reason.scope': 'on', 'note.scope': 'Who brings the photos?' },
};
const BUDGET_MISSING = { amount: 0 };

let office: Office;
let flow: ByHand;
let hurried: ByHand;
const silent = wonDeal('S-1', 'Silent Films');
beforeAll(async () => {
	office = await openOffice();
	flow = await publishByHand(office, TEMPLATE);
	hurried = await publishByHand(office, { ...TEMPLATE, path: 'hurried-deals', minutes: 1 });
	await hurried.look(silent);
});
afterAll(async () => await office?.close());

/** Somebody opens the newest link about a deal, or this one, and sends the form. */
async function decide(deal: Deal, form: Record<string, string>, link = flow.links(deal).at(-1)) {
	if (link === undefined) throw new Error(`nobody was asked about ${deal.name}`);
	const answer = await submitDecision(link, form);
	expect(answer.status).toBe(200);
}
const untilStep = (deal: Deal, step: string) =>
	until(`${step} of ${deal.name}`, async () => (await flow.steps(deal)).includes(step));

/** The deal is accepted by its newest link, and the work is set up once and for all. */
async function acceptAndSetUp(deal: Deal): Promise<void> {
	await decide(deal, ACCEPTED);
	await until(`the set-up of ${deal.name}`, async () =>
		(await flow.steps(deal)).some((step) => step.endsWith('done')),
	);
	await flow.untilQuiet();
	expect((await flow.ways(deal)).Accepted).toBe(1);
	expect((await flow.steps(deal)).filter((step) => step.endsWith('accepted'))).toHaveLength(1);
}

describe('a handoff in four nodes', () => {
	it('is asked about once, however many runs find the deal at the same time', async () => {
		const deal = wonDeal('T-1', 'Twice Found');
		await flow.look(deal, 3);

		expect(await flow.ways(deal)).toEqual({ Ready: 1, 'Nothing New': 2 });
		expect(flow.mails(deal).map(({ to }) => to)).toEqual([DANA]);
	});

	it('that is not ready is told once while nothing changes, and asked about when complete', async () => {
		const deal = wonDeal('N-1', 'Not Yet');
		await flow.look({ ...deal, ...BUDGET_MISSING });
		await flow.look({ ...deal, ...BUDGET_MISSING });
		expect(await flow.ways(deal)).toEqual({ 'Not Ready': 1, 'Nothing New': 1 });
		const { message } = await flow.handoff(deal, 'Not Ready');
		expect(message?.to).toMatchObject([{ email: deal.owner_email }]);
		expect(message?.text).toContain('Enter the amount of the signed offer.');
		expect(flow.mails(deal)).toEqual([]);

		await flow.look(deal);
		expect(flow.mails(deal).map(({ to }) => to)).toEqual([DANA]);
		expect((await flow.handoff(deal, 'Ready')).attempt).toBe(2);
	});

	it('that is returned rests until it is fixed, and is asked about as the next attempt', async () => {
		const deal = wonDeal('R-1', 'Returned Once');
		await flow.look(deal);
		await decide(deal, RETURNED);
		await untilStep(deal, '1 returned');
		await flow.look(deal);
		expect(await flow.ways(deal)).toEqual({ Ready: 1, Returned: 1, 'Nothing New': 1 });
		const { message } = await flow.handoff(deal, 'Returned');
		expect(message?.text).toContain('Who brings the photos?');

		const fixed = { ...deal, scope: `${deal.scope}, which the client brings` };
		await flow.look(fixed);
		expect(flow.links(deal)).toHaveLength(2);
		await acceptAndSetUp(fixed);
		expect(await flow.steps(deal)).toContain('2 accepted');
	});

	it('that is accepted leaves once by Accepted, and never again when its work is set up', async () => {
		const deal = wonDeal('A-1', 'Accepted At Once');
		await flow.look(deal);
		await acceptAndSetUp(deal);
		await flow.look(deal, 2);
		await flow.look({ ...deal, amount: 99 });

		expect(await flow.ways(deal)).toEqual({ Ready: 1, Accepted: 1, 'Nothing New': 3 });
		expect(await flow.handoff(deal, 'Accepted')).toMatchObject({
			outcome: 'accepted',
			decision: { by: { email: DANA, name: 'Dana D.' } },
		});
		expect(await flow.steps(deal)).toEqual(['1 evaluated', '1 requested', '1 accepted', '1 done']);
	});

	it('that changes while it is asked about is asked about anew, and the old link decides nothing', async () => {
		const deal = wonDeal('C-1', 'Changed Meanwhile');
		await flow.look(deal);
		await flow.look({ ...deal, amount: 15_000 });
		const [old, current] = flow.links(deal);
		await decide(deal, ACCEPTED, old);
		await until('word that it came too late', () =>
			flow.mails(deal).some(({ to, body }) => to === DANA && body.includes('came too late')),
		);
		await flow.untilQuiet();
		expect(await flow.ways(deal)).toEqual({ Ready: 2 });
		expect(await flow.steps(deal)).not.toContain('1 accepted');

		expect(current).not.toBe(old);
		await acceptAndSetUp(deal);
		expect(await flow.steps(deal)).toContain('2 accepted');
	});

	it('of a deal that is lost while it is asked about is withdrawn, and who was asked is told', async () => {
		const deal = wonDeal('L-1', 'Lost Meanwhile');
		await flow.look(deal);
		await flow.look({ ...deal, stage: 'lost' });
		const { message } = await flow.handoff(deal, 'Not Ready');
		expect(message?.kind).toBe('withdrawn');
		expect(message?.to.map(({ email }) => email)).toEqual([deal.owner_email, DANA]);

		await decide(deal, ACCEPTED);
		await until('word that it is withdrawn', () => flow.mails(deal).length > 1);
		await flow.untilQuiet();
		expect(await flow.ways(deal)).toEqual({ Ready: 1, 'Not Ready': 1 });
		expect(await flow.steps(deal)).toEqual(['1 evaluated', '1 requested', '1 withdrawn']);
	});

	it('that nobody answers leaves by No Decision, and is accepted by nobody', async () => {
		await until(
			'the end of the question',
			async () => (await hurried.ways(silent))['No Decision'] === 1,
			150_000,
		);

		expect(await hurried.ways(silent)).toEqual({ Ready: 1, 'No Decision': 1 });
		expect((await hurried.handoff(silent, 'No Decision')).decision).toBeUndefined();
		expect(await hurried.steps(silent)).toContain('1 unanswered');
		expect(await hurried.steps(silent)).not.toContain('1 accepted');
	});
});

describe('a handoff in four nodes whose n8n is killed', () => {
	/** n8n dies, comes back, and whoever looks after it retries what it gave up. */
	const killed = async (): Promise<string[]> => {
		const lost = await killAndRestart(office.n8n, flow.workflowId);
		for (const id of lost) await retry(office.n8n, id);
		await flow.untilQuiet();
		return lost;
	};

	it('at the gate is asked about once, when n8n retries the execution', async () => {
		const deal = wonDeal('K-1', 'Killed At The Gate');
		const claims = async () => (await office.n8n.client.readDataTable('handoff_claims')).length;
		const before = await claims();
		await flow.send(deal);
		await atOnceWhen('the gate has claimed', async () => (await claims()) > before);
		expect(await killed()).toHaveLength(1);

		expect(flow.links(deal)).toHaveLength(1);
		await acceptAndSetUp(deal);
	});

	it('while people are told is asked about again by a link that counts, and accepted once', async () => {
		const deal = wonDeal('K-2', 'Killed In The Mail');
		const about = new RegExp(deal.name);
		office.standins.smtp.failNext(1, { status: 'slow', delayMs: 60_000, about });
		await flow.send(deal);
		await until('the mail', () => flow.links(deal).length > 0);
		expect(await killed()).toHaveLength(1);

		const [dead, ...others] = flow.links(deal);
		expect(others).toHaveLength(1);
		expect((await fetch(dead ?? '')).ok).toBe(false);
		await acceptAndSetUp(deal);
	});

	it('while it waits for the answer goes on waiting, and nobody is asked twice', async () => {
		const deal = wonDeal('K-3', 'Killed While Waiting');
		await flow.look(deal);
		expect(await killed()).toEqual([]);
		await flow.look(deal);

		expect(flow.links(deal)).toHaveLength(1);
		await acceptAndSetUp(deal);
		expect(await flow.ways(deal)).toEqual({ Ready: 1, Accepted: 1, 'Nothing New': 1 });
	});
});
