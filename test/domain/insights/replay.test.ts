import { buildReport } from '../../../nodes/domain/insights/buildReport';
import { backtestDeadline } from '../../../nodes/domain/insights/replay/backtestDeadline';
import {
	backtestBlocking,
	backtestException,
	backtestRelaxing,
	backtestTightening,
} from '../../../nodes/domain/insights/replay/backtestRequirement';
import { backtestSplit } from '../../../nodes/domain/insights/replay/backtestSplit';
import type { SuggestionBacktest } from '../../../nodes/domain/insights/suggestion';
import { readRows } from '../../../nodes/domain/ledger/readRows';
import type { LedgerRow } from '../../../nodes/domain/handoff/row';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { handoffRows, utc } from './handoffRows';

const check = { kind: 'present' };
const POLICY = parsePolicy({
	id: 'kick-off',
	version: '1',
	record: { id: 'id' },
	requirements: [
		{ id: 'amount', label: 'Budget', field: 'amount', check },
		{ id: 'scope', label: 'Scope', field: 'scope', check },
		{ id: 'date', label: 'Start', field: 'date', check, severity: 'warning' },
	],
	sla: { accept: { minutes: 60 } },
});

type Told = readonly [count: number, steps: string, different?: Partial<LedgerRow>];

/** So many handoffs of each kind, all begun on one day. */
const tell = (began: string, told: readonly Told[]): LedgerRow[] =>
	told.flatMap(([count, steps, different], kind) =>
		Array.from({ length: count }, (_, index) =>
			handoffRows({ id: `${began}-${kind}-${index}`, began, ...different }, steps),
		).flat(),
	);

/**
 * A quarter that can be counted by hand. All attempts ask for amount, scope and date:
 *
 * - 6 go straight through, in 30 minutes
 * - 4 are stopped for the amount alone, then accepted after 90 minutes
 * - 2 are stopped for the amount alone, then returned for the amount after 30 minutes
 * - 1 is stopped for amount and scope, then accepted after 30 minutes
 * - 3 go on without an amount by a waiver: accepted after 30 minutes
 * - 1 goes on by a waiver and is returned for the amount after 30 minutes
 * - 5 go on with a warning about the date: 2 accepted after 30, 3 returned for it after 150 minutes
 * - 2 are returned for the scope that the gate had passed, after 30 minutes
 * - 1 is left unanswered after 300 minutes
 */
const QUARTER: readonly Told[] = [
	[6, 'ready, ask, accept 30'],
	[4, 'not:amount, fix 20, ready, ask, accept 90'],
	[2, 'not:amount, fix 20, ready, ask, return 30 money:amount'],
	[1, 'not:amount+scope, fix 20, ready, ask, accept 30'],
	[3, 'waive:amount, ask, accept 30'],
	[1, 'waive:amount, ask, return 30 money:amount'],
	[2, 'warn:date, ask, accept 30'],
	[3, 'warn:date, ask, return 150 late:date'],
	[2, 'ready, ask, return 30 goals:scope'],
	[1, 'ready, ask, silence 300'],
];

const NOW = utc('Mon 2026-03-30 09:00');
/** One day more than 13 weeks before. */
const BEFORE = tell('Sun 2025-12-28 09:00', [[40, 'not:amount, fix 5, ready, ask, accept 5']]);

const replayOf = (rows: readonly LedgerRow[]) =>
	buildReport(readRows(rows).rows, { timezone: 'UTC', policies: [POLICY] }, NOW).replay;

const replay = replayOf([...BEFORE, ...tell('Mon 2026-03-02 09:00', QUARTER)]);

const place = (id: string) => ({ policyId: 'kick-off', requirementId: id, field: id });

const countsOf = ({ figures }: SuggestionBacktest) =>
	figures.map(({ rate: { hits, n }, atMost }) => `${atMost ? 'at most ' : ''}${hits} of ${n}`);

describe('the last quarter, replayed', () => {
	it('looks back 13 weeks and no further', () => {
		expect(replay.since).toBe('2025-12-29T09:00:00.000Z');
		expect(replay.handoffs).toBe(25);
		expect(replayOf(BEFORE).handoffs).toBe(0);
	});

	it('counts how the amount stood, attempt by attempt', () => {
		expect(replay.requirements.find(({ requirementId }) => requirementId === 'amount')).toEqual({
			policyId: 'kick-off',
			requirementId: 'amount',
			field: 'amount',
			// 25 first attempts and the 7 second ones of those that were stopped.
			asked: 32,
			askedAtFirst: 25,
			stopped: 7,
			// Not the one that lacked its scope too.
			alone: 6,
			aloneAtFirst: 6,
			aloneReturnedLater: 2,
			waived: {
				attempts: 4,
				ended: 4,
				accepted: 3,
				returnedForField: 1,
				returnedOtherwise: 0,
				unanswered: 0,
			},
			warned: {
				attempts: 0,
				ended: 0,
				accepted: 0,
				returnedForField: 0,
				returnedOtherwise: 0,
				unanswered: 0,
			},
			// 6 + 4 + 1 + 2 accepted; 3 returned for the date and 2 for the scope.
			met: {
				attempts: 21,
				ended: 21,
				accepted: 13,
				returnedForField: 2,
				returnedOtherwise: 5,
				unanswered: 1,
			},
		});
	});

	it('tells what a requirement that only warned would have let on, and what came back of it', () => {
		const told = backtestRelaxing(replay, place('amount'));
		expect(countsOf(told)).toEqual(['6 of 32', '6 of 25', '2 of 6']);
		expect(told.text).toBe(
			'6 of 32 attempts in the last 13 weeks were stopped by it alone and would have gone on; 2 of those came back for amount later.',
		);
		// Two of six: no share of so few.
		expect(told.figures[2]?.rate).toEqual({ hits: 2, n: 6, absent: 'tooFew' });
	});

	it('says that nothing would have gone another way without a requirement that stopped nothing', () => {
		const told = backtestRelaxing(replay, place('scope'));
		expect(told.text).toContain('was never the only thing in the way');
	});

	it('tells what an exception that is a rule would have spared, and what it would have let in', () => {
		const told = backtestException(replay, place('amount'));
		expect(countsOf(told)).toEqual(['4 of 32', '6 of 32', '1 of 4', '2 of 21']);
		expect(told.text).toContain(
			'Of the 4 waived ones that ended, 3 were accepted and 1 returned for amount.',
		);
	});

	it('tells what a warning would have stopped, rightly and for nothing', () => {
		const told = backtestBlocking(replay, place('date'));
		// Of 32 attempts 5 went on with the warning: 3 came back for it, 2 were accepted. Of the 20
		// others that went on none came back for the date.
		expect(countsOf(told)).toEqual(['5 of 32', '3 of 5', '2 of 5', '0 of 20']);
		expect(told.text).toBe(
			'5 of 32 attempts in the last 13 weeks would have been stopped: 3 of them were returned for date, and 2 were accepted as they were.',
		);
	});

	it('bounds what a stricter check would have caught, since a ledger keeps no values', () => {
		const asked = { policyId: 'kick-off', field: 'scope' };
		const told = backtestTightening({ replay, stricter: true }, asked);
		// 25 submissions have ended; the gate had passed the scope in all of them, and 16 were accepted.
		expect(countsOf(told)).toEqual(['at most 2 of 25', 'at most 16 of 25']);
		const worded = backtestTightening({ replay, stricter: false }, asked);
		expect(countsOf(worded)).toEqual(['2 of 25']);
		expect(worded.text).toContain('would have stopped none of them');
	});

	it('leaves out of a bound what the gate had told of', () => {
		const [amount] = replay.fields.filter(({ field }) => field === 'amount');
		// Not the 4 waived ones, of which one came back for the amount.
		expect(amount?.passed).toMatchObject({ ended: 21, accepted: 13, returnedForField: 2 });
		expect(replay.fields.map(({ field }) => field)).toEqual(['amount', 'scope']);
	});

	it.each`
		minutes | within | why
		${60}   | ${17}  | ${'all 30-minute answers: 6 + 2 + 1 + 3 + 1 + 2 + 2'}
		${120}  | ${21}  | ${'and the 4 of 90 minutes'}
		${180}  | ${24}  | ${'and the 3 of 150 minutes; silence stays late'}
	`('recomputes $within answers in time within $minutes minutes: $why', ({ minutes, within }) => {
		const told = backtestDeadline(replay, { policyId: 'kick-off', minutes });
		expect(countsOf(told)).toEqual(['17 of 25', `${within} of 25`]);
		expect(told.text).toContain('The 1 that nobody answered count as late under both.');
	});

	it('tells whom a policy of their own would have covered', () => {
		const rows = tell('Mon 2026-03-02 09:00', [
			[12, 'ready, ask, accept 5'],
			[11, 'not:amount', { receivingTeam: 'Support' }],
			[3, 'ready, ask', { receivingTeam: 'Support' }],
		]);
		const pair = { policyId: 'kick-off', sendingTeam: 'Sales', receivingTeam: 'Support' };
		expect(countsOf(backtestSplit(replayOf(rows), pair))).toEqual([
			'14 of 26',
			'0 of 11',
			'12 of 12',
		]);
	});

	it.each`
		change                  | told
		${'relaxing'}           | ${(few: typeof replay) => backtestRelaxing(few, place('amount'))}
		${'an exception'}       | ${(few: typeof replay) => backtestException(few, place('amount'))}
		${'blocking'}           | ${(few: typeof replay) => backtestBlocking(few, place('date'))}
		${'tightening'}         | ${(few: typeof replay) => backtestTightening({ replay: few, stricter: true }, place('scope'))}
		${'another deadline'}   | ${(few: typeof replay) => backtestDeadline(few, { policyId: 'kick-off', minutes: 60 })}
		${'a policy of theirs'} | ${(few: typeof replay) => backtestSplit(few, { policyId: 'kick-off', sendingTeam: 'Sales', receivingTeam: 'Delivery' })}
	`('gives no figures of nine cases: $change', ({ told }) => {
		const few = replayOf(
			tell('Mon 2026-03-02 09:00', [
				[8, 'ready, ask, accept 5'],
				[1, 'ready, ask, return 5 goals:scope'],
			]),
		);
		expect(told(few)).toMatchObject({ n: 9, figures: [] });
		expect(told(few).text).toMatch(/^Too few in the last 13 weeks to replay it: 9 /);
	});

	it('counts only what was judged by the version at hand', () => {
		const rows = tell('Mon 2026-03-02 09:00', [[20, 'not:amount', { policyVersion: '0' }]]);
		expect(replayOf(rows).requirements.map(({ asked }) => asked)).toEqual([0, 0, 0]);
	});
});
