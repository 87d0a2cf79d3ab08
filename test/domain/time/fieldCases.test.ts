import { HandoffProblem } from '../../../nodes/domain/base/problem';
import { addWorkingDays } from '../../../nodes/domain/time/businessTime';
import { parseCalendar } from '../../../nodes/domain/time/calendar';
import { startClock } from '../../../nodes/domain/time/clock';
import { holidaysFromIcs } from '../../../nodes/domain/time/ics/holidaysFromIcs';
import { reviseClock } from '../../../nodes/domain/time/reviseClock';
import { parseTarget, targetFor } from '../../../nodes/domain/time/target';
import { onWeekdays } from './calendars';

/** What people who do this job have met, in other systems and in ours, with the right answers. */
const FEEDS: Array<{
	why: string;
	zone: string;
	exclude?: string[];
	events: string[][];
	want: string[];
}> = [
	{
		why: 'all day, written as times',
		zone: 'Asia/Ho_Chi_Minh',
		events: [
			['DTSTART;TZID=Asia/Bangkok:20260430T000000', 'DTEND;TZID=Asia/Bangkok:20260430T235900'],
		],
		want: ['2026-04-30'],
	},
	{
		why: 'a date begins it, a time of the last day ends it',
		zone: 'America/Argentina/Buenos_Aires',
		events: [['DTSTART;VALUE=DATE:20260216', 'DTEND:20260217T235900']],
		want: ['2026-02-16', '2026-02-17'],
	},
	{
		why: 'UNTIL is the last occurrence itself, in UTC; inclusive',
		zone: 'Europe/Berlin',
		events: [
			[
				'DTSTART;TZID=Europe/Berlin:20201225T000000',
				'DTEND;TZID=Europe/Berlin:20201226T000000',
				'RRULE:FREQ=YEARLY;UNTIL=20281224T230000Z',
			],
		],
		want: ['2026-12-25', '2027-12-25', '2028-12-25'],
	},
	{
		why: 'a mail program writes the end of an all-day series in UTC',
		zone: 'Europe/London',
		events: [
			[
				'DTSTART;VALUE=DATE:20261020',
				'DTEND;VALUE=DATE:20261021',
				'RRULE:FREQ=YEARLY;UNTIL=20261019T230000Z;INTERVAL=1;BYMONTHDAY=20;BYMONTH=10',
			],
		],
		want: ['2026-10-20'],
	},
	{
		why: 'an event that is filtered out is not read',
		zone: 'Europe/Berlin',
		exclude: ['meeting'],
		events: [
			[
				'UID:m',
				'SUMMARY:Team meeting',
				'RECURRENCE-ID;TZID=W. Europe Standard Time:20260112T100000',
				'DTSTART;TZID=W. Europe Standard Time:20260113T100000',
				'DTEND;TZID=W. Europe Standard Time:20260113T110000',
			],
			['SUMMARY:Holiday', 'DTSTART;VALUE=DATE:20261226'],
		],
		want: ['2026-12-26'],
	},
	{
		why: 'half an hour a week cannot close a day',
		zone: 'Europe/Berlin',
		events: [
			[
				'UID:w',
				'SUMMARY:Stand-up',
				'DTSTART;TZID=Europe/Berlin:20260105T090000',
				'DTEND;TZID=Europe/Berlin:20260105T093000',
				'RRULE:FREQ=WEEKLY;BYDAY=MO',
			],
			['SUMMARY:Christmas', 'DTSTART;VALUE=DATE:20261225'],
		],
		want: ['2026-12-25'],
	},
	{
		why: 'P1D is a day, also of 25 hours',
		zone: 'Europe/Berlin',
		events: [['DTSTART;TZID=Europe/Berlin:20261025T000000', 'DURATION:P1D']],
		want: ['2026-10-25'],
	},
];

describe('times as people really write them', () => {
	it.each(FEEDS)('a feed: $why', ({ zone, exclude, events, want }) => {
		const text = [
			'BEGIN:VCALENDAR',
			...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
			'END:VCALENDAR',
		].join('\r\n');
		const years = { from: '2026-01-01', to: '2028-12-31' };

		expect(holidaysFromIcs(text, { ...years, timezone: zone, exclude })).toEqual(want);
	});

	it('a zone: BST is no IANA name, though the host reads it as Dhaka', () => {
		const calendar = { timezone: 'BST', weekly: { mon: [['09:00', '17:00']] } };

		expect(() => parseCalendar(calendar)).toThrow(HandoffProblem);
	});

	it('a working day: the end of a shift belongs to its day', () => {
		const calendar = parseCalendar({
			timezone: 'Europe/Berlin',
			weekly: onWeekdays(['16:00', '24:00']),
		});

		expect(addWorkingDays(calendar, '2026-03-03T23:00:00Z', 1)).toBe('2026-03-04T23:00:00.000Z');
	});

	it('a priority: High and high are one, in the policy in force too', () => {
		const targetOf = (name: string) =>
			parseTarget({ minutes: 480, byPriority: { field: 'p', minutes: { [name]: 60 } } });
		const clock = startClock({
			name: 'accept',
			target: targetFor(targetOf('High'), { p: 'high' }),
			calendar: parseCalendar({
				timezone: 'Europe/Berlin',
				weekly: onWeekdays(['09:00', '17:00']),
			}),
			at: Date.parse('2026-03-02T08:00:00Z'),
		});
		const now = { sla: { accept: targetOf('high') }, calendars: {} };

		expect(reviseClock(clock, now, Date.parse('2026-03-02T08:10:00Z')).target.minutes).toBe(60);
	});
});
