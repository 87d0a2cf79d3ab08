import { parseInstant } from '../../../nodes/domain/base/instant';
import { clockSchema, readClock, startClock, type Clock } from '../../../nodes/domain/time/clock';
import { pauseClock, resumeClock, stopClock } from '../../../nodes/domain/time/controlClock';
import { dueMilestones, markFired } from '../../../nodes/domain/time/dueMilestones';
import { parseCalendar } from '../../../nodes/domain/time/calendar';
import { parseTarget } from '../../../nodes/domain/time/target';
import { everyDay, localOf, officeIn } from './calendars';

const { instant, local } = localOf('Europe/Berlin');
const at = (text: string): number => parseInstant(instant(text), text);

const startAt = (text: string, target: object = {}) =>
	startClock({
		name: 'accept',
		target: parseTarget({ minutes: 240, milestones: [50, 75, 100, '+8h'], ...target }),
		calendar: officeIn('Europe/Berlin'),
		at: at(text),
	});

const MONDAY_FOUR = startAt('Mon 2026-03-02 16:00');

const nextIdOf = (clock: Clock, now: number): string | undefined => {
	const { milestones, nextAt } = readClock(clock, now);
	return milestones.find(({ dueAt }) => dueAt === nextAt)?.id;
};

describe('a clock', () => {
	it('knows its deadline and milestones from the start', () => {
		expect(MONDAY_FOUR.state).toBe('running');
		expect(local(MONDAY_FOUR.deadline)).toBe('2026-03-03 12:00');
		expect(MONDAY_FOUR.milestones.map(({ id, dueAt }) => [id, local(dueAt)])).toEqual([
			['50', '2026-03-03 10:00'],
			['75', '2026-03-03 11:00'],
			['100', '2026-03-03 12:00'],
			['+8h', '2026-03-04 12:00'],
		]);
		expect(clockSchema.parse(MONDAY_FOUR)).toEqual(MONDAY_FOUR);
	});

	it.each`
		now                       | state         | elapsed | remaining
		${'Mon 2026-03-02 15:00'} | ${'running'}  | ${0}    | ${240}
		${'Mon 2026-03-02 23:00'} | ${'running'}  | ${60}   | ${180}
		${'Tue 2026-03-03 11:59'} | ${'running'}  | ${239}  | ${1}
		${'Tue 2026-03-03 12:00'} | ${'breached'} | ${240}  | ${0}
		${'Wed 2026-03-04 09:30'} | ${'breached'} | ${570}  | ${-330}
	`('is $state at $now with $remaining minutes left', ({ now, state, elapsed, remaining }) => {
		const clock = readClock(MONDAY_FOUR, at(now));
		expect(clock).toMatchObject({ state, elapsedMinutes: elapsed, remainingMinutes: remaining });
	});

	it('is met when stopped on the deadline and breached a minute later, for good', () => {
		const met = stopClock(MONDAY_FOUR, at('Tue 2026-03-03 12:00'));
		const breached = stopClock(MONDAY_FOUR, at('Tue 2026-03-03 12:01'));
		expect([met.state, breached.state]).toEqual(['met', 'breached']);
		expect(readClock(met, at('Fri 2026-03-06 12:00'))).toEqual(met);
		expect(stopClock(met, at('Fri 2026-03-06 12:00')).stoppedAt).toBe(met.stoppedAt);
	});
});

describe('a paused clock', () => {
	const paused = pauseClock(MONDAY_FOUR, at('Mon 2026-03-02 16:30'));

	it('moves its deadline by the working time of the pause, not by its length', () => {
		const resumed = resumeClock(paused, at('Tue 2026-03-03 10:30'));
		expect(local(resumed.deadline)).toBe('2026-03-03 14:00');
		expect(resumed.state).toBe('running');
	});

	it('stays paused and unbreached however long it lasts', () => {
		const later = readClock(paused, at('Fri 2026-03-20 12:00'));
		expect(later).toMatchObject({ state: 'paused', elapsedMinutes: 30, remainingMinutes: 210 });
		expect(dueMilestones(paused, at('Fri 2026-03-20 12:00'))).toEqual([]);
	});

	it('ignores a pause outside working hours', () => {
		const nightly = resumeClock(
			pauseClock(MONDAY_FOUR, at('Mon 2026-03-02 18:00')),
			at('Tue 2026-03-03 08:00'),
		);
		expect(nightly.deadline).toBe(MONDAY_FOUR.deadline);
	});

	it('can be stopped while paused', () => {
		expect(stopClock(paused, at('Fri 2026-03-20 12:00'))).toMatchObject({
			state: 'met',
			elapsedMinutes: 30,
		});
	});

	it('stays as it is when paused twice or resumed twice', () => {
		expect(pauseClock(paused, at('Mon 2026-03-02 16:45')).pauses).toEqual(paused.pauses);
		expect(resumeClock(MONDAY_FOUR, at('Mon 2026-03-02 16:45')).pauses).toEqual([]);
	});
});

describe('milestones', () => {
	it('come up once each, all that passed, in order, with due and actual time', () => {
		const now = at('Tue 2026-03-03 13:00');
		const due = dueMilestones(MONDAY_FOUR, now);
		expect(due.map(({ id, dueAt, actualAt }) => [id, local(dueAt), local(actualAt)])).toEqual([
			['50', '2026-03-03 10:00', '2026-03-03 13:00'],
			['75', '2026-03-03 11:00', '2026-03-03 13:00'],
			['100', '2026-03-03 12:00', '2026-03-03 13:00'],
		]);
		const told = markFired(
			MONDAY_FOUR,
			due.map(({ id }) => id),
			now,
		);
		expect(dueMilestones(told, now)).toEqual([]);
		expect(dueMilestones(told, at('Fri 2026-03-06 13:00')).map(({ id }) => id)).toEqual(['+8h']);
	});

	it('stay told when a pause moves them', () => {
		const told = markFired(MONDAY_FOUR, ['50'], at('Tue 2026-03-03 10:00'));
		const moved = resumeClock(
			pauseClock(told, at('Tue 2026-03-03 10:30')),
			at('Thu 2026-03-05 10:30'),
		);
		expect(moved.milestones.filter(({ firedAt }) => firedAt).map(({ id }) => id)).toEqual(['50']);
	});

	it('do not come up after the clock stopped before them', () => {
		const stopped = stopClock(MONDAY_FOUR, at('Tue 2026-03-03 10:30'));
		const due = dueMilestones(stopped, at('Fri 2026-03-20 12:00'));
		expect(due.map(({ id }) => id)).toEqual(['50']);
		expect(nextIdOf(stopped, at('Tue 2026-03-03 10:30'))).toBeUndefined();
	});

	it('name the next one to wait for', () => {
		expect(nextIdOf(MONDAY_FOUR, at('Tue 2026-03-03 10:00'))).toBe('75');
		expect(nextIdOf(MONDAY_FOUR, at('Fri 2026-03-06 10:00'))).toBeUndefined();
	});

	it.each`
		milestone                 | due
		${'-30m'}                 | ${'2026-03-06 15:30'}
		${'-99h'}                 | ${'2026-03-06 12:00'}
		${'+1h'}                  | ${'2026-03-06 17:00'}
		${'+90m'}                 | ${'2026-03-09 09:30'}
		${'+1 working day'}       | ${'2026-03-09 16:00'}
		${'-1 working day'}       | ${'2026-03-06 12:00'}
		${'2026-03-07T11:00:00Z'} | ${'2026-03-07 12:00'}
		${150}                    | ${'2026-03-09 10:00'}
	`('puts $milestone of four hours from Friday noon at $due', ({ milestone, due }) => {
		const clock = startAt('Fri 2026-03-06 12:00', { milestones: [milestone] });
		const [own] = clock.milestones.filter(({ id }) => id !== '100');
		expect(local(own?.dueAt ?? '')).toBe(due);
	});

	it('include the deadline whether the target names it or not', () => {
		const clock = startAt('Fri 2026-03-06 12:00', { milestones: [] });
		expect(clock.milestones).toEqual([{ id: '100', label: 'The deadline', dueAt: clock.deadline }]);
	});

	it('say when to look again, and do not while nothing can come', () => {
		const paused = pauseClock(MONDAY_FOUR, at('Mon 2026-03-02 16:30'));
		expect(local(MONDAY_FOUR.nextAt ?? '')).toBe('2026-03-03 10:00');
		expect(paused.nextAt).toBeUndefined();
		expect(readClock(MONDAY_FOUR, at('Fri 2026-03-06 10:00')).nextAt).toBeUndefined();
	});
});

describe('the explanation', () => {
	it('tells what counted', () => {
		expect(MONDAY_FOUR.explanation).toEqual([
			'Starts Mon 2026-03-02 16:00 (Europe/Berlin) and allows 4 h of working time.',
			'Counts Mon 2026-03-02 16:00 to 17:00: 1 h.',
			'Counts Tue 2026-03-03 09:00 to 12:00: 3 h.',
			'So it is due Tue 2026-03-03 12:00 (Europe/Berlin).',
		]);
	});

	it('tells pauses, and that a deadline is provisional while paused', () => {
		const paused = pauseClock(MONDAY_FOUR, at('Mon 2026-03-02 16:30'));
		expect(paused.explanation.at(-1)).toBe(
			'The clock is paused. If it goes on now, it is due Tue 2026-03-03 12:00.',
		);
		expect(resumeClock(paused, at('Tue 2026-03-03 10:30')).explanation).toContain(
			'Paused from Mon 2026-03-02 16:30 to Tue 2026-03-03 10:30: 2 h of working time not counted.',
		);
	});

	it('tells a start outside hours, holidays, special hours and long spans', () => {
		const calendar = parseCalendar({
			...officeIn('Europe/Berlin'),
			holidays: ['2026-04-03', '2026-04-04'],
			exceptions: { '2026-04-02': [['09:00', '12:00']] },
		});
		const { explanation } = startClock({
			name: 'fix',
			target: parseTarget({ minutes: 6000 }),
			calendar,
			at: at('Sat 2026-03-21 16:00'),
		});
		expect(explanation).toEqual(
			expect.arrayContaining([
				'That is outside working hours, so counting begins Mon 2026-03-23 09:00.',
				'Counts 6 more stretches of working time in between: 43 h.',
				'Closed for a holiday: Fri 2026-04-03.',
				'Special hours apply: Thu 2026-04-02.',
			]),
		);
	});

	it('tells a clock change inside a counted night', () => {
		const { explanation } = startClock({
			name: 'fix',
			target: parseTarget({ minutes: 900 }),
			calendar: parseCalendar({ timezone: 'Europe/Berlin', weekly: everyDay(['22:00', '06:00']) }),
			at: at('Sat 2026-03-28 22:00'),
		});
		expect(explanation).toContain(
			'The clocks go forward by 1 h on Sun 2026-03-29; real time counts.',
		);
		expect(explanation).toContain('Counts Sat 2026-03-28 22:00 to Sun 2026-03-29 06:00: 7 h.');
	});
});
