import { IANAZone } from 'luxon';
import { processorTime } from '../../../support/timeLimit';
import type { IcsChoice } from '../../../../nodes/domain/time/ics/feedChoice';
import { holidaysFromIcs } from '../../../../nodes/domain/time/ics/holidaysFromIcs';

const feed = (...events: string[][]): string =>
	[
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'BEGIN:VTIMEZONE',
		'TZID:Europe/Berlin',
		'BEGIN:DAYLIGHT',
		'DTSTART:19810329T020000',
		'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
		'END:DAYLIGHT',
		'END:VTIMEZONE',
		...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
		'END:VCALENDAR',
		'',
	].join('\r\n');

const read = (events: string[][], choice: Partial<IcsChoice> = {}) =>
	holidaysFromIcs(feed(...events), { from: '2026-01-01', to: '2028-12-31', ...choice });

const CHRISTMAS = ['SUMMARY:Christmas Day', 'DTSTART;VALUE=DATE:20261225'];

describe('single events', () => {
	it.each([
		['a date alone', ['DTSTART;VALUE=DATE:20261225'], ['2026-12-25']],
		[
			'an end, which is not included',
			['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261227'],
			['2026-12-25', '2026-12-26'],
		],
		[
			'an end on the same day',
			['DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261225'],
			['2026-12-25'],
		],
		[
			'a duration in days',
			['DTSTART;VALUE=DATE:20261230', 'DURATION:P3D'],
			['2026-12-30', '2026-12-31', '2027-01-01'],
		],
		[
			'a duration in weeks, cut at the range',
			['DTSTART;VALUE=DATE:20251224', 'DURATION:P2W'],
			['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05', '2026-01-06'],
		],
		['a date without VALUE', ['DTSTART:20281231'], ['2028-12-31']],
		['a date before the range', ['DTSTART:20251231'], []],
		['a date after the range', ['DTSTART:20290101'], []],
		[
			'more dates',
			['DTSTART;VALUE=DATE:20260101', 'RDATE;VALUE=DATE:20270101,20280101'],
			['2026-01-01', '2027-01-01', '2028-01-01'],
		],
	])('reads %s', (_, lines, days) => {
		expect(read([lines])).toEqual(days);
	});

	it.each([
		[
			'from midnight to midnight',
			'DTSTART;TZID=Europe/Berlin:20261225T000000',
			'DTEND;TZID=Europe/Berlin:20261226T000000',
			['2026-12-25'],
		],
		[
			'longer than a day',
			'DTSTART;TZID=Europe/Berlin:20261224T120000',
			'DTEND;TZID=Europe/Berlin:20261227T090000',
			['2026-12-25', '2026-12-26'],
		],
		[
			'of an afternoon',
			'DTSTART;TZID=Europe/Berlin:20261224T120000',
			'DTEND;TZID=Europe/Berlin:20261224T180000',
			[],
		],
		['in UTC', 'DTSTART:20261224T230000Z', 'DURATION:PT24H', ['2026-12-25']],
		['without a zone', 'DTSTART:20261225T000000', 'DURATION:P1D', ['2026-12-25']],
		[
			'on the short day in March',
			'DTSTART;TZID="Europe/Berlin":20260329T000000',
			'DTEND;TZID="Europe/Berlin":20260330T000000',
			['2026-03-29'],
		],
		['of a moment', 'DTSTART:20261225T000000', 'SUMMARY:Ring', []],
	])('closes the whole days of a timed event %s', (_, start, end, days) => {
		expect(read([[start, end]], { timezone: 'Europe/Berlin' })).toEqual(days);
	});
});

describe('events that repeat', () => {
	it.each([
		['on their date', '20201225', 'FREQ=YEARLY', ['2026-12-25', '2027-12-25', '2028-12-25']],
		[
			'on the last Monday of May',
			'20200525',
			'FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO',
			['2026-05-25', '2027-05-31', '2028-05-29'],
		],
		[
			'on the fourth Thursday of November',
			'20201126',
			'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;WKST=SU',
			['2026-11-26', '2027-11-25', '2028-11-23'],
		],
		[
			'on the Tuesday after the first Monday',
			'20201103',
			'FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;INTERVAL=2',
			['2026-11-03', '2028-11-07'],
		],
		['on 29 February', '20200229', 'FREQ=YEARLY', ['2028-02-29']],
		[
			'on the last day of two months',
			'20200229',
			'FREQ=YEARLY;BYMONTH=2,6;BYMONTHDAY=-1',
			['2026-02-28', '2026-06-30', '2027-02-28', '2027-06-30', '2028-02-29', '2028-06-30'],
		],
		[
			'on the first Friday of the year',
			'20200103',
			'FREQ=YEARLY;BYDAY=1FR',
			['2026-01-02', '2027-01-01', '2028-01-07'],
		],
		[
			'on the last weekday of the year',
			'20201231',
			'FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
			['2026-12-31', '2027-12-31', '2028-12-29'],
		],
		['until a date', '20201225', 'FREQ=YEARLY;UNTIL=20271225', ['2026-12-25', '2027-12-25']],
		['until the day before', '20201225', 'FREQ=YEARLY;UNTIL=20271224T225959Z', ['2026-12-25']],
		['a number of times', '20201225', 'FREQ=YEARLY;COUNT=8', ['2026-12-25', '2027-12-25']],
		['every fourth year', '20160101', 'FREQ=YEARLY;INTERVAL=4', ['2028-01-01']],
		[
			'every twelfth month',
			'20201225',
			'FREQ=MONTHLY;INTERVAL=12',
			['2026-12-25', '2027-12-25', '2028-12-25'],
		],
		[
			'on the last Friday of every sixth month',
			'20200131',
			'FREQ=MONTHLY;INTERVAL=6;BYDAY=-1FR;UNTIL=20270101',
			['2026-01-30', '2026-07-31'],
		],
		[
			'on Saturdays of a winter',
			'20261219',
			'FREQ=WEEKLY;COUNT=4;BYDAY=SA',
			['2026-12-19', '2026-12-26', '2027-01-02', '2027-01-09'],
		],
		[
			'every other week from a Wednesday, on Monday and Wednesday',
			'20260107',
			'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=4',
			['2026-01-07', '2026-01-19', '2026-01-21', '2026-02-02'],
		],
		[
			'on some days of a week',
			'20261228',
			'FREQ=DAILY;COUNT=3',
			['2026-12-28', '2026-12-29', '2026-12-30'],
		],
		[
			'whatever time of day the rule says',
			'20261225',
			'FREQ=YEARLY;BYHOUR=0;BYMINUTE=0;BYSECOND=0;COUNT=1',
			['2026-12-25'],
		],
		[
			'on the 13th of all months in one year',
			'20280113',
			'FREQ=YEARLY;BYMONTHDAY=13;COUNT=3',
			['2028-01-13', '2028-02-13', '2028-03-13'],
		],
	])('reads those %s', (_, first, rule, days) => {
		expect(read([[`DTSTART;VALUE=DATE:${first}`, `RRULE:${rule}`]])).toEqual(days);
	});

	it('leaves out dates that are excepted, and takes the changed occurrence instead', () => {
		const master = [
			'UID:a',
			'DTSTART;VALUE=DATE:20250102',
			'RRULE:FREQ=YEARLY',
			'EXDATE;VALUE=DATE:20270102',
		];
		const moved = ['UID:a', 'RECURRENCE-ID;VALUE=DATE:20280102', 'DTSTART;VALUE=DATE:20280103'];

		expect(read([master, moved])).toEqual(['2026-01-02', '2028-01-03']);
	});

	it('finds the excepted occurrence of a timed event by the date of its own zone', () => {
		const lines = [
			'DTSTART;TZID=Europe/Berlin:20250102T000000',
			'DURATION:P1D',
			'RRULE:FREQ=YEARLY',
			'EXDATE:20270101T230000Z',
		];

		expect(read([lines], { timezone: 'Europe/Berlin' })).toEqual(['2026-01-02', '2028-01-02']);
	});

	it.each([
		'FREQ=HOURLY',
		'FREQ=YEARLY;BYWEEKNO=20',
		'FREQ=YEARLY;BYYEARDAY=1',
		'FREQ=YEARLY;BYEASTER=1',
		'FREQ=YEARLY;INTERVAL=0',
		'FREQ=YEARLY;COUNT=-1',
		'FREQ=YEARLY;BYMONTH=13',
		'FREQ=YEARLY;BYDAY=XX',
		'FREQ=YEARLY;UNTIL=never',
		'FREQ=YEARLY;BYMONTHDAY=0',
		'',
	])('refuses the rule %j and says what to do', (rule) => {
		expect(() => read([['SUMMARY:Odd', 'DTSTART:20260101', `RRULE:${rule}`]])).toThrow(
			expect.objectContaining({
				message: expect.stringContaining('The holiday “Odd” repeats in a way'),
				remedy: expect.stringContaining('list its dates'),
			}),
		);
	});

	it('does not read an event that is left out by its name', () => {
		const odd = ['SUMMARY:Odd', 'DTSTART:20260101', 'RRULE:FREQ=HOURLY'];

		expect(read([odd, CHRISTMAS], { exclude: ['odd'] })).toEqual(['2026-12-25']);
	});
});

describe('what counts', () => {
	const martin = [
		'SUMMARY:St. Martin',
		'DTSTART;VALUE=DATE:20261111',
		'DESCRIPTION:Observance\\nTo hide observances\\, go to the settings',
	];
	const unity = ['SUMMARY:Unity', 'DTSTART;VALUE=DATE:20261003', 'CATEGORIES:Public,Berlin'];

	it.each`
		choice                         | days
		${{}}                          | ${['2026-10-03', '2026-11-11', '2026-12-25']}
		${{ exclude: ['OBSERVANCE'] }} | ${['2026-10-03', '2026-12-25']}
		${{ exclude: ['settings'] }}   | ${['2026-10-03', '2026-11-11', '2026-12-25']}
		${{ include: ['public'] }}     | ${['2026-10-03']}
		${{ include: ['', ' '] }}      | ${['2026-10-03', '2026-11-11', '2026-12-25']}
		${{ exclude: [''] }}           | ${['2026-10-03', '2026-11-11', '2026-12-25']}
	`('with $choice: $days', ({ choice, days }) => {
		expect(read([martin, unity, CHRISTMAS], choice)).toEqual(days);
	});

	it('leaves out what was cancelled', () => {
		expect(read([[...CHRISTMAS, 'STATUS:CANCELLED']])).toEqual([]);
	});
});

describe('the text', () => {
	it.each([
		['folded lines', feed(['SUMMARY:Christmas', 'DTSTART;VALUE=DA\r\n TE:2026\r\n\t1225'])],
		['line feeds alone', feed(CHRISTMAS).replaceAll('\r\n', '\n')],
		['carriage returns alone', feed(CHRISTMAS).replaceAll('\r\n', '\r')],
		['a byte order mark', `\uFEFF${feed(CHRISTMAS)}`],
		['lower-case names', feed(['summary:x', 'dtstart;value=date:20261225'])],
		['an alarm inside', feed([...CHRISTMAS, 'BEGIN:VALARM', 'DTSTART:20260101', 'END:VALARM'])],
		['lines that are none', feed([...CHRISTMAS, 'nonsense', ':', ';;:;'])],
		['quotes that hold separators', feed(['DTSTART;X="a:b;c";VALUE=DATE:20261225'])],
	])('may have %s', (_, text) => {
		expect(holidaysFromIcs(text, { from: '2026-01-01', to: '2028-12-31' })).toEqual(['2026-12-25']);
	});

	it.each([
		['', 'does not begin with BEGIN:VCALENDAR'],
		['<html>Sign in</html>', 'does not begin with BEGIN:VCALENDAR'],
		['BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260101', 'not complete'],
		['BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n', 'not complete'],
		[feed(['SUMMARY:No start']), 'The holiday “No start” has no start'],
		[feed(['SUMMARY:Bad', 'DTSTART:20260230']), 'The holiday “Bad” has no start'],
		[feed(['SUMMARY:Bad', 'DTSTART:20260101T250000Z']), 'The holiday “Bad” has no time'],
		[feed(['DTSTART:20260101', 'DURATION:P99999999999999999X']), 'has no duration'],
		[
			feed(['SUMMARY:Zone', 'DTSTART;TZID=Mars:20260101T000000', 'DURATION:P1D']),
			'has times in "Mars", which is neither an IANA time zone nor one of Windows',
		],
		[feed([...CHRISTMAS, 'RRULE:FREQ=YEARLY', 'EXDATE:soon']), 'has no EXDATE'],
		[`BEGIN:VCALENDAR\n${'x'.repeat(2_000_000)}`, 'longer than 2 million'],
		[`BEGIN:VCALENDAR\n${'BEGIN:X\n'.repeat(30_001)}`, 'more than 30,000 lines'],
	])('is refused when it is wrong (%#)', (text, problem) => {
		expect(() => holidaysFromIcs(text, { from: '2026-01-01', to: '2028-12-31' })).toThrow(problem);
	});

	it.each([
		['2026-12-31', '2026-01-01'],
		['2026', '2027'],
		['1926-01-01', '2126-01-01'],
	])('is not read from %s to %s', (from, to) => {
		expect(() => holidaysFromIcs(feed(CHRISTMAS), { from, to })).toThrow('cannot be read from');
	});

	it.each([
		[
			'events of two centuries',
			Array.from({ length: 5000 }, () => ['DTSTART:19000101', 'DTEND:21991231']),
			1096,
		],
		[
			'changes of one event',
			Array.from({ length: 5000 }, () => ['UID:1', 'RECURRENCE-ID:20260101', 'DTSTART:20260101']),
			1,
		],
		[
			'years before the asked ones',
			Array.from({ length: 10 }, () => ['DTSTART:10000101', 'RRULE:FREQ=YEARLY;COUNT=99999']),
			3,
		],
		[
			'dates that are left out',
			[
				[
					`EXDATE:${Array.from({ length: 6000 }, () => '20260101T000000').join()}`,
					'DTSTART:20260101T000000',
					'DURATION:P1D',
					'RRULE:FREQ=YEARLY;COUNT=1',
				],
			],
			0,
		],
		['separators', [[`DTSTART${';="";'.repeat(390_000)}:20260101`]], 1],
	])('takes but a moment with a great many %s', (_, events, days) => {
		const before = process.cpuUsage();

		expect(read(events)).toHaveLength(days);
		expect(processorTime(before)).toBeLessThan(5000);
	});

	it('learns no offsets of centuries that were not asked for, whatever zones it names', () => {
		const zones = Intl.supportedValuesOf('timeZone').slice(0, 20);
		const old = zones.map((zone) => [
			...[`DTSTART;TZID=${zone}:19000101T000000`, 'DURATION:P1D'],
			...['RRULE:FREQ=YEARLY;UNTIL=21991231T000000Z', `EXDATE;TZID=Asia/Tokyo:19010101T000000`],
		]);
		const looks = jest.spyOn(IANAZone.prototype, 'offset');
		read(old);
		const steps = looks.mock.calls.length;
		looks.mockRestore();

		expect(steps).toBeLessThan(40_000);
	});

	it('reads a rule once that many events have, and not ever so many rules', () => {
		const event = (count: number) => ['DTSTART:20260101', `RRULE:FREQ=YEARLY;COUNT=${count}`];
		const same = Array.from({ length: 4000 }, () => event(1));
		const others = Array.from({ length: 4000 }, (_, count) => event(count + 1));

		expect(read(same)).toEqual(['2026-01-01']);
		expect(() => read(others)).toThrow('more dates to look at than a feed of holidays has');
	});

	it('refuses events that repeat more often than holidays do', () => {
		const daily = ['DTSTART:19000101', 'RRULE:FREQ=YEARLY;COUNT=99999;BYDAY=MO,TU,WE,TH,FR,SA,SU'];

		expect(() => read([daily, daily])).toThrow('more dates to look at than a feed of holidays has');
	});
});
