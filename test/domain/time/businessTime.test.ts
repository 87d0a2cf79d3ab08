import {
	add,
	between,
	isOpen,
	next,
	previous,
	subtract,
} from '../../../nodes/domain/time/businessTime';
import { parseCalendar } from '../../../nodes/domain/time/calendar';
import { HandoffProblem } from '../../../nodes/domain/base/problem';
import { everyDay, localOf, officeIn, onWeekdays } from './calendars';

const BERLIN = officeIn('Europe/Berlin');

describe('add', () => {
	it.each`
		from                      | hours  | to
		${'Mon 2026-03-02 09:00'} | ${8}   | ${'Mon 2026-03-02 17:00'}
		${'Mon 2026-03-02 16:00'} | ${4}   | ${'Tue 2026-03-03 12:00'}
		${'Mon 2026-03-02 17:00'} | ${1}   | ${'Tue 2026-03-03 10:00'}
		${'Fri 2026-03-27 16:00'} | ${2}   | ${'Mon 2026-03-30 10:00'}
		${'Sat 2026-03-28 11:00'} | ${0}   | ${'Sat 2026-03-28 11:00'}
		${'Thu 2026-12-31 16:30'} | ${1}   | ${'Fri 2027-01-01 09:30'}
		${'Mon 2028-02-28 16:00'} | ${400} | ${'Mon 2028-05-08 16:00'}
	`('makes $hours business hours after $from due $to in Berlin', ({ from, hours, to }) => {
		const { instant, local } = localOf('Europe/Berlin');
		expect(local(add(BERLIN, instant(from), hours * 60))).toBe(to.slice(4));
	});

	it('counts 7 hours in the night the clocks go forward and 9 when they go back', () => {
		const nights = parseCalendar({
			timezone: 'America/New_York',
			weekly: everyDay(['22:00', '06:00']),
		});
		expect(between(nights, '2026-03-07T22:00:00-05:00', '2026-03-08T06:00:00-04:00')).toBe(420);
		expect(between(nights, '2026-10-31T22:00:00-04:00', '2026-11-01T06:00:00-05:00')).toBe(540);
	});

	it('skips the day that Samoa skipped', () => {
		const apia = officeIn('Pacific/Apia');
		const { instant, local } = localOf('Pacific/Apia');
		expect(local(add(apia, instant('Thu 2011-12-29 16:00'), 120))).toBe('2012-01-02 10:00');
	});

	it.each(['1970-01-01T00:00:00Z', '2026-03-02T08:00:00Z', '2099-12-30T12:00:00Z'])(
		'works from %s',
		(start) => {
			expect(between(BERLIN, start, add(BERLIN, start, 2400))).toBe(2400);
		},
	);

	it('finds eight years of one hour a week', () => {
		const calendar = parseCalendar({
			timezone: 'Etc/UTC',
			weekly: { wed: [['10:00', '11:00']] },
		});
		expect(add(calendar, '2026-01-01T00:00:00Z', 400 * 60)).toBe('2033-08-31T11:00:00.000Z');
	});

	it('subtracts a negative amount', () => {
		expect(add(BERLIN, '2026-03-03T11:00:00Z', -240)).toBe('2026-03-02T15:00:00.000Z');
		expect(subtract(BERLIN, '2026-03-03T11:00:00Z', 240)).toBe('2026-03-02T15:00:00.000Z');
	});
});

describe('holidays, exceptions and new hours', () => {
	it('cuts a night shift at the midnight on which a holiday begins', () => {
		const calendar = parseCalendar({
			timezone: 'Etc/UTC',
			weekly: everyDay(['22:00', '06:00']),
			holidays: ['2026-12-25'],
		});
		expect(between(calendar, '2026-12-24T12:00:00Z', '2026-12-26T12:00:00Z')).toBe(120);
	});

	it('keeps the shift of the evening before when a date has hours of its own', () => {
		const calendar = parseCalendar({
			timezone: 'Etc/UTC',
			weekly: everyDay(['22:00', '06:00']),
			exceptions: { '2026-12-25': [['12:00', '13:00']] },
		});
		expect(between(calendar, '2026-12-24T12:00:00Z', '2026-12-26T12:00:00Z')).toBe(480 + 60);
	});

	it('opens on a holiday that has hours of its own', () => {
		const calendar = parseCalendar({
			...BERLIN,
			holidays: ['2026-12-24'],
			exceptions: { '2026-12-24': [['09:00', '12:00']] },
		});
		expect(isOpen(calendar, '2026-12-24T09:00:00+01:00')).toBe(true);
	});

	it('changes the weekly hours on the date from which new ones hold', () => {
		const calendar = parseCalendar({
			...BERLIN,
			changes: [{ from: '2027-01-01', weekly: onWeekdays(['10:00', '14:00']) }],
		});
		expect(between(calendar, '2026-12-31T00:00:00+01:00', '2027-01-01T00:00:00+01:00')).toBe(480);
		expect(between(calendar, '2027-01-01T00:00:00+01:00', '2027-01-02T00:00:00+01:00')).toBe(240);
	});
});

describe('calendars of several teams', () => {
	const newYork = officeIn('America/New_York');

	it('are open together while any of them is', () => {
		const either = parseCalendar({ ...BERLIN, union: [newYork] });
		expect(between(either, '2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z')).toBe(14 * 60);
		expect(between(either, '2026-03-09T00:00:00Z', '2026-03-10T00:00:00Z')).toBe(13 * 60);
	});

	it('are open in common while all of them are', () => {
		const both = parseCalendar({ ...BERLIN, intersection: [newYork] });
		expect(between(both, '2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z')).toBe(2 * 60);
		expect(next(both, '2026-03-02T00:00:00Z')).toBe('2026-03-02T14:00:00.000Z');
		expect(previous(both, '2026-03-02T00:00:00Z')).toBe('2026-02-27T16:00:00.000Z');
	});

	it('say so when they never have an hour in common', () => {
		const never = parseCalendar({ ...BERLIN, intersection: [officeIn('Pacific/Honolulu')] });
		expect(() => next(never, '2026-03-02T00:00:00Z')).toThrow(HandoffProblem);
	});

	it('need no hours of their own next to those of another', () => {
		const calendar = parseCalendar({ timezone: 'Europe/Berlin', union: [newYork] });
		expect(next(calendar, '2026-03-02T00:00:00Z')).toBe('2026-03-02T14:00:00.000Z');
	});
});

describe('isOpen, next and previous', () => {
	it.each`
		at                        | open     | opening                   | closing
		${'Mon 2026-03-02 08:59'} | ${false} | ${'Mon 2026-03-02 09:00'} | ${'Fri 2026-02-27 17:00'}
		${'Mon 2026-03-02 09:00'} | ${true}  | ${'Mon 2026-03-02 09:00'} | ${'Fri 2026-02-27 17:00'}
		${'Mon 2026-03-02 12:00'} | ${true}  | ${'Mon 2026-03-02 12:00'} | ${'Mon 2026-03-02 12:00'}
		${'Mon 2026-03-02 17:00'} | ${false} | ${'Tue 2026-03-03 09:00'} | ${'Mon 2026-03-02 17:00'}
	`('at $at: open $open, opens $opening, closed $closing', ({ at, open, opening, closing }) => {
		const { instant, local } = localOf('Europe/Berlin');
		expect(isOpen(BERLIN, instant(at))).toBe(open);
		expect(local(next(BERLIN, instant(at)))).toBe(opening.slice(4));
		expect(local(previous(BERLIN, instant(at)))).toBe(closing.slice(4));
	});

	it('stays open where two intervals touch', () => {
		const calendar = parseCalendar({ timezone: 'Etc/UTC', weekly: everyDay(['00:00', '24:00']) });
		expect(isOpen(calendar, '2023-01-18T00:00:00Z')).toBe(true);
		expect(next(calendar, '2023-01-18T00:00:00Z')).toBe('2023-01-18T00:00:00.000Z');
	});
});

describe('what cannot be answered', () => {
	const onlyOneDay = parseCalendar({
		timezone: 'Etc/UTC',
		weekly: {},
		exceptions: { '2026-03-02': [['09:00', '17:00']] },
	});

	it.each([
		['time after the last date with hours', () => next(onlyOneDay, '2026-03-03T00:00:00Z')],
		['more time than there is', () => add(onlyOneDay, '2026-03-01T00:00:00Z', 481)],
		['time before the first date with hours', () => previous(onlyOneDay, '2026-03-01T00:00:00Z')],
		['a start that is no instant', () => add(BERLIN, '2026-03-02 09:00', 60)],
		['a 30 February', () => add(BERLIN, '2026-02-30T09:00:00Z', 60)],
		['an amount that is no number', () => add(BERLIN, '2026-03-02T09:00:00Z', Number.NaN)],
		['centuries of work', () => add(BERLIN, '2026-03-02T09:00:00Z', 1e12)],
		['the year 9999', () => isOpen(BERLIN, '9999-03-02T09:00:00Z')],
	])('names the problem and a remedy for %s', (_, ask) => {
		expect(ask).toThrow(HandoffProblem);
	});

	it('answers up to the last minute that there is', () => {
		expect(add(onlyOneDay, '2026-03-01T00:00:00Z', 480)).toBe('2026-03-02T17:00:00.000Z');
	});
});
