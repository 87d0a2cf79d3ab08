import { letTimePass } from '../../scenario/letTimePass';
import { openOffice, type Office } from '../../scenario/openOffice';
import { movedClock } from '../../support/movedClock';
import { fileNameOf } from '../../../templates/builder/combinations/compose';
import { EVERY_CHANNEL } from './everyAdapter';
import { startRun, type Run } from './run';

jest.setTimeout(600_000);

const rows = EVERY_CHANNEL.map((combination, index) => ({
	template: `${fileNameOf(combination)} with ${combination.channel.label}`,
	combination,
	title: `Silence for Juliet ${index + 1}.`,
}));

const clock = movedClock();
let office: Office;
const asked = new Map<string, { run: Run; recordId: string; executionId: string }>();

/** All templates wait at the same time, and the hours that delivery has pass once for all of them. */
beforeAll(async () => {
	office = await openOffice({ clock });
	for (const { combination, title } of rows) {
		const run = await startRun(office, combination);
		const recordId = await run.crm.add(title, 'complete');
		await run.flow.poll();
		const { id: executionId } = await run.flow.executionOf(recordId);
		asked.set(title, { run, recordId, executionId });
		await run.flow.unpublish();
		run.crm.putAway();
	}
	const waiting = [...asked.values()].map(({ executionId }) => executionId);
	await letTimePass(office.n8n.client, clock, waiting);
});
afterAll(async () => {
	await office?.close();
	clock.remove();
});

it.each(rows)(
	'$template reminds, escalates, gives up when nobody answers, and never accepts',
	async ({ title }) => {
		const found = asked.get(title);
		if (found === undefined) throw new Error(`nobody was asked about “${title}”`);
		const { run, recordId, executionId } = found;

		const ended = await office.n8n.client.readExecution(executionId);
		await run.flow.untilQuiet();

		expect(ended.status).toBe('success');
		expect(await run.stepsOf(recordId)).toEqual([
			'1 handoff.evaluated',
			'1 sla.started',
			'1 handoff.requested',
			'1 handoff.reminded',
			'1 handoff.reminded',
			'1 handoff.unanswered',
			'1 sla.breached',
			'1 sla.stopped',
		]);
		const subjects = ['Please accept', 'Reminder', 'Reminder', 'Overdue', 'No decision'];
		expect(run.told(title)).toEqual(subjects.map((subject) => expect.stringContaining(subject)));
		expect(run.told(title).slice(3).join()).not.toContain('webhook-waiting');
		expect(run.asked(title)).toHaveLength(3);
		expect(run.told(title, run.channel.late).at(-1)).toContain('No decision');
		expect(run.tasksFor(title)).toEqual([]);
		expect(run.crm.linkOn(recordId)).toBeUndefined();
	},
);

it.each(rows.filter(({ combination }) => combination.crm.system === 'webhook'))(
	'$template posts once to the system that sent the record that nobody decided',
	({ title }) => {
		const news = office.standins.zapier
			.caught()
			.map((body) => Object(body))
			.filter(({ recordTitle }) => recordTitle === title);

		expect(news).toMatchObject([
			{ status: 'noDecision', decidedBy: '', reasons: '', missing: '', taskUrl: '' },
		]);
		expect(news[0]?.subject).toContain('No decision');
	},
);
