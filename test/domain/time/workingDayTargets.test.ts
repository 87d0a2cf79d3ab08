import { HandoffProblem } from '../../../nodes/domain/base/problem';
import { parseInstant } from '../../../nodes/domain/base/instant';
import { parseCalendar, type Calendar } from '../../../nodes/domain/time/calendar';
import { startClock, readClock } from '../../../nodes/domain/time/clock';
import { pauseClock, resumeClock } from '../../../nodes/domain/time/controlClock';
import { reviseClock } from '../../../nodes/domain/time/reviseClock';
import { parseTarget, targetFor } from '../../../nodes/domain/time/target';
import { SEED, timesOf } from '../../support/draws';
import { everyDay, localOf, officeIn, onWeekdays } from './calendars';
import { Chance } from './plans';

const { instant, local } = localOf('Europe/Berlin');
const at = (text: string): number => parseInstant(instant(text), text);

const OFFICE = officeIn('Europe/Berlin');
const calendarWith = (more: object): Calendar =>
	parseCalendar({ timezone: 'Europe/Berlin', weekly: onWeekdays(['09:00', '17:00']), ...more });

const startAt = (text: string, target: object, calendar = OFFICE) =>
	startClock({ name: 'accept', target: parseTarget(target), calendar, at: at(text) });

describe('a target in working days', () => {
	it.each`
		came                      | days | cutOff       | due                       | why
		${'Mon 2026-03-02 10:00'} | ${2} | ${'15:00'}   | ${'Wed 2026-03-04 17:00'} | ${'the day on which it came is not one of them'}
		${'Mon 2026-03-02 15:00'} | ${2} | ${'15:00'}   | ${'Wed 2026-03-04 17:00'} | ${'the cut-off itself is in time'}
		${'Mon 2026-03-02 15:01'} | ${2} | ${'15:00'}   | ${'Thu 2026-03-05 17:00'} | ${'after it, it counts from Tuesday'}
		${'Mon 2026-03-02 07:00'} | ${2} | ${'15:00'}   | ${'Wed 2026-03-04 17:00'} | ${'before work begins is the same day'}
		${'Fri 2026-03-06 14:00'} | ${1} | ${'15:00'}   | ${'Mon 2026-03-09 17:00'} | ${'the weekend is no working day'}
		${'Fri 2026-03-06 16:00'} | ${1} | ${'15:00'}   | ${'Tue 2026-03-10 17:00'} | ${'after the cut-off on Friday counts from Monday'}
		${'Sat 2026-03-07 10:00'} | ${1} | ${'15:00'}   | ${'Tue 2026-03-10 17:00'} | ${'so does what comes on a Saturday'}
		${'Mon 2026-03-02 16:59'} | ${1} | ${undefined} | ${'Tue 2026-03-03 17:00'} | ${'without a cut-off the day lasts until work ends'}
		${'Mon 2026-03-02 17:00'} | ${1} | ${undefined} | ${'Wed 2026-03-04 17:00'} | ${'nothing is left of Monday then'}
		${'Mon 2026-03-02 10:00'} | ${0} | ${'12:00'}   | ${'Mon 2026-03-02 17:00'} | ${'the same day'}
		${'Mon 2026-03-02 12:30'} | ${0} | ${'12:00'}   | ${'Tue 2026-03-03 17:00'} | ${'too late for the same day'}
		${'Fri 2026-03-27 16:00'} | ${1} | ${'15:00'}   | ${'Tue 2026-03-31 17:00'} | ${'over the change of the clock'}
	`(
		'of $days that came $came, cut-off $cutOff, is due $due: $why',
		({ came, days, cutOff, due }) => {
			const clock = startAt(came, { workingDays: days, ...(cutOff && { cutOff }) });
			expect(`${local(clock.deadline)}`).toBe(due.slice(4));
		},
	);

	it('passes over holidays, and ends when a short day ends', () => {
		const calendar = calendarWith({
			holidays: ['2026-12-25'],
			exceptions: { '2026-12-24': [['09:00', '12:00']] },
		});
		const target = { workingDays: 1, cutOff: '15:00' };

		expect(local(startAt('Wed 2026-12-23 14:00', target, calendar).deadline)).toBe(
			'2026-12-24 12:00',
		);
		expect(local(startAt('Thu 2026-12-24 11:00', target, calendar).deadline)).toBe(
			'2026-12-28 17:00',
		);
		const late = startAt('Thu 2026-12-24 13:00', target, calendar);
		expect(local(late.deadline)).toBe('2026-12-29 17:00');
		expect(late.explanation).toEqual(
			expect.arrayContaining([
				'Closed for a holiday: Fri 2026-12-25.',
				'Special hours apply: Thu 2026-12-24.',
			]),
		);
	});

	it.each`
		came                      | cutOff       | due                       | why
		${'Mon 2026-03-02 23:00'} | ${undefined} | ${'Wed 2026-03-04 06:00'} | ${'the night belongs to the day on which it begins'}
		${'Tue 2026-03-03 01:00'} | ${'02:00'}   | ${'Wed 2026-03-04 06:00'} | ${'still Monday’s shift, before its cut-off at night'}
		${'Tue 2026-03-03 03:00'} | ${'02:00'}   | ${'Thu 2026-03-05 06:00'} | ${'after it'}
		${'Tue 2026-03-03 15:30'} | ${'15:00'}   | ${'Fri 2026-03-06 06:00'} | ${'the cut-off is before the shift begins'}
	`(
		'counts night shifts by their day: came $came, cut-off $cutOff: $why',
		({ came, cutOff, due }) => {
			const nights = calendarWith({ weekly: onWeekdays(['22:00', '06:00']) });
			const clock = startAt(came, { workingDays: 1, ...(cutOff && { cutOff }) }, nights);
			expect(local(clock.deadline)).toBe(due.slice(4));
		},
	);

	it('ends at midnight where work goes on around the clock', () => {
		const always = calendarWith({ weekly: everyDay(['00:00', '24:00']) });
		const clock = startAt('Sat 2026-03-07 16:00', { workingDays: 1, cutOff: '15:00' }, always);
		expect(local(clock.deadline)).toBe('2026-03-10 00:00');
	});

	it('has milestones at shares of the working time until then, and around its end', () => {
		const clock = startAt('Mon 2026-03-02 13:00', {
			workingDays: 1,
			milestones: [50, 100, '-1h', '+1 working day'],
		});
		expect(clock.milestones.map(({ id, dueAt }) => [id, local(dueAt)])).toEqual([
			['50', '2026-03-03 11:00'],
			['-1h', '2026-03-03 16:00'],
			['100', '2026-03-03 17:00'],
			['+1wd', '2026-03-04 17:00'],
		]);
		expect(clock).toMatchObject({ elapsedMinutes: 0, remainingMinutes: 12 * 60 });
	});

	it('is later by the working time of a pause', () => {
		const started = startAt('Mon 2026-03-02 13:00', { workingDays: 1 });
		const paused = pauseClock(started, at('Mon 2026-03-02 15:00'));
		const resumed = resumeClock(paused, at('Tue 2026-03-03 10:00'));
		expect(local(resumed.deadline)).toBe('2026-03-04 12:00');
		expect(readClock(resumed, at('Wed 2026-03-04 11:00'))).toMatchObject({ remainingMinutes: 60 });
	});

	it('is counted anew when the policy gets a holiday or another cut-off', () => {
		const started = startAt('Mon 2026-03-02 14:00', { workingDays: 1, cutOff: '15:00' });
		const receiver = calendarWith({ holidays: ['2026-03-03'] });
		const terms = { sla: {}, calendars: { receiver } };
		const now = at('Mon 2026-03-02 16:00');

		const moved = reviseClock({ ...started, side: 'receiver' }, terms, now);
		expect(local(moved.deadline)).toBe('2026-03-04 17:00');
		expect(moved.revisions).toMatchObject([{ minutes: { before: 660, after: 660 } }]);

		const sla = { accept: parseTarget({ workingDays: 1, cutOff: '12:00' }) };
		const earlier = reviseClock(started, { sla, calendars: {} }, now);
		expect(local(earlier.deadline)).toBe('2026-03-04 17:00');
		expect(earlier.revisions).toMatchObject([{ minutes: { before: 660, after: 1140 } }]);
	});

	it('explains from which day it counts and adds up', () => {
		const calendar = calendarWith({ holidays: [{ date: '2026-03-04', name: 'Founding day' }] });
		const target = { workingDays: 2, cutOff: '15:00' };
		expect(startAt('Mon 2026-03-02 16:00', target, calendar).explanation).toEqual([
			'Starts Mon 2026-03-02 16:00 (Europe/Berlin) and allows 2 working days; what comes after 15:00 counts from the next working day.',
			'It counts from Tue 2026-03-03, until the end of Fri 2026-03-06: 25 h of working time.',
			'Counts Mon 2026-03-02 16:00 to 17:00: 1 h.',
			'Counts Tue 2026-03-03 09:00 to 17:00: 8 h.',
			'Counts Thu 2026-03-05 09:00 to 17:00: 8 h.',
			'Counts Fri 2026-03-06 09:00 to 17:00: 8 h.',
			'Closed for a holiday: Wed 2026-03-04 (Founding day).',
			'So it is due Fri 2026-03-06 17:00 (Europe/Berlin).',
		]);
	});
});

describe('the time by priority', () => {
	const written = parseTarget({
		workingDays: 3,
		cutOff: '15:00',
		byPriority: { field: 'priority', minutes: { Urgent: 240 }, workingDays: { High: 1 } },
	});

	it.each([
		['urgent', { minutes: 240, priority: 'Urgent' }],
		['HIGH ', { workingDays: 1, cutOff: '15:00', priority: 'High' }],
		['low', { workingDays: 3, cutOff: '15:00' }],
	])('is minutes or working days for %s', (priority, allowed) => {
		const target = targetFor(written, { priority });
		expect(target).toEqual({ ...allowed, milestones: [50, 75, 100], escalateTo: [] });
		expect(parseTarget(target)).toEqual(target);
	});
});

describe('what is no target in working days', () => {
	it.each([
		[{}, 'sla.accept: says neither “minutes” nor “workingDays”'],
		[{ minutes: 60, workingDays: 1 }, 'sla.accept: says both “minutes” and “workingDays”'],
		[{ workingDays: 1.5 }, 'sla.accept.workingDays: 1.5 is not a number of working days'],
		[{ workingDays: -1 }, 'sla.accept.workingDays: -1 is not a number of working days'],
		[{ workingDays: 3000 }, 'sla.accept.workingDays: 3000 is not a number of working days'],
		[{ workingDays: '2' }, 'sla.accept.workingDays: must be a number, not text'],
		[{ workingDays: 2, cutOff: '3 pm' }, 'sla.accept.cutOff: "3 pm" is not a time of day'],
		[{ minutes: 60, cutOff: '15:00' }, 'sla.accept: “cutOff” is for targets in working days'],
		[{ workingDays: 2, cutoff: '15:00' }, 'did you mean “cutOff”?'],
		[
			{
				workingDays: 2,
				byPriority: { field: 'p', minutes: { high: 60 }, workingDays: { High: 1 } },
			},
			'sla.accept.byPriority: "high" and "High" are one priority',
		],
	])('refuses %j with place and remedy', (target, message) => {
		const read = () => parseTarget(target, 'sla.accept');
		expect(read).toThrow(HandoffProblem);
		expect(read).toThrow(message);
	});

	it('refuses a calendar that ends before the last of the days', () => {
		const calendar = calendarWith({
			weekly: {},
			exceptions: { '2026-03-02': [['09:00', '17:00']] },
		});
		expect(() => startAt('Mon 2026-03-02 10:00', { workingDays: 2 }, calendar)).toThrow(
			/“accept”: The calendar \(Europe\/Berlin\) has no working hours after Mon 2026-03-02/,
		);
	});
});

describe(`the deadline of a target in working days (seed ${SEED})`, () => {
	const chance = new Chance(SEED);
	const DAY = 24 * 60 * 60_000;
	const isoDay = (day: number) => new Date(day).toISOString().slice(0, 10);

	/** A plain count, day by day, for hours within the day in UTC. */
	function countDays(
		closings: ReadonlyMap<string, number>,
		came: { day: number; minute: number },
		{ days, cutOff }: { days: number; cutOff: number },
	): number {
		const closingOf = (day: number) => closings.get(isoDay(day));
		let day = came.day;
		const closing = closingOf(day);
		if (closing === undefined || came.minute >= closing || came.minute > cutOff) {
			do day += DAY;
			while (closingOf(day) === undefined);
		}
		for (let left = days; left > 0; left--) {
			do day += DAY;
			while (closingOf(day) === undefined);
		}
		return day + (closingOf(day) ?? 0) * 60_000;
	}

	const clockTime = (minute: number) =>
		`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

	it('is that of a plain count, day by day', () => {
		const first = Date.UTC(2026, 0, 1);
		for (let count = 0; count < timesOf(100); count++) {
			const exceptions: Record<string, Array<[string, string]>> = {};
			const closings = new Map<string, number>();
			for (let day = first; day < first + 90 * DAY; day += DAY) {
				const opens = chance.whole(0, 1000);
				const closes = chance.whole(opens + 1, 1439);
				exceptions[isoDay(day)] = chance.isTrue(0.6) ? [[clockTime(opens), clockTime(closes)]] : [];
				if (exceptions[isoDay(day)]?.length) closings.set(isoDay(day), closes);
			}
			const came = { day: first + chance.whole(0, 9) * DAY, minute: chance.whole(0, 1439) };
			const [days, cutOff] = [chance.whole(0, 12), chance.whole(0, 1439)];
			const clock = startClock({
				name: 'accept',
				target: parseTarget({ workingDays: days, cutOff: clockTime(cutOff) }),
				calendar: parseCalendar({ timezone: 'UTC', exceptions }),
				at: came.day + came.minute * 60_000,
			});
			expect(Date.parse(clock.deadline)).toBe(countDays(closings, came, { days, cutOff }));
		}
	});

	it('never comes earlier for what came later', () => {
		const target = parseTarget({ workingDays: 2, cutOff: '15:00' });
		const calendar = calendarWith({ holidays: ['2026-03-04'] });
		const deadlines = Array.from({ length: 14 * 24 }, (_, hour) =>
			startClock({
				name: 'fix',
				target,
				calendar,
				at: at('Sun 2026-03-01 00:00') + hour * 3_600_000,
			}),
		).map(({ deadline }) => deadline);
		expect(deadlines).toEqual([...deadlines].sort());
	});
});
