import { recordDecision, leaveUnanswered } from '../../../nodes/domain/acceptance/decide';
import { openRequest } from '../../../nodes/domain/acceptance/openRequest';
import type { Handoff } from '../../../nodes/domain/envelope';
import { buildReport } from '../../../nodes/domain/insights/buildReport';
import { openHandoffs } from '../../../nodes/domain/insights/openHandoffs';
import { timeline } from '../../../nodes/domain/insights/timeline';
import { readEarlierAttempt } from '../../../nodes/domain/ledger/earlierAttempt';
import { readRows } from '../../../nodes/domain/ledger/readRows';
import type { LedgerRow } from '../../../nodes/domain/ledger/row';
import { evaluateReadiness } from '../../../nodes/domain/readiness/evaluateReadiness';
import { handoffIdOf } from '../../../nodes/domain/readiness/handoffId';
import { openHandoff } from '../../../nodes/domain/readiness/openHandoff';
import { startClock } from '../../../nodes/domain/time/clock';
import { parseTarget } from '../../../nodes/domain/time/target';
import { dealPolicy, dealWith } from '../readiness/dealPolicy';
import { officeIn } from '../time/calendars';
import { utc } from './handoffRows';

const monday = (time: string) => utc(`Mon 2026-03-02 ${time}`);
const rows: LedgerRow[] = [];

/** Stores the row of a step, as the flow does after every node. */
function keep(handoff: Handoff): Handoff {
	if (handoff.event !== undefined) rows.push(handoff.event);
	return handoff;
}

function gate(id: string, properties: Record<string, unknown>, time: string): Handoff {
	const record = { ...dealWith(properties), id };
	const now = monday(time);
	const previous = readEarlierAttempt(rows, handoffIdOf(dealPolicy, record));
	const verdict = evaluateReadiness(dealPolicy, record, { now, mode: 'enforce', previous });
	return keep(openHandoff({ compiled: dealPolicy, record, verdict, previous, now }));
}

function ask(handoff: Handoff, time: string): Handoff {
	const now = monday(time);
	const clock = startClock({
		name: 'accept',
		side: 'receiver',
		target: parseTarget({ minutes: 60, milestones: [100, '+1h'] }),
		calendar: officeIn('UTC'),
		at: now,
	});
	const receivers = handoff.receiver.people;
	const signLink = () => 'https://n8n.example/decide';
	return keep(openRequest(handoff, { receivers, clock, round: 1, now, signLink }));
}

const decide = (handoff: Handoff, kind: 'accepted' | 'returned', time: string): Handoff =>
	keep(
		recordDecision(
			handoff,
			{
				kind,
				by: { name: 'Robin', email: 'robin@delivery.example', proof: 'signedLink' },
				at: new Date(monday(time)).toISOString(),
				checklist: [],
				reasons:
					kind === 'accepted'
						? []
						: [
								{
									code: 'goals',
									label: 'Goals unclear',
									note: 'Which?',
									field: 'properties.scope',
								},
							],
			},
			monday(time),
		),
	);

/** The four stories of the demo, told by the functions that the nodes call. */
beforeAll(() => {
	gate('not-ready', { amount: null }, '10:00');
	decide(ask(gate('not-ready', {}, '11:00'), '11:00'), 'accepted', '11:30');
	decide(ask(gate('returned', {}, '10:00'), '10:00'), 'returned', '10:45');
	decide(ask(gate('returned', { scope: 'Two sites' }, '12:45'), '12:45'), 'accepted', '13:00');
	decide(ask(gate('accepted', {}, '10:00'), '10:00'), 'accepted', '10:20');
	keep(leaveUnanswered(ask(gate('unanswered', {}, '10:00'), '10:00'), monday('12:00')));
});

const report = () => {
	const read = readRows(rows);
	expect(read.problems).toEqual([]);
	return buildReport(read.rows, { timezone: 'UTC' }, monday('17:00'));
};

describe('the report of the four stories', () => {
	it.each`
		figure                | hits | n    | why
		${'firstPass'}        | ${1} | ${4} | ${'only one was accepted at once'}
		${'readyAtFirstLook'} | ${3} | ${4} | ${'one was not ready'}
		${'returned'}         | ${1} | ${5} | ${'one of five requests came back'}
		${'unanswered'}       | ${1} | ${5} | ${'one of five was met with silence'}
		${'answeredInTime'}   | ${4} | ${5} | ${'30, 45, 15 and 20 of 60 minutes, and the silence'}
		${'escapes'}          | ${1} | ${1} | ${'the gate had passed what came back'}
		${'waived'}           | ${0} | ${4} | ${'nothing was waived'}
	`('$figure: $hits of $n, as $why; too few for a share', ({ figure, hits, n }) => {
		const { totals } = report();
		expect(totals).toHaveProperty(figure, { hits, n, absent: 'tooFew' });
		expect(totals).toMatchObject({ handoffs: 4, accepted: 3, submissions: 5, returns: 1 });
	});

	it('joins the return with the field that the gate had passed', () => {
		const { fields, reasons } = report();
		expect(
			fields.map(({ field, notMet, returns, escapes }) => [
				field,
				notMet.hits,
				returns,
				escapes.hits,
				escapes.n,
			]),
		).toEqual([
			['properties.scope', 0, 1, 1, 5],
			['properties.amount', 1, 0, 0, 5],
		]);
		expect(reasons).toMatchObject([{ code: 'goals', escapes: 1, fields: ['properties.scope'] }]);
	});

	it('knows whose time it was', () => {
		const spent = rows
			.filter(({ type }) => type === 'handoff.accepted')
			.map(({ recordId, senderMinutes, receiverMinutes }) => [
				recordId,
				senderMinutes,
				receiverMinutes,
			]);
		expect(spent).toEqual([
			['not-ready', 60, 30],
			['returned', 120, 60],
			['accepted', 0, 20],
		]);
	});

	it('leaves one open, with the team that has the ball and since when', () => {
		expect(openHandoffs(readRows(rows).rows, monday('17:00'))).toEqual([
			expect.objectContaining({
				recordId: 'unanswered',
				state: 'unanswered',
				team: 'Delivery',
				since: '2026-03-02T10:00:00.000Z',
				dueAt: '2026-03-02T11:00:00.000Z',
				waitingMinutes: 420,
				lateMinutes: 360,
			}),
		]);
	});

	it('tells the story of the one that was returned', () => {
		const handoffId = rows.find(({ recordId }) => recordId === 'returned')?.handoffId ?? '';
		const now = monday('17:00');
		const told = timeline(readRows(rows).rows, { handoffId, now }, { timezone: 'UTC' });
		expect(told?.entries.map(({ said }) => said)).toEqual([
			'The gate found it ready.',
			'Delivery was asked to accept.',
			'Delivery returned it to Sales.',
			'The gate found it ready on attempt 2.',
			'Delivery was asked to accept.',
			'Delivery accepted.',
		]);
		expect(told?.standing).toBe('Accepted by Delivery on attempt 2.');
	});
});
