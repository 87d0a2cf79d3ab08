import { parseInstant } from '../../../nodes/domain/base/instant';
import { clockSchema, readClock, startClock, type Clock } from '../../../nodes/domain/time/clock';
import { pauseClock, resumeClock, stopClock } from '../../../nodes/domain/time/controlClock';
import { dueMilestones, markFired } from '../../../nodes/domain/time/dueMilestones';
import { parseCalendar } from '../../../nodes/domain/time/calendar';
import { parseTarget } from '../../../nodes/domain/time/target';
import { everyDay, localOf, officeIn, onWeekdays } from './calendars';

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

	const OFFICE = officeIn('Europe/Berlin');
	const NIGHTS = { timezone: 'Europe/Berlin', weekly: onWeekdays(['22:00', '06:00']) };
	const { weekly } = OFFICE;

	it.each<[string, object, string, number, string[]]>([
		[
			'a holiday by its name, also one of every year',
			{
				...OFFICE,
				holidays: [{ date: '12-25', name: 'Christmas Day' }, '2026-12-28', '2026-12-30'],
			},
			'Thu 2026-12-24 16:00',
			120,
			['Closed for a holiday: Fri 2026-12-25 (Christmas Day), Mon 2026-12-28.'],
		],
		[
			'a holiday that cuts the night before, though its own day has no hours',
			{ ...NIGHTS, holidays: ['2026-12-26'] },
			'Fri 2026-12-25 22:00',
			240,
			[
				'Counts Fri 2026-12-25 22:00 to Sat 2026-12-26 00:00: 2 h.',
				'Closed for a holiday: Sat 2026-12-26.',
			],
		],
		[
			'no holiday on a day on which others worked the same hours',
			{ ...OFFICE, holidays: ['2026-12-25'], union: [OFFICE] },
			'Thu 2026-12-24 16:00',
			120,
			['Counts Fri 2026-12-25 09:00 to 10:00: 1 h.'],
		],
		[
			'fewer hours on a day on which others worked less',
			{
				...OFFICE,
				holidays: ['2026-12-25'],
				union: [{ timezone: 'Europe/Berlin', weekly: { fri: [['09:00', '09:30']] } }],
			},
			'Thu 2026-12-24 16:00',
			120,
			['Fewer hours for a holiday: Fri 2026-12-25.'],
		],
		[
			'a holiday of a team that has to be there too',
			{ ...OFFICE, intersection: [{ ...OFFICE, holidays: ['2026-12-25'] }] },
			'Thu 2026-12-24 16:00',
			120,
			['Closed for a holiday: Fri 2026-12-25.'],
		],
		[
			'an exception without hours, and one with',
			{ ...OFFICE, exceptions: { '2026-12-25': [], '12-28': [['09:00', '09:30']] } },
			'Thu 2026-12-24 16:00',
			120,
			['Closed by an exception: Fri 2026-12-25.', 'Special hours apply: Mon 2026-12-28.'],
		],
		[
			'nothing of a holiday on a weekend',
			{ ...OFFICE, holidays: ['2026-12-26'] },
			'Fri 2026-12-25 16:00',
			120,
			['Counts Mon 2026-12-28 09:00 to 10:00: 1 h.'],
		],
		[
			'hours of the right length',
			OFFICE,
			'Mon 2026-03-02 09:00',
			8.2 * 60,
			[
				'Starts Mon 2026-03-02 09:00 (Europe/Berlin) and allows 8 h 12 min of working time.',
				'Counts Tue 2026-03-03 09:00 to 09:12: 12 min.',
			],
		],
		[
			'the clock of another team, where it matters',
			{ timezone: 'Etc/UTC', weekly, union: [{ ...NIGHTS, weekly: everyDay(['22:00', '06:00']) }] },
			'Sat 2026-03-28 22:00',
			600,
			['The clocks go forward by 1 h on Sun 2026-03-29 in Europe/Berlin; real time counts.'],
		],
	])('tells %s', (_, calendar, from, minutes, sentences) => {
		const { explanation } = startClock({
			name: 'fix',
			target: parseTarget({ minutes }),
			calendar: parseCalendar(calendar),
			at: at(from),
		});
		const causes = explanation.filter((text) => /^(Closed|Fewer|Special)/.test(text));
		expect(explanation).toEqual(expect.arrayContaining(sentences));
		expect(causes).toEqual(sentences.filter((text) => /^(Closed|Fewer|Special)/.test(text)));
	});

	it('adds up to the second when a clock starts between two', () => {
		const { explanation } = startClock({
			name: 'fix',
			target: parseTarget({ minutes: 120 }),
			calendar: OFFICE,
			at: at('Mon 2026-03-02 16:00') + 637,
		});
		expect(explanation.slice(1)).toEqual([
			'Counts Mon 2026-03-02 16:00:01 to 17:00: 59 min 59 s.',
			'Counts Tue 2026-03-03 09:00 to 10:00:01: 1 h 1 s.',
			'So it is due Tue 2026-03-03 10:00:01 (Europe/Berlin).',
		]);
	});

	it.each`
		start                     | to                        | sentence
		${'Mon 2026-03-02 10:00'} | ${'Mon 2026-03-02 11:00'} | ${'Paused at first, so counting begins Mon 2026-03-02 11:00.'}
		${'Mon 2026-03-02 07:00'} | ${'Mon 2026-03-02 08:00'} | ${'That is outside working hours, so counting begins Mon 2026-03-02 09:00.'}
		${'Mon 2026-03-02 07:00'} | ${'Mon 2026-03-02 11:00'} | ${'That is outside working hours, and then paused, so counting begins Mon 2026-03-02 11:00.'}
	`('says when counting begins after a pause from $start to $to', ({ start, to, sentence }) => {
		const started = startAt(start);
		const resumed = resumeClock(pauseClock(started, at(start)), at(to));
		expect(resumed.explanation[1]).toBe(sentence);
	});

	it('says so when a deadline lies beyond the dates that a feed knows', () => {
		const feed = [
			'BEGIN:VCALENDAR',
			...['BEGIN:VEVENT', 'SUMMARY:Christmas Day', 'DTSTART:20261225', 'END:VEVENT'],
			'END:VCALENDAR',
		].join('\n');
		const holidaysIcs = { text: feed, from: '2026-01-01', to: '2030-12-31' };
		const due = (from: string) =>
			startClock({
				name: 'fix',
				target: parseTarget({ minutes: 120 }),
				calendar: parseCalendar({ ...OFFICE, holidaysIcs }),
				at: at(from),
			}).explanation;

		expect(due('Mon 2027-02-01 09:00')).toContain(
			'The holiday feed ends with Fri 2026-12-25; later holidays are not known.',
		);
		expect(due('Thu 2026-12-24 09:00').join()).not.toContain('feed');
		expect(due('Thu 2026-12-24 16:00')).toContain(
			'Closed for a holiday: Fri 2026-12-25 (Christmas Day).',
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

describe('hours that do not suffice', () => {
	const { timezone, weekly } = officeIn('Europe/Berlin');
	const start = (calendar: object, target: object) =>
		startClock({
			name: 'accept',
			target: parseTarget({ minutes: 480, milestones: [], ...target }),
			calendar: parseCalendar({ timezone, ...calendar }),
			at: at('Thu 2026-12-31 09:00'),
		});

	it.each([
		[
			'an amount in milliseconds',
			{ weekly },
			{ minutes: 28_800_000 },
			'“accept”: The calendar (Europe/Berlin) does not have 28800000 minutes of working time after Thu 2026-12-31 09:00',
			'480 are eight hours. It may be in seconds or milliseconds.',
		],
		[
			'hours that never meet',
			{ weekly, intersection: [{ timezone: 'America/Los_Angeles', weekly }] },
			{},
			'“accept”: The calendar (Europe/Berlin) is never open: its hours and those of “intersection” do not meet',
			'Compare the hours in one time zone',
		],
		[
			'hours that end',
			{ weekly, changes: [{ from: '2027-01-01', weekly: {} }] },
			{ minutes: 481 },
			'“accept”: The calendar (Europe/Berlin) has no working hours after Thu 2026-12-31, and not enough between Thu 2026-12-31 09:00 and then',
			'“changes” to a week without hours',
		],
		[
			'hours that have ended',
			{ weekly, changes: [{ from: '2026-06-01', weekly: {} }] },
			{},
			'“accept”: The calendar (Europe/Berlin) has no working hours after Fri 2026-05-29',
			'“changes” to a week without hours',
		],
		[
			'hours that are no hours',
			{
				weekly: {},
				changes: [{ from: '2027-03-28', weekly: { sun: [['02:00', '03:00']] } }],
				exceptions: { '2027-03-28': [['02:00', '03:00']] },
				holidays: [],
			},
			{ minutes: 28_800_000 },
			'does not have 28800000 minutes',
			'Give the amount in minutes',
		],
	])(
		'refuses %s with the place, the cause and the remedy',
		(_, calendar, target, message, remedy) => {
			const problem = expect.objectContaining({
				message: expect.stringContaining(message),
				remedy: expect.stringContaining(remedy),
			});
			expect(() => start(calendar, target)).toThrow(problem);
		},
	);

	it('drops a milestone beyond the last open hour when the deadline is known', () => {
		const changes = [{ from: '2027-01-01', weekly: {} }];
		const milestones = [50, '+1h', '+1 working day', 150, '2027-03-02T09:00:00Z'];
		const clock = start({ weekly, changes }, { minutes: 480, milestones });

		expect(local(clock.deadline)).toBe('2026-12-31 17:00');
		expect(clock.milestones.map(({ id }) => id)).toEqual(['50', '100', '2027-03-02T09:00:00Z']);
	});
});

describe('at the very deadline', () => {
	const NOON = at('Tue 2026-03-03 12:00');

	it('a clock that was stopped is met, and no breach is told afterwards', () => {
		const met = stopClock(MONDAY_FOUR, NOON);
		expect(met.state).toBe('met');
		expect(dueMilestones(met, NOON + 60_000).map(({ id }) => id)).toEqual(['50', '75']);
	});

	it('a clock whose breach was told stays breached when it is stopped in that moment', () => {
		const told = markFired(readClock(MONDAY_FOUR, NOON), ['50', '75', '100'], NOON);
		expect(stopClock(told, NOON).state).toBe('breached');
		expect(stopClock(told, NOON - 1).state).toBe('met');
	});
});
