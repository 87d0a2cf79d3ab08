import { add } from '../../../nodes/domain/time/businessTime';
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

	it('gives the dates that a feed opens the hours of a weekday, or hours of their own', () => {
		const event = (name: string, date: string) => [
			...['BEGIN:VEVENT', `SUMMARY:${name}`, `DTSTART;VALUE=DATE:${date}`, 'END:VEVENT'],
		];
		const text = [
			'BEGIN:VCALENDAR',
			...event('\u6625\u8282\uFF08\u4F11\uFF09', '20260217'),
			...event('\u6625\u8282\uFF08\u73ED\uFF09', '20260214'),
			...event('Christmas Eve (half day)', '20261224'),
			...event('Half day of the others', '20261231'),
			'END:VCALENDAR',
		].join('\n');
		const open = { '\u73ED': 'mon', 'HALF DAY': [['09:00', '12:00']] };
		const calendar = parseCalendar({
			timezone: 'Asia/Shanghai',
			weekly: { mon: NINE_TO_FIVE, tue: NINE_TO_FIVE },
			exceptions: { '2026-12-31': [] },
			holidaysIcs: { text, from: '2026-01-01', to: '2026-12-31', open },
		});

		expect(calendar.holidays).toEqual([
			{ date: '2026-02-17', name: '\u6625\u8282\uFF08\u4F11\uFF09' },
		]);
		expect(calendar.exceptions).toEqual({
			'2026-02-14': NINE_TO_FIVE,
			'2026-12-24': [['09:00', '12:00']],
			'2026-12-31': [],
		});
		expect(calendar.feed).toMatchObject({ events: 4, read: 4, passedOver: [] });
	});

	it('takes holidays and exceptions of every year, and knows 29 February', () => {
		const weekly = { mon: NINE_TO_FIVE, tue: NINE_TO_FIVE, thu: NINE_TO_FIVE };
		const written = { holidays: ['12-25', '02-29'], exceptions: { '12-24': [['09:00', '10:00']] } };
		const calendar = parseCalendar({ timezone: 'Etc/UTC', weekly, ...written });

		expect(add(calendar, '2028-02-28T16:30:00Z', 60)).toBe('2028-03-02T09:30:00.000Z');
		expect(add(calendar, '2029-12-24T09:30:00Z', 60)).toBe('2029-12-27T09:30:00.000Z');
	});

	it.each([
		[
			'a yearly date that no year has',
			{ timezone: 'Etc/UTC', weekly: { mon: NINE_TO_FIVE }, holidays: ['02-30'] },
			'calendars.receiver.holidays[0]: "02-30" is not a date',
			'A holiday of every year is month-day: 12-25.',
		],
		[
			'a holiday that is no date',
			{ timezone: 'Etc/UTC', weekly: { mon: NINE_TO_FIVE }, holidays: [25] },
			'calendars.receiver.holidays[0]: must be a date such as "2026-12-25", or {"date"',
			'A calendar looks like',
		],
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
