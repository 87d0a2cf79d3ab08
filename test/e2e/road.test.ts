import { acceptance, linksIn, returning, submitDecision } from '../scenario/decisionPage';
import { openRoad, type Road } from '../scenario/openRoad';
import { RECEIVER, SELLER, studioPolicy } from '../scenario/studio';
import { until } from './templateRuns/run';
import { watchRoad } from './watchRoad';

jest.setTimeout(180_000);

let road: Road;
beforeAll(async () => {
	road = await openRoad({ changePolicy: studioPolicy() });
});
afterAll(async () => await road.close());

const { addDeal, asked, messagesTo, linkFor, tasksNamed, stepsOf, untilSetUp, untilTold } =
	watchRoad(() => road);

describe('a deal that is not ready', () => {
	it('goes back to the seller with what is missing, once, and is never put before delivery', async () => {
		const deal = addDeal('Shop for Bolt', { amount: '', handoff_goals: 'tbd' });

		await road.poll();
		await road.poll();

		expect(messagesTo(SELLER.email, 'Shop for Bolt')).toHaveLength(1);
		expect(messagesTo(RECEIVER.email, 'Shop for Bolt')).toEqual([]);
		const notes = road.standins.hubspot.notes().filter(({ dealIds }) => dealIds.includes(deal));
		expect(notes).toHaveLength(1);
		expect(notes[0]?.body).toContain('Budget');
		expect(notes[0]?.body).toContain('Goals of the client');
		expect(notes[0]?.body).not.toContain('Kick-off');
		expect(await stepsOf(deal)).toEqual(['1 handoff.evaluated', '1 sla.started', '1 fix.asked']);
		expect(tasksNamed('Shop for Bolt')).toEqual([]);
	});
});

describe('a deal that delivery accepts', () => {
	it('becomes one task with a link back, and the seller is told', async () => {
		const deal = addDeal('Website for Acme');

		await road.poll();
		const answer = await submitDecision(linkFor('Website for Acme'), acceptance('Dana'));
		await untilSetUp(deal);

		expect(answer.status).toBe(200);
		expect(answer.page).toContain('Accepted. Thank you.');
		expect(tasksNamed('Website for Acme')).toHaveLength(1);
		expect(tasksNamed('Website for Acme')[0]?.name).toBe(`Website for Acme [deal ${deal}]`);
		await untilTold(SELLER.email, 'Accepted: Website');
		expect(await stepsOf(deal)).toEqual([
			'1 handoff.evaluated',
			'1 sla.started',
			'1 handoff.requested',
			'1 handoff.accepted',
			'1 sla.met',
			'1 handoff.done',
		]);
	});

	it('is handled once, however often it is found', async () => {
		const deal = addDeal('Portal for Cargo');

		await Promise.all([road.poll(), road.poll()]);
		await road.poll();

		expect(asked('Portal for Cargo')).toHaveLength(1);
		await submitDecision(linkFor('Portal for Cargo'), acceptance('Dana'));
		await untilSetUp(deal);
		await road.poll();
		expect(tasksNamed('Portal for Cargo')).toHaveLength(1);
		expect(asked('Portal for Cargo')).toHaveLength(1);
	});

	it('shares no execution with another deal of the same batch', async () => {
		const [first, second] = [addDeal('Batch one'), addDeal('Batch two')];

		await road.poll();
		await submitDecision(linkFor('Batch two'), acceptance('Dana'));
		await untilSetUp(second);

		expect(tasksNamed('Batch two')).toHaveLength(1);
		expect(tasksNamed('Batch one')).toEqual([]);
		expect((await road.executionOf(first)).status).toBe('waiting');
	});

	it('gets one task although it is found again while ClickUp is slow to make it', async () => {
		const deal = addDeal('Archive for Dune');
		await road.poll();
		road.standins.clickup.failNext(1, { status: 'slow', delayMs: 8_000, match: /^POST/ });
		const looks = () => road.standins.clickup.requests(/^GET/).length;
		const before = looks();

		await submitDecision(linkFor('Archive for Dune'), acceptance('Dana'));
		await until('a look for the task', () => looks() > before);
		// What was accepted is being set up, so that a change comes too late to be asked about.
		road.standins.hubspot.updateDeal(deal, { description: 'Came back with one more page.' });
		await road.poll();
		await untilSetUp(deal);

		expect(tasksNamed('Archive for Dune')).toHaveLength(1);
		expect(asked('Archive for Dune')).toHaveLength(1);
		expect(messagesTo(SELLER.email, 'Accepted: Archive')).toHaveLength(1);
	});

	it('is asked about once although it is found again while HubSpot holds up its first run', async () => {
		const deal = addDeal('Museum for Ember');
		const { hubspot } = road.standins;
		hubspot.failNext(1, { status: 'slow', delayMs: 8_000, match: /^GET .*owners/ });

		const heldUp = road.poll();
		await until('a request that is held up', () => hubspot.heldUp() > 0);
		hubspot.updateDeal(deal, { handoff_mark: 'touched' });
		await Promise.all([heldUp, road.poll()]);

		expect(asked('Museum for Ember')).toHaveLength(1);
		expect(await stepsOf(deal)).toEqual([
			'1 handoff.evaluated',
			'1 sla.started',
			'1 handoff.requested',
		]);
	});

	it('gets its task although ClickUp is busy once', async () => {
		const deal = addDeal('Intranet for Delta');
		await road.poll();
		road.standins.clickup.failNext(1, { status: 429, match: /^POST/ });

		await submitDecision(linkFor('Intranet for Delta'), acceptance('Dana'));
		await untilSetUp(deal);

		expect(tasksNamed('Intranet for Delta')).toHaveLength(1);
	});

	it('gets one task although ClickUp made it and lost the answer', async () => {
		const deal = addDeal('Blog for Delphi');
		await road.poll();
		road.standins.clickup.failNext(1, { status: 'lostAnswer', match: /^POST/ });

		await submitDecision(linkFor('Blog for Delphi'), acceptance('Dana'));
		await untilSetUp(deal);

		expect(tasksNamed('Blog for Delphi')).toHaveLength(1);
	});
});

describe('a deal that delivery returns', () => {
	it('goes back with the reasons, and comes again as attempt 2 when it has changed', async () => {
		const deal = addDeal('App for Foxtrot');
		await road.poll();

		const note = 'Which platform comes first?';
		const answer = await submitDecision(linkFor('App for Foxtrot'), {
			...returning('Dana', 'goals', note),
		});
		await road.untilKept(deal, 'handoff.returned');
		expect(messagesTo(SELLER.email, 'App for Foxtrot')).toHaveLength(1);
		expect(answer.page).toContain('Returned. Thank you.');
		const notes = road.standins.hubspot.notes().filter(({ dealIds }) => dealIds.includes(deal));
		expect(notes.at(-1)?.body).toContain(note);

		await road.poll();
		expect(asked('App for Foxtrot')).toHaveLength(1);

		road.standins.hubspot.updateDeal(deal, { handoff_goals: 'Android first, then the web.' });
		await road.poll();
		await submitDecision(linkFor('App for Foxtrot'), acceptance('Dana'));
		await untilSetUp(deal);

		expect(await stepsOf(deal)).toEqual([
			'1 handoff.evaluated',
			'1 sla.started',
			'1 handoff.requested',
			'1 handoff.returned',
			'1 sla.met',
			// The clock of the seller, until it came again.
			'1 sla.started',
			'2 handoff.evaluated',
			'1 sla.met',
			'2 sla.started',
			'2 handoff.requested',
			'2 handoff.accepted',
			'2 sla.met',
			'2 handoff.done',
		]);
		expect(tasksNamed('App for Foxtrot')).toHaveLength(1);
	});
});

describe('a decision link', () => {
	it('decides nothing when it is only opened, however often', async () => {
		const deal = addDeal('Brand for Golf');
		await road.poll();
		const link = linkFor('Brand for Golf');

		const pages = await Promise.all(Array.from({ length: 20 }, () => fetch(link)));

		expect(pages.map(({ status }) => status)).toEqual(Array(20).fill(200));
		expect((await road.executionOf(deal)).status).toBe('waiting');
		expect(await stepsOf(deal)).not.toContain('1 handoff.accepted');
	});

	it.each([
		['another receiver', (link: string) => link.replace('dana', 'robin')],
		['another round', (link: string) => link.replace('round=1', 'round=2')],
		['another signature', (link: string) => link.replace(/.$/, (end) => (end === 'a' ? 'b' : 'a'))],
		['one more parameter', (link: string) => `${link}&decision=accept`],
	])('is refused with %s in it', async (_what, change) => {
		const link = change(linkFor('Brand for Golf'));

		const opened = await fetch(link);
		const sent = await fetch(link, { method: 'POST', body: new URLSearchParams(acceptance('X')) });

		expect([opened.status, sent.status]).toEqual([401, 401]);
		expect(tasksNamed('Brand for Golf')).toEqual([]);
	});

	it('gives the page back with what was typed when something is missing', async () => {
		const answer = await submitDecision(linkFor('Brand for Golf'), {
			decision: 'accept',
			name: 'Dana "the lead"',
			'check.capacity': 'on',
		});

		expect(answer.status).toBe(422);
		expect(answer.page).toContain('Confirm “We know what the client wants to achieve”');
		expect(answer.page).toContain('value="Dana &quot;the lead&quot;"');
	});

	it('gives one decision when two people answer at the same moment, and tells the other', async () => {
		const names = ['Race one', 'Race two', 'Race three'];
		const deals = names.map((name) => addDeal(name));
		await road.poll();

		for (const [index, name] of names.entries()) {
			const answers = await Promise.all([
				submitDecision(linkFor(name), acceptance('Dana')),
				submitDecision(linkFor(name), returning('Dana', 'date', '')),
			]);
			const won = answers.filter(({ status }) => status === 200);
			const lost = answers.filter(({ status }) => status !== 200);
			expect(won).toHaveLength(1);
			expect(lost.map(({ status }) => status)).toEqual([409]);
			// n8n itself answers who comes while the flow is already going on.
			expect(lost[0]?.page).toMatch(/Somebody was faster|is running already/);
			const accepted = won[0]?.page.includes('Accepted. Thank you.') ?? false;
			await until('the decision', async () =>
				(await stepsOf(deals[index] ?? '')).some((step) => /accepted|returned/.test(step)),
			);
			expect(
				(await stepsOf(deals[index] ?? '')).filter((step) => /accepted|returned/.test(step)),
			).toEqual([accepted ? '1 handoff.accepted' : '1 handoff.returned']);
		}
	});

	it('shows a page to whoever comes late', async () => {
		const late = await fetch(linksIn(road.standins.slack.messages(), RECEIVER.email)[0] ?? '');

		expect(late.status).toBe(200);
		expect(await late.text()).toContain('No action required');
	});
});

describe('what goes wrong around the flow', () => {
	it('keeps waiting for the decision while Slack is down', async () => {
		road.standins.slack.failNext(50, { status: 500 });
		const deal = addDeal('Studio for Hotel');

		await road.poll();
		road.standins.slack.clearFaults();

		expect((await road.executionOf(deal)).status).toBe('waiting');
		expect(await stepsOf(deal)).toContain('1 handoff.requested');
	});

	it('takes the decision after n8n was killed and started again', async () => {
		const deal = addDeal('Archive for India');
		await road.poll();
		const link = linkFor('Archive for India');

		await road.n8n.kill9();
		await road.n8n.restart();
		await submitDecision(link, acceptance('Dana'));
		await untilSetUp(deal);

		expect(tasksNamed('Archive for India')).toHaveLength(1);
	});

	it('lets no connection out but to the stand-ins', () => {
		const hosts = new Set(road.n8n.refusedConnections().map(({ host }) => host));

		// n8n asks its maker for news; that is refused like everything else.
		expect([...hosts].filter((host) => host !== 'api.n8n.io')).toEqual([]);
	});
});
