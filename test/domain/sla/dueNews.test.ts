import type { Handoff } from '../../../nodes/domain/handoff/envelope';
import type { LedgerRow } from '../../../nodes/domain/handoff/row';
import { writeRow } from '../../../nodes/domain/ledger/writeRow';
import { claimsOn, dueNews, heldNews, sealNews } from '../../../nodes/domain/sla/dueNews';
import { startHandoffClock } from '../../../nodes/domain/sla/handoffClock';
import { runningClocks } from '../../../nodes/domain/sla/runningClocks';
import { stopInLedger } from '../../../nodes/domain/sla/stopInLedger';
import { parseTarget } from '../../../nodes/domain/time/target';
import { readyHandoff } from '../../support/handoffs';
import { localOf, officeIn } from '../time/calendars';

const BERLIN = localOf('Europe/Berlin');
const at = (text: string) => Date.parse(BERLIN.instant(text));
const BOSS = { name: 'Lee', email: 'lee@sales.example' };
/** Two working days to fix something, and one more until it is told once again. */
const TARGET = parseTarget({ minutes: 960, milestones: [50, 100, '+8h'], escalateTo: [BOSS] });
const calendar = officeIn('Europe/Berlin');
const BEGUN = 'Thu 2026-03-05 13:00';

const base = readyHandoff();
const handoff: Handoff = {
	...base,
	turns: [{ with: 'sender', from: BERLIN.instant(BEGUN) }],
	agreed: { ...base.agreed, sla: { fix: TARGET }, calendars: { sender: calendar } },
};

/** A row of the gate: it found the record not ready, or ready. */
const judged = (ready: boolean, attempt: number, time: string): LedgerRow =>
	writeRow(
		{ ...handoff, attempt },
		{
			type: 'handoff.evaluated',
			at: at(time),
			data: {
				...{ ready, passes: ready, mode: 'enforce', digest: `as of ${time}`, score: 50 },
				...{ open: [], checked: [], waived: [] },
			},
		},
	);

const started = startHandoffClock(
	handoff,
	{ name: 'fix', side: 'sender', target: TARGET, calendar },
	at(BEGUN),
);
/** Not ready on Thursday at one: half of the time is over on Friday at one, all of it on Monday. */
const ROWS = [judged(false, 1, BEGUN), started.event].flatMap((row) => row ?? []);

const newsAt = (time: string, rows: readonly unknown[] = ROWS) =>
	dueNews(rows, [handoff.id], at(time));
const say = (news: ReturnType<typeof dueNews>) =>
	news.map(
		({ handoff: { event, message } }) =>
			`${event?.type} -> ${message?.kind} to ${message?.to.map(({ name }) => name)}`,
	);
const rowsOf = (news: ReturnType<typeof dueNews>) =>
	news.flatMap(({ handoff: { event } }) => event ?? []);

const HALF = 'sla.milestoneReached -> reminder to Sam Seller';
const BREACH = 'sla.breached -> escalation to Lee';
const AFTER = 'sla.milestoneReached -> escalation to Lee';

describe('what is due by the ledger', () => {
	it.each`
		now                       | told                     | because
		${'Fri 2026-03-06 12:59'} | ${[]}                    | ${'half of the time is not over'}
		${'Fri 2026-03-06 13:00'} | ${[HALF]}                | ${'half of the working time is over'}
		${'Sun 2026-03-08 12:00'} | ${[HALF]}                | ${'nobody works at the weekend'}
		${'Mon 2026-03-09 12:59'} | ${[HALF]}                | ${'the deadline has not passed'}
		${'Mon 2026-03-09 13:00'} | ${[HALF, BREACH]}        | ${'nobody has looked since it began'}
		${'Fri 2026-03-13 09:00'} | ${[HALF, BREACH, AFTER]} | ${'n8n was down for a week'}
	`('tells $told on $now: $because', ({ now, told }) => {
		expect(say(newsAt(now))).toEqual(told);
	});

	it('tells nothing that the ledger knows as told, and goes on with what comes next', () => {
		const half = newsAt('Fri 2026-03-06 13:05');
		const rows = [...ROWS, ...rowsOf(half)];

		expect(say(newsAt('Mon 2026-03-09 12:59', rows))).toEqual([]);
		expect(say(newsAt('Mon 2026-03-09 13:10', rows))).toEqual([BREACH]);
	});

	it.each`
		what                    | row                                           | told
		${'is still not ready'} | ${[judged(false, 2, 'Fri 2026-03-06 09:00')]} | ${[HALF]}
		${'came ready'}         | ${[judged(true, 2, 'Fri 2026-03-06 09:00')]}  | ${[]}
	`('tells $told of a record that $what', ({ row, told }) => {
		expect(say(newsAt('Fri 2026-03-06 13:00', [...row, ...ROWS]))).toEqual(told);
	});

	it.each`
		when                      | done     | types                              | clocks
		${'Fri 2026-03-06 13:00'} | ${true}  | ${['sla.met']}                     | ${0}
		${'Fri 2026-03-06 13:00'} | ${false} | ${['sla.stopped']}                 | ${0}
		${'Mon 2026-03-09 13:00'} | ${true}  | ${['sla.met']}                     | ${0}
		${'Mon 2026-03-09 13:00'} | ${false} | ${['sla.breached', 'sla.stopped']} | ${0}
		${'Tue 2026-03-10 09:00'} | ${true}  | ${['sla.breached', 'sla.stopped']} | ${0}
	`('stops on $when with $types when done is $done', ({ when, done, types, clocks }) => {
		const stopped = stopInLedger(handoff, started.clock, { at: at(when), done });

		expect(stopped.rows.map(({ type }) => type)).toEqual(types);
		expect(runningClocks([...ROWS, ...stopped.rows], handoff.id)).toHaveLength(clocks);
	});

	it('has one row for a breach, whether a look or a late stop noticed it', () => {
		const breach = rowsOf(newsAt('Tue 2026-03-10 09:00')).find(
			({ type }) => type === 'sla.breached',
		);
		const stopped = stopInLedger(handoff, started.clock, {
			at: at('Tue 2026-03-10 09:00'),
			done: true,
		});

		expect(stopped.rows[0]?.eventId).toBe(breach?.eventId);
	});

	it('knows from the row alone what people are told and what is written', () => {
		const [news] = newsAt('Fri 2026-03-06 13:00');

		expect(news?.handoff).toMatchObject({
			id: handoff.id,
			attempt: 1,
			record: handoff.record,
			sender: handoff.sender,
			policy: handoff.policy,
			ballWith: 'sender',
			turns: handoff.turns,
			clock: { name: 'fix', reached: { id: '50' } },
		});
		expect(news?.handoff.event).toMatchObject({ senderMinutes: 480, sendingTeam: 'Sales' });
	});

	it('is told by whoever claimed it first, and sealed after what is sealed already', () => {
		const key = 'k'.repeat(32);
		const now = at('Mon 2026-03-09 13:00');
		const news = newsAt('Mon 2026-03-09 13:00');
		const claims = ['one', 'other'].flatMap((holder) => claimsOn(news, { holder, now }));
		const stored = claims.map((claim, id) => ({ ...claim, id, createdAt: BERLIN.instant(BEGUN) }));
		const [half, breach] = rowsOf(sealNews(news, key));

		expect(heldNews(news, stored, 'one')).toHaveLength(2);
		expect(heldNews(news, stored, 'other')).toEqual([]);
		expect(breach?.previousSeal).toBe(half?.seal);
	});

	it.each(['{}', '{"clock":"fix"}', 'no json'])(
		'leaves a clock alone whose row does not say what it goes on from: %s',
		(data) => {
			const [evaluated, clock] = ROWS;

			expect(newsAt('Mon 2026-03-09 13:00', [evaluated, { ...clock, data }])).toEqual([]);
		},
	);

	it.each`
		ended                            | now                       | told
		${'waits'}                       | ${'Mon 2026-03-09 14:00'} | ${[]}
		${'was not answered'}            | ${'Tue 2026-03-10 14:00'} | ${[AFTER]}
		${'was lost with its execution'} | ${'Tue 2026-03-10 14:00'} | ${[HALF, BREACH, AFTER]}
	`('leaves reminding to a request to the fixers; one that $ended', ({ ended, now, told }) => {
		const question = { round: 1, askedBy: '7:0', gaps: ['budget'] };
		const asked = writeRow(handoff, {
			type: 'fix.asked',
			at: at(BEGUN),
			data: {
				...question,
				respondBy: BERLIN.instant('Mon 2026-03-09 13:00'),
				closesAt: BERLIN.instant('Mon 2026-03-09 13:00'),
				fixers: ['sam@example.com'],
			},
		});
		const end = writeRow(handoff, {
			type: 'fix.unanswered',
			at: at('Mon 2026-03-09 13:00'),
			data: { ...question, requestedAt: BERLIN.instant(BEGUN) },
		});
		const rows = [...ROWS, asked, ...(ended === 'was not answered' ? [end] : [])];

		expect(say(newsAt(now, rows))).toEqual(told);
	});

	it('looks after the deadline of a question only when its execution was lost', () => {
		const terms = { name: 'accept', side: 'receiver' as const, target: TARGET, calendar };
		const asked = startHandoffClock(handoff, terms, at(BEGUN));
		const question = writeRow(handoff, {
			type: 'handoff.requested',
			at: at(BEGUN),
			data: {
				...{ round: 1, acceptancesNeeded: 1, receivers: [], askedBy: 'accept' },
				respondBy: BERLIN.instant('Mon 2026-03-09 13:00'),
				closesAt: BERLIN.instant('Tue 2026-03-10 13:00'),
			},
		});
		const rows = [judged(true, 1, BEGUN), asked.event, question];

		expect(say(newsAt('Tue 2026-03-10 13:59', rows))).toEqual([]);
		expect(say(newsAt('Tue 2026-03-10 14:00', rows))).toEqual([BREACH]);
	});
});
