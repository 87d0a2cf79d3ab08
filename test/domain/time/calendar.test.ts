import { parseCalendar } from '../../../nodes/domain/time/calendar';
import { HandoffProblem } from '../../../nodes/domain/base/problem';

const NINE_TO_FIVE = [['09:00', '17:00']];

function problemOf(value: unknown): HandoffProblem {
	try {
		parseCalendar(value, 'calendars.receiver');
	} catch (error) {
		if (error instanceof HandoffProblem) return error;
		throw error;
	}
	throw new Error('The calendar was accepted');
}

describe('parseCalendar', () => {
	it('reads a calendar and fills in what may be left out', () => {
		expect(parseCalendar({ timezone: 'Europe/Berlin', weekly: { mon: NINE_TO_FIVE } })).toEqual({
			timezone: 'Europe/Berlin',
			weekly: { mon: NINE_TO_FIVE },
			holidays: [],
			exceptions: {},
		});
	});

	it('reads "timeZone" as "timezone"', () => {
		const calendar = parseCalendar({ timeZone: 'Asia/Kolkata', weekly: { sat: NINE_TO_FIVE } });
		expect(calendar.timezone).toBe('Asia/Kolkata');
	});

	it('takes a day that an expression left undefined for a day without hours', () => {
		const weekly = { mon: undefined, tue: NINE_TO_FIVE };
		expect(parseCalendar({ timezone: 'Etc/UTC', weekly }).weekly.tue).toEqual(NINE_TO_FIVE);
	});

	it('accepts midnight at the end of a day, and a night shift', () => {
		const weekly = { mon: [['00:00', '24:00']], fri: [['22:00', '06:00']] };
		expect(parseCalendar({ timezone: 'Etc/UTC', weekly }).weekly).toEqual(weekly);
	});

	const feed = (...lines: string[]) => ({
		from: '2026-01-01',
		to: '2027-12-31',
		text: ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\n'),
	});

	it('takes holidays from an iCalendar text, in the zone of the calendar, and keeps the dates', () => {
		const lines = ['DTSTART:20261224T230000Z', 'DURATION:P1D', 'RRULE:FREQ=YEARLY'];
		const calendar = parseCalendar({
			timezone: 'Europe/Berlin',
			weekly: { mon: NINE_TO_FIVE },
			holidays: ['2026-12-26', '2026-12-25'],
			holidaysIcs: feed(...lines),
		});

		expect(calendar.holidays).toEqual(['2026-12-25', '2026-12-26', '2027-12-25']);
		expect(calendar).not.toHaveProperty('holidaysIcs');
	});

	it.each([
		[
			'an iCalendar text that is none',
			{ timezone: 'Etc/UTC', weekly: {}, holidaysIcs: { ...feed(), text: 'x' } },
			'calendars.receiver.holidaysIcs: The holidays are not an iCalendar text',
			'Give the content of an .ics file',
		],
		[
			'a feed without years',
			{ timezone: 'Etc/UTC', weekly: {}, holidaysIcs: { text: '' } },
			'calendars.receiver.holidaysIcs.from: is missing',
			'A calendar looks like',
		],
		[
			'a zone that is not there',
			{ timezone: 'Europe/Berlinn', weekly: { mon: NINE_TO_FIVE } },
			'calendars.receiver.timezone: "Europe/Berlinn" is not a time zone',
			'Use an IANA name such as Europe/Berlin.',
		],
		[
			'an offset in place of a zone',
			{ timezone: '+02:00', weekly: { mon: NINE_TO_FIVE } },
			'calendars.receiver.timezone: "+02:00" is not a time zone',
			'Use an IANA name such as Europe/Berlin.',
		],
		[
			'a time in another form',
			{ timezone: 'Etc/UTC', weekly: { mon: [['9am', '17:00']] } },
			'calendars.receiver.weekly.mon[0]: "9am" is not a time of day',
			'Write times as HH:MM from 00:00 to 23:59, and midnight at the end of a day as 24:00.',
		],
		[
			'a day that opens at its end',
			{ timezone: 'Etc/UTC', weekly: { mon: [...NINE_TO_FIVE, ['24:00', '02:00']] } },
			'calendars.receiver.weekly.mon[1]: a day cannot open at 24:00',
			'Let it open at 00:00 on the day after.',
		],
		[
			'a misspelt weekday',
			{ timezone: 'Etc/UTC', weekly: { mun: NINE_TO_FIVE } },
			'calendars.receiver.weekly: does not know the setting “mun” (did you mean “mon”?)',
			'Correct the spelling of "mun" or remove it.',
		],
		[
			'a date that no year has',
			{ timezone: 'Etc/UTC', weekly: { mon: NINE_TO_FIVE }, holidays: ['2026-02-30'] },
			'calendars.receiver.holidays[0]: "2026-02-30" is not a date',
			'Write dates as year-month-day, such as 2026-12-24.',
		],
		[
			'an exception without a date',
			{ timezone: 'Etc/UTC', weekly: { mon: NINE_TO_FIVE }, exceptions: { xmas: [] } },
			'calendars.receiver.exceptions.xmas: "xmas" is not a date',
			'Write dates as year-month-day, such as 2026-12-24.',
		],
		[
			'hours that change twice on a day',
			{
				timezone: 'Etc/UTC',
				weekly: { mon: NINE_TO_FIVE },
				changes: [
					{ from: '2027-01-01', weekly: {} },
					{ from: '2027-01-01', weekly: { tue: NINE_TO_FIVE } },
				],
			},
			'calendars.receiver.changes: the hours change twice on 2027-01-01',
			'Keep one of the two.',
		],
		[
			'no hours on any day',
			{ timezone: 'Etc/UTC', weekly: { mon: [] }, exceptions: { '2026-01-05': [] } },
			'calendars.receiver: there are no working hours at all',
			'Give at least one day hours, such as "mon": [["09:00", "17:00"]].',
		],
		[
			'days that an expression left undefined, and no others',
			{ timezone: 'Etc/UTC', weekly: { mon: undefined } },
			'calendars.receiver: there are no working hours at all',
			'Give at least one day hours',
		],
		['no zone', { weekly: { mon: NINE_TO_FIVE } }, 'calendars.receiver.timezone: is missing', ''],
		['text', 'Mon-Fri 9-17', 'calendars.receiver: must be an object, not text', ''],
	])('refuses %s and says where, what and how to mend it', (_, value, message, remedy) => {
		const problem = problemOf(value);
		expect(problem.message).toContain(message);
		expect(problem.remedy).toContain(remedy || 'A calendar looks like {"timezone"');
	});
});
