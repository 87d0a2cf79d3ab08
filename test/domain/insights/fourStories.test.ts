import { recordDecision, leaveUnanswered } from '../../../nodes/domain/acceptance/decide';
import { openRequest } from '../../../nodes/domain/acceptance/openRequest';
import type { Handoff } from '../../../nodes/domain/handoff/envelope';
import { buildReport } from '../../../nodes/domain/insights/buildReport';
import { openHandoffs } from '../../../nodes/domain/insights/openHandoffs';
import { buildTimeline } from '../../../nodes/domain/insights/timeline';
import { standingOf } from '../../../nodes/domain/life/standing';
import { readRows } from '../../../nodes/domain/ledger/readRows';
import type { LedgerRow } from '../../../nodes/domain/handoff/row';
import { evaluateReadiness } from '../../../nodes/domain/readiness/evaluateReadiness';
import { handoffIdOf } from '../../../nodes/domain/readiness/handoffId';
import { openHandoff } from '../../../nodes/domain/readiness/openHandoff';
import { startClock } from '../../../nodes/domain/time/clock';
import { parseTarget } from '../../../nodes/domain/time/target';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../../nodes/domain/readiness/compilePolicy';
import { dealPolicyDocument, dealWith } from '../readiness/dealPolicy';
import { officeIn } from '../time/calendars';
import { utc } from './handoffRows';

const monday = (time: string) => utc(`Mon 2026-03-02 ${time}`);
const rows: LedgerRow[] = [];

/** The policy of the deal, which also says when it closed, and which systems know its size. */
const policy = parsePolicy({
	...dealPolicyDocument,
	record: { ...dealPolicyDocument.record, closedAt: 'properties.closed' },
	requirements: [
		...dealPolicyDocument.requirements,
		{
			id: 'same-seats',
			label: 'Seats',
			field: 'properties.seats',
			check: { kind: 'agrees' },
			severity: 'warning',
		},
	],
	sources: {
		'properties.seats': {
			systemOfRecord: 'crm',
			compareAs: 'number',
			values: { crm: 'properties.seats', erp: 'properties.erpSeats' },
		},
	},
	calendars: { receiver: officeIn('UTC') },
});
const dealPolicy = compilePolicy(policy);

/** Every deal closed at nine, with the same seats in both systems unless told otherwise. */
const deal = (properties: Record<string, unknown>) =>
	dealWith({ closed: '2026-03-02T09:00:00Z', seats: 20, erpSeats: 20, ...properties });

const PO_LATER = {
	requirementId: 'po',
	reason: 'The purchase order follows by post.',
	approvedBy: 'head@sales.example',
	expiresAt: '2026-03-20T12:00:00Z',
};

/** Stores the row of a step, as the flow does after every node. */
function keep(handoff: Handoff): Handoff {
	if (handoff.event !== undefined) rows.push(handoff.event);
	return handoff;
}

function gate(
	id: string,
	properties: Record<string, unknown>,
	time: string,
	waivers: unknown[] = [],
): Handoff {
	const record = { ...deal(properties), id };
	const now = monday(time);
	const previous = standingOf(rows, handoffIdOf(dealPolicy, record));
	const verdict = evaluateReadiness(dealPolicy, record, {
		now,
		mode: 'enforce',
		waivers,
		previous,
	});
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
	const waived = gate('accepted', { amount: '20000' }, '10:00', [PO_LATER]);
	decide(ask(waived, '10:00'), 'accepted', '10:20');
	const inDoubt = gate('unanswered', { erpSeats: 25 }, '10:00');
	keep(leaveUnanswered(ask(inDoubt, '10:00'), monday('12:00')));
});

const reportOf = (told: readonly LedgerRow[]) => {
	const read = readRows(told);
	expect(read.problems).toEqual([]);
	return buildReport(read.rows, { timezone: 'UTC', policies: [policy] }, monday('17:00'));
};
const report = () => reportOf(rows);

describe('the report of the four stories', () => {
	it('counts every figure as one counts by hand, and gives no share of so few', () => {
		const rate = (hits: number, n: number) => ({ hits, n, absent: 'tooFew' });
		const spread = (n: number) => ({ n, absent: 'tooFew' });
		expect(report().totals).toEqual({
			handoffs: 4,
			accepted: 3,
			// The one that was not ready was asked about once, the returned one twice.
			submissions: 5,
			returns: 1,
			// Only “accepted” went through at once.
			firstPass: rate(1, 4),
			readyAtFirstLook: rate(3, 4),
			returned: rate(1, 5),
			unanswered: rate(1, 5),
			// 30, 45, 15 and 20 of 60 minutes, and the silence.
			answeredInTime: rate(4, 5),
			clocksInTime: { hits: 0, n: 0, absent: 'notRecorded' },
			// The purchase order of “accepted”.
			waived: rate(1, 4),
			// The seats of “unanswered”.
			conflicts: rate(1, 4),
			// The gate had passed what came back.
			escapes: rate(1, 1),
			backAfterAccepted: rate(0, 3),
			returnedAfterAccepted: rate(0, 3),
			acceptedBeforeClose: rate(0, 3),
			attempts: spread(3),
			receiverMinutes: spread(3),
			senderMinutes: spread(3),
			answerMinutes: spread(4),
			closeToAcceptedMinutes: spread(3),
			closeToAcceptedBusinessMinutes: spread(3),
		});
	});

	it('gives the middle of the same four stories told ten times', () => {
		const ten = Array.from({ length: 10 }, (_, copy) =>
			rows.map((row) => ({
				...row,
				handoffId: `${row.handoffId}-${copy}`,
				eventId: `${row.eventId}-${copy}`,
			})),
		).flat();
		const { totals } = reportOf(ten);
		// 10 of 40 by Wilson: (0.25 + 0.0480 ± 1.96 √(0.0046875 + 0.000600)) / 1.0960.
		expect(totals.firstPass).toEqual({ hits: 10, n: 40, share: 0.25, low: 0.1419, high: 0.4019 });
		// Accepted on attempts 2, 2 and 1.
		expect(totals.attempts).toEqual({ n: 30, median: 2, p90: 2 });
		// 30, 60 and 20 minutes with delivery; 60, 120 and 0 with sales.
		expect(totals.receiverMinutes).toEqual({ n: 30, median: 30, p90: 60 });
		expect(totals.senderMinutes).toEqual({ n: 30, median: 60, p90: 120 });
		// Answers after 15, 20, 30 and 45 minutes.
		expect(totals.answerMinutes).toEqual({ n: 40, median: 25, p90: 45 });
		// From nine to 11:30, 13:00 and 10:20, all of it in working hours.
		expect(totals.closeToAcceptedMinutes).toEqual({ n: 30, median: 150, p90: 240 });
		expect(totals.closeToAcceptedBusinessMinutes).toEqual({ n: 30, median: 150, p90: 240 });
	});

	it('has one policy, one pair of teams and one week, which say what the totals say', () => {
		const { byPolicy, byTeams, byWeek, totals } = report();
		expect(byPolicy).toEqual([
			{ key: 'sales-to-delivery', policyId: 'sales-to-delivery', measures: totals },
		]);
		expect(byTeams).toMatchObject([
			{ sendingTeam: 'Sales', receivingTeam: 'Delivery', measures: totals },
		]);
		expect(byWeek).toEqual([{ key: '2026-W10', measures: totals }]);
	});

	it('counts how each requirement of the policy fared', () => {
		expect(
			report().requirements.map(({ requirementId, n, notMet, waived, returned, dead }) => [
				requirementId,
				...[n, notMet, waived, returned],
				dead,
			]),
		).toEqual([
			['amount', 4, 1, 0, 0, false],
			['kickoff', 4, 0, 0, 0, false],
			// Asked only of the deal above 10,000.
			['po', 1, 0, 1, 0, false],
			['slack', 4, 0, 0, 0, false],
			['same-seats', 4, 1, 0, 0, false],
		]);
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
			['properties.po', 1, 0, 0, 4],
			['properties.seats', 1, 0, 0, 4],
		]);
		expect(reasons).toMatchObject([{ code: 'goals', escapes: 1, fields: ['properties.scope'] }]);
	});

	it('replays them: what another rule would have changed', () => {
		const { replay } = report();
		const ended = { ended: 0, accepted: 0, returnedForField: 0, returnedOtherwise: 0 };
		const none = { attempts: 0, ...ended, unanswered: 0 };
		const of = (id: string) => replay.requirements.find((each) => each.requirementId === id);
		expect(replay.handoffs).toBe(4);
		// Six attempts; the amount alone stopped one of them, whose second attempt was accepted.
		expect(of('amount')).toEqual({
			policyId: 'sales-to-delivery',
			requirementId: 'amount',
			field: 'properties.amount',
			...{ asked: 6, askedAtFirst: 4, stopped: 1 },
			...{ alone: 1, aloneAtFirst: 1, aloneReturnedLater: 0 },
			waived: none,
			warned: none,
			met: { ...none, attempts: 5, ended: 5, accepted: 3, returnedOtherwise: 1, unanswered: 1 },
		});
		expect(of('po')).toMatchObject({
			asked: 1,
			waived: { ...none, attempts: 1, ended: 1, accepted: 1 },
		});
		expect(of('same-seats')).toMatchObject({
			asked: 6,
			warned: { ...none, attempts: 1, ended: 1, unanswered: 1 },
			met: { ...none, attempts: 4, ended: 4, accepted: 3, returnedOtherwise: 1 },
		});
		expect(replay.fields).toEqual([
			{
				policyId: 'sales-to-delivery',
				field: 'properties.scope',
				passed: {
					...{ attempts: 5, ended: 5, accepted: 3 },
					...{ returnedForField: 1, returnedOtherwise: 0, unanswered: 1 },
				},
			},
		]);
		// Answers after 30, 45, 15 and 20 minutes, and a silence.
		expect(replay.answers).toEqual([
			{
				policyId: 'sales-to-delivery',
				...{ answered: 4, unanswered: 1, promised: 5, inTime: 4 },
				byHours: [{ hours: 1, answers: 4 }],
			},
		]);
		expect(replay.teams).toMatchObject([{ handoffs: 4, ended: 4, firstPass: 1 }]);
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
		const told = buildTimeline(readRows(rows).rows, { handoffId, now }, { timezone: 'UTC' });
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
