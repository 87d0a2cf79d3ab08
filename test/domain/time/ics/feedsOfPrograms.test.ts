import {
	holidaysFromIcs,
	readHolidayFeed,
} from '../../../../nodes/domain/time/ics/holidaysFromIcs';
import type { IcsChoice } from '../../../../nodes/domain/time/ics/feedChoice';

/** What programs write around their events. */
const textOf = (events: string[][], head: string[] = []): string =>
	[
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		...head,
		...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
		'END:VCALENDAR',
	].join('\r\n');

const THREE_YEARS = { from: '2026-01-01', to: '2028-12-31' };

interface Case {
	zone: string;
	events: string[][];
	head?: string[];
	exclude?: string[];
	want: string[];
}

const read = ({ zone, events, head, exclude }: Omit<Case, 'want'>): string[] =>
	holidaysFromIcs(textOf(events, head), { ...THREE_YEARS, timezone: zone, exclude });

describe('whole days, however a program writes them', () => {
	it.each<[string, Case]>([
		[
			'00:00 to 23:59 in another zone of the same clock',
			{
				zone: 'Asia/Ho_Chi_Minh',
				events: [
					['DTSTART;TZID=Asia/Bangkok:20260430T000000', 'DTEND;TZID=Asia/Bangkok:20260430T235900'],
				],
				want: ['2026-04-30'],
			},
		],
		[
			'00:00:00 to 23:59:59',
			{
				zone: 'Europe/Berlin',
				events: [['DTSTART:20261224T000000', 'DTEND:20261226T235959']],
				want: ['2026-12-24', '2026-12-25', '2026-12-26'],
			},
		],
		[
			'00:00 to 24:00',
			{
				zone: 'Europe/Berlin',
				events: [['DTSTART:20261225T000000', 'DTEND:20261225T240000']],
				want: ['2026-12-25'],
			},
		],
		[
			'00:01 to 23:59',
			{
				zone: 'Europe/Berlin',
				events: [['DTSTART:20261225T000100', 'DTEND:20261225T235900']],
				want: ['2026-12-25'],
			},
		],
		[
			'local midnight to the last second, in UTC',
			{
				zone: 'Europe/Berlin',
				events: [['DTSTART:20261224T230000Z', 'DTEND:20261225T225959Z']],
				want: ['2026-12-25'],
			},
		],
		[
			'a date begins it, a time of the last day ends it',
			{
				zone: 'America/Argentina/Buenos_Aires',
				events: [['DTSTART;VALUE=DATE:20260216', 'DTEND:20260217T235900']],
				want: ['2026-02-16', '2026-02-17'],
			},
		],
		[
			'a date begins it, midnight ends it',
			{
				zone: 'Europe/Berlin',
				events: [['DTSTART;VALUE=DATE:20261225', 'DTEND;TZID=Europe/Berlin:20261226T000000']],
				want: ['2026-12-25'],
			},
		],
		[
			'a date begins it, local midnight in UTC ends it',
			{
				zone: 'Europe/Berlin',
				events: [['DTSTART;VALUE=DATE:20261225', 'DTEND:20261225T230000Z']],
				want: ['2026-12-25'],
			},
		],
		[
			'times that are called dates',
			{
				zone: 'America/New_York',
				events: [
					['DTSTART;VALUE=DATE:20261225T000000', 'DTEND;VALUE=DATE:20261226T000000'],
					['DTSTART;VALUE=DATE:20270101T000000Z', 'DTEND;VALUE=DATE:20270102T000000Z'],
				],
				want: ['2026-12-25', '2027-01-01'],
			},
		],
		[
			'the all-day flag of Exchange, with UTC midnight',
			{
				zone: 'America/New_York',
				events: [
					[
						'DTSTART:20261225T000000Z',
						'DTEND:20261226T000000Z',
						'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
					],
				],
				want: ['2026-12-25'],
			},
		],
		[
			'the all-day flag, with midnight of another zone in UTC',
			{
				zone: 'America/New_York',
				events: [
					[
						'DTSTART:20261224T230000Z',
						'DTEND:20261225T230000Z',
						'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
					],
				],
				want: ['2026-12-25'],
			},
		],
		[
			'a day on which the clocks go back',
			{
				zone: 'Europe/Berlin',
				events: [['DTSTART;TZID=Europe/Berlin:20261025T000000', 'DURATION:P1D']],
				want: ['2026-10-25'],
			},
		],
		[
			'24 hours, which are not that day',
			{
				zone: 'Europe/Berlin',
				events: [['DTSTART;TZID=Europe/Berlin:20261025T000000', 'DURATION:PT24H']],
				want: [],
			},
		],
		[
			'a week',
			{
				zone: 'Europe/Berlin',
				events: [['DTSTART;TZID=Europe/Berlin:20261024T000000', 'DURATION:P1W']],
				want: [24, 25, 26, 27, 28, 29, 30].map((day) => `2026-10-${day}`),
			},
		],
		[
			'a day that begins at one o’clock, because the clocks go forward at midnight',
			{
				zone: 'America/Santiago',
				events: [
					[
						'DTSTART;TZID=America/Santiago:20260906T000000',
						'DTEND;TZID=America/Santiago:20260907T000000',
					],
				],
				want: ['2026-09-06'],
			},
		],
	])('%s', (_, { want, ...given }) => {
		expect(read(given)).toEqual(want);
	});
});

describe('the end of a series', () => {
	it.each<[string, Case]>([
		[
			'is the last occurrence itself, in UTC',
			{
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
		],
		[
			'is local midnight in UTC, of all-day events',
			{
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
		],
		[
			'is midnight of a zone that the file does not name',
			{
				zone: 'America/New_York',
				events: [['DTSTART;VALUE=DATE:20251225', 'RRULE:FREQ=YEARLY;UNTIL=20261224T230000Z']],
				want: ['2026-12-25'],
			},
		],
		[
			'is UTC midnight of the date that is meant, west of Greenwich',
			{
				zone: 'America/Los_Angeles',
				events: [['DTSTART;VALUE=DATE:20251225', 'RRULE:FREQ=YEARLY;UNTIL=20261225T000000Z']],
				want: ['2026-12-25'],
			},
		],
		[
			'is the last second of the day before',
			{
				zone: 'Europe/Berlin',
				events: [['DTSTART;VALUE=DATE:20251225', 'RRULE:FREQ=YEARLY;UNTIL=20271224T225959Z']],
				want: ['2026-12-25'],
			},
		],
		[
			'is a moment before the occurrence, in its own zone',
			{
				zone: 'Europe/Berlin',
				events: [
					[
						'DTSTART;TZID=Europe/Berlin:20251225T000000',
						'DURATION:P1D',
						'RRULE:FREQ=YEARLY;UNTIL=20271224T225959Z',
					],
				],
				want: ['2026-12-25'],
			},
		],
		[
			'leaves out and replaces occurrences in UTC, of all-day events',
			{
				zone: 'Europe/Berlin',
				events: [
					['UID:a', 'DTSTART;VALUE=DATE:20250102', 'RRULE:FREQ=YEARLY', 'EXDATE:20270101T230000Z'],
					['UID:a', 'RECURRENCE-ID:20280101T230000Z', 'DTSTART;VALUE=DATE:20280103'],
				],
				want: ['2026-01-02', '2028-01-03'],
			},
		],
		[
			'leaves out an occurrence that was cancelled',
			{
				zone: 'Europe/Berlin',
				events: [
					['UID:a', 'DTSTART;VALUE=DATE:20250102', 'RRULE:FREQ=YEARLY'],
					['UID:a', 'RECURRENCE-ID;VALUE=DATE:20270102', 'STATUS:CANCELLED'],
				],
				want: ['2026-01-02', '2028-01-02'],
			},
		],
	])('%s', (_, { want, ...given }) => {
		expect(read(given)).toEqual(want);
	});
});

describe('an event that cannot matter stops nobody', () => {
	const christmas = ['SUMMARY:Christmas', 'DTSTART;VALUE=DATE:20261225'];

	it.each<[string, string[]]>([
		[
			'left out by its name',
			[
				'UID:m',
				'SUMMARY:Team meeting',
				'RECURRENCE-ID;TZID=Nowhere:20260112T100000',
				'DTSTART;TZID=Nowhere:soon',
			],
		],
		['cancelled', ['STATUS:CANCELLED', 'DTSTART:soon', 'RRULE:FREQ=SECONDLY']],
		[
			'half an hour a week, by a rule that is not read',
			[
				'UID:w',
				'DTSTART;TZID=Nowhere:20260105T090000',
				'DTEND;TZID=Nowhere:20260105T093000',
				'RRULE:FREQ=WEEKLY;BYDAY=MO;BYWEEKNO=3',
			],
		],
		[
			'ended before the asked years, by a rule that is not read',
			['DTSTART;VALUE=DATE:20150105', 'RRULE:FREQ=YEARLY;BYWEEKNO=3;UNTIL=20191231'],
		],
		[
			'long ago, in a zone that nobody knows',
			['DTSTART;TZID=Nowhere:20150105T000000', 'DURATION:P1D'],
		],
		['after the asked years', ['DTSTART;TZID=Nowhere:20310105T000000', 'RRULE:FREQ=HOURLY']],
		['a moment', ['DTSTART;TZID=Nowhere:20260105T120000']],
	])('%s', (_, event) => {
		expect(
			read({ zone: 'Europe/Berlin', exclude: ['meeting'], events: [event, christmas] }),
		).toEqual(['2026-12-25']);
	});

	it('nor does a member that nobody needs', () => {
		const event = [
			'RECURRENCE-ID:soon',
			'EXDATE:soon',
			'DURATION:soon',
			'DTEND:20261226',
			...christmas,
		];

		expect(read({ zone: 'Europe/Berlin', events: [event] })).toEqual(['2026-12-25']);
	});
});

describe('zones of a feed', () => {
	const midnightIn = (zone: string) => [`DTSTART;TZID=${zone}:20261225T000000`, 'DURATION:P1D'];

	it.each`
		zone                                       | calendar
		${'W. Europe Standard Time'}               | ${'Europe/Berlin'}
		${'"Eastern Standard Time"'}               | ${'America/New_York'}
		${'india standard time'}                   | ${'Asia/Kolkata'}
		${'/freeassociation.org/Tz/Europe/Berlin'} | ${'Europe/Berlin'}
		${'/citadel.org/20261130_1/Asia/Tokyo'}    | ${'Asia/Tokyo'}
		${'America/Argentina/Buenos_Aires'}        | ${'America/Argentina/Buenos_Aires'}
	`('$zone is that of $calendar', ({ zone, calendar }) => {
		expect(read({ zone: calendar, events: [midnightIn(zone)] })).toEqual(['2026-12-25']);
	});

	const berlin = (name: string) => [
		'BEGIN:VTIMEZONE',
		`TZID:${name}`,
		'BEGIN:STANDARD',
		'DTSTART:16010101T030000',
		'TZOFFSETFROM:+0200',
		'TZOFFSETTO:+0100',
		'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
		'END:STANDARD',
		'BEGIN:DAYLIGHT',
		'DTSTART:16010101T020000',
		'TZOFFSETFROM:+0100',
		'TZOFFSETTO:+0200',
		'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
		'END:DAYLIGHT',
		'END:VTIMEZONE',
	];

	it.each([
		'Customized Time Zone',
		'(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna',
		'BST',
	])('%s is what the file itself says of it', (name) => {
		const dates = ['20260501', '20261025', '20261225'];
		const events = dates.map((date) => [`DTSTART;TZID="${name}":${date}T000000`, 'DURATION:P1D']);

		expect(read({ zone: 'Europe/Berlin', head: berlin(name), events })).toEqual([
			'2026-05-01',
			'2026-10-25',
			'2026-12-25',
		]);
	});

	it('a zone that changes by dates, and one that never does', () => {
		const head = [
			'BEGIN:VTIMEZONE',
			'TZID:Here',
			'BEGIN:STANDARD',
			'DTSTART:19700101T000000',
			'RDATE:20261025T030000,20271031T030000',
			'TZOFFSETFROM:+0200',
			'TZOFFSETTO:+0100',
			'END:STANDARD',
			'END:VTIMEZONE',
		];

		expect(read({ zone: 'Europe/Berlin', head, events: [midnightIn('Here')] })).toEqual([
			'2026-12-25',
		]);
	});

	it.each(['BST', 'IST', '/x/BST', 'Nowhere', 'Mars/Olympus'])('%s alone is refused', (zone) => {
		expect(() => read({ zone: 'Europe/Berlin', events: [midnightIn(zone)] })).toThrow(
			'the feed does not say what it is',
		);
	});
});

describe('the report on a feed', () => {
	const report = (events: string[][], choice: Partial<IcsChoice> = {}) =>
		readHolidayFeed(textOf(events), { ...THREE_YEARS, timezone: 'Europe/Berlin', ...choice })
			.report;

	it('counts what was read and passed over, and says why and until when dates are known', () => {
		const events = [
			['SUMMARY:Christmas', 'DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261227'],
			['SUMMARY:Stand-up', 'DTSTART:20260105T090000', 'DTEND:20260105T093000'],
			['SUMMARY:Lunch', 'DTSTART:20260105T120000', 'DTEND:20260105T130000'],
			['SUMMARY:Meeting', 'DTSTART;VALUE=DATE:20260106'],
			['SUMMARY:Off', 'STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20260107'],
			['SUMMARY:Old', 'DTSTART;VALUE=DATE:20100107'],
			['SUMMARY:Afternoon and morning', 'DTSTART:20260108T120000', 'DTEND:20260109T120000'],
		];

		expect(report(events, { exclude: ['meeting'] })).toEqual({
			events: 7,
			read: 1,
			until: '2026-12-26',
			passedOver: [
				{ why: 'shorter than a day', count: 2, names: ['Stand-up', 'Lunch'] },
				{ why: 'left out by name, category or description', count: 1, names: ['Meeting'] },
				{ why: 'cancelled', count: 1, names: ['Off'] },
				{ why: 'not between 2026-01-01 and 2028-12-31', count: 1, names: ['Old'] },
				{
					why: 'covers no date from midnight to midnight in Europe/Berlin',
					count: 1,
					names: ['Afternoon and morning'],
				},
			],
		});
	});

	it('tells midnight in UTC, which may mean whole days or not', () => {
		const events = [['SUMMARY:New Year', 'DTSTART:20260101T000000Z', 'DTEND:20260102T000000Z']];

		expect(report(events).passedOver).toEqual([
			{
				why: expect.stringContaining('from midnight to midnight in UTC, which may mean whole days'),
				count: 1,
				names: ['New Year'],
			},
		]);
		expect(report(events, { timezone: 'Etc/UTC' })).toMatchObject({ read: 1, passedOver: [] });
	});

	it('knows dates until the last asked one when all repeat for ever', () => {
		const endless = ['DTSTART;VALUE=DATE:20201225', 'RRULE:FREQ=YEARLY'];

		expect(report([endless]).until).toBe('2028-12-31');
		expect(report([[...endless.slice(0, 1), 'RRULE:FREQ=YEARLY;COUNT=8']]).until).toBe(
			'2027-12-25',
		);
		expect(report([]).until).toBeUndefined();
	});
});
