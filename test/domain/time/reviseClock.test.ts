import { startClock, type Clock } from '../../../nodes/domain/time/clock';
import { markFired } from '../../../nodes/domain/time/dueMilestones';
import { isToldAnew, reviseClock } from '../../../nodes/domain/time/reviseClock';
import { parseTarget, targetFor } from '../../../nodes/domain/time/target';
import { localOf, officeIn } from './calendars';

const { instant } = localOf('Europe/Berlin');
const at = (text: string) => Date.parse(instant(text));
const written = parseTarget({
	minutes: 480,
	milestones: [50, 100],
	byPriority: { field: 'priority', minutes: { high: 240 } },
});
const clock: Clock = startClock({
	name: 'accept',
	side: 'receiver',
	target: targetFor(written, { priority: 'high' }),
	calendar: officeIn('Europe/Berlin'),
	at: at('Mon 2026-03-02 16:00'),
});
const NOW = at('Mon 2026-03-02 16:30');
const terms = (sla: object = { accept: written }, calendars: object = {}) => ({
	sla: { ...sla },
	calendars: { ...calendars },
});

describe('reviseClock', () => {
	it.each([
		['says the same', terms(), clock],
		['says nothing of it', terms({}), clock],
		['changes the other side', terms({}, { sender: officeIn('Asia/Tokyo') }), clock],
		[
			'changes after the stop',
			terms({ accept: parseTarget({ minutes: 1 }) }),
			{ ...clock, stoppedAt: '2026-03-02T15:10:00.000Z' },
		],
	])('leaves the clock the very object it was when the policy %s', (_, inForce, given) => {
		expect(reviseClock(given, inForce, NOW)).toBe(given);
	});

	it('gives the minutes that its priority has now', () => {
		const byPriority = { field: 'priority', minutes: { high: 60 } };
		const changed = reviseClock(clock, terms({ accept: { ...written, byPriority } }), NOW);

		expect(changed).toMatchObject({
			target: { minutes: 60, priority: 'high' },
			deadline: instant('Mon 2026-03-02 17:00'),
			revisions: [{ minutes: { before: 240, after: 60 }, calendarChanged: false }],
		});
		expect(reviseClock(changed, terms({ accept: { ...written, byPriority } }), NOW)).toBe(changed);
	});

	it.each(['High', ' high ', 'HIGH'])('takes %j for the priority it was started with', (name) => {
		const byPriority = { field: 'priority', minutes: { [name]: 60 } };
		const changed = reviseClock(clock, terms({ accept: { ...written, byPriority } }), NOW);

		expect(changed).toMatchObject({ target: { minutes: 60 }, revisions: [{}] });
	});

	const OFFICE = officeIn('Europe/Berlin');

	it.each<[string, object]>([
		['a holiday beyond the deadline', { holidays: ['2026-12-25'] }],
		['an empty day', { weekly: { ...OFFICE.weekly, sun: [] } }],
		['another name', { name: 'Delivery' }],
		['hours of another day', { weekly: { ...OFFICE.weekly, fri: [['10:00', '17:00']] } }],
	])('takes over %s without a word', (_, change) => {
		const inForce = terms({}, { receiver: { ...OFFICE, ...change } });
		const changed = reviseClock(clock, inForce, NOW);

		expect(changed.calendar).toMatchObject(change);
		expect([changed.deadline, changed.revisions]).toEqual([clock.deadline, undefined]);
		expect(isToldAnew(clock, changed)).toBe(false);
		expect(reviseClock(clock, { ...inForce, countFor: 'none' }, NOW)).toBe(clock);
	});

	it('tells a milestone that moves though the deadline does not', () => {
		const moved = { ...written, milestones: [75, 100] };
		const changed = reviseClock(clock, terms({ accept: moved }), NOW);

		expect(changed.revisions).toHaveLength(1);
		expect(isToldAnew(clock, changed)).toBe(true);
	});

	it('gives the minutes of the target when the priority is no longer named', () => {
		const plain = parseTarget({ minutes: 60 });

		expect(reviseClock(clock, terms({ accept: plain }), NOW).target).toEqual(plain);
	});

	it('counts by changed working hours from the start on, and says so', () => {
		const receiver = { ...officeIn('Europe/Berlin'), holidays: ['2026-03-03'] };
		const { deadline, explanation } = reviseClock(clock, terms({}, { receiver }), NOW);

		expect(deadline).toBe(instant('Wed 2026-03-04 12:00'));
		expect(explanation).toContain(
			'Agreed anew Mon 2026-03-02 16:30: other working hours; it was due Tue 2026-03-03 12:00 before.',
		);
	});

	it('does not tell a milestone again that was told before', () => {
		const told = markFired(clock, ['50'], NOW);
		const longer = { ...written, byPriority: undefined, minutes: 960 };

		expect(reviseClock(told, terms({ accept: longer }), NOW).milestones).toMatchObject([
			{ id: '50', firedAt: new Date(NOW).toISOString() },
			{ id: '100' },
		]);
	});

	it.each([
		['no open handoff', 'none', false],
		['handoffs begun since Mon 15:59', { begunSince: at('Mon 2026-03-02 15:59') }, true],
		['handoffs begun since the very start', { begunSince: at('Mon 2026-03-02 16:00') }, true],
		['handoffs begun since Mon 16:01', { begunSince: at('Mon 2026-03-02 16:01') }, false],
		['open handoffs', 'open', true],
	] as const)('of a policy that counts for %s: %j, is applied: %s', (_, countFor, applied) => {
		const inForce = { ...terms({ accept: parseTarget({ minutes: 60 }) }), countFor };
		const { deadline, notApplied, revisions } = reviseClock(clock, inForce, NOW);

		const difference = {
			minutes: { before: 240, after: 60 },
			deadline: { before: clock.deadline, after: instant('Mon 2026-03-02 17:00') },
			calendarChanged: false,
		};
		expect(deadline).toBe(applied ? instant('Mon 2026-03-02 17:00') : clock.deadline);
		expect(notApplied).toEqual(applied ? undefined : difference);
		expect(revisions?.[0]).toEqual(applied ? expect.objectContaining(difference) : undefined);
	});

	it('says what it does not apply once, and forgets it when it is applied after all', () => {
		const terms60 = terms({ accept: parseTarget({ minutes: 60 }) });
		const kept = reviseClock(clock, { ...terms60, countFor: 'none' }, NOW);

		expect(reviseClock(kept, { ...terms60, countFor: 'none' }, NOW)).toBe(kept);
		expect(reviseClock(kept, terms60, NOW).notApplied).toBeUndefined();
	});

	it('revises the other clocks of the handoff too', () => {
		const both: Clock = { ...clock, name: 'kickOff', others: [clock] };
		const { others, revisions } = reviseClock(
			both,
			terms({ accept: parseTarget({ minutes: 60 }) }),
			NOW,
		);

		expect(revisions).toBeUndefined();
		expect(others?.[0]?.target.minutes).toBe(60);
	});
});
