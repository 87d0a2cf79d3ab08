import { openRoad, untilQuiet, type Road } from '../../demo/road/openRoad';
import { completeDeal, HEAD, RECEIVER, studioPolicy } from '../../demo/road/studio';

jest.setTimeout(400_000);

/** The shortest waits that n8n keeps to the second are a little over a minute. */
const REMINDER_MS = 75_000;

let road: Road;
beforeAll(async () => {
	road = await openRoad({ changePolicy: studioPolicy({ minutes: 2.5, milestones: [50, 100] }) });
});
afterAll(async () => await road.close());

it('reminds, escalates and then gives up when nobody answers, and never accepts', async () => {
	const deal = road.standins.hubspot.addDeal({
		properties: completeDeal('Silence for Juliet', Date.now()),
	});
	await road.poll();
	const { client } = road.n8n;
	const { id } = await road.executionOf(deal);

	const ended = await client.waitForExecution(id, ['success', 'error'], 4 * REMINDER_MS);
	await untilQuiet(road.n8n, road.workflowId);

	expect(ended.status).toBe('success');
	expect((await road.ledgerOf(deal)).map(({ type }) => type)).toEqual([
		'handoff.evaluated',
		'sla.started',
		'handoff.requested',
		'handoff.reminded',
		'handoff.reminded',
		'handoff.unanswered',
		'sla.breached',
	]);
	const messages = road.standins.slack.messages().map(({ to, text }) => [to, text]);
	expect(messages).toEqual([
		[RECEIVER.email, 'Please accept or return: Silence for Juliet'],
		[RECEIVER.email, 'Reminder: “Silence for Juliet” waits for Delivery'],
		[RECEIVER.email, 'Reminder: “Silence for Juliet” waits for Delivery'],
		['handoffs-late', 'Overdue: “Silence for Juliet” waits for Delivery'],
		['handoffs-late', 'No decision: Silence for Juliet'],
	]);
	expect(JSON.stringify(road.standins.slack.messages().slice(3))).not.toContain('webhook-waiting');
	expect(JSON.stringify(messages)).not.toContain(HEAD.email);
	expect(road.standins.clickup.tasks()).toEqual([]);
	expect(Object.keys(ended.runData)).not.toContain('Look for the task');
});
