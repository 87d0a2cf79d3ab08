import { addWorkingDays } from '../../../nodes/domain/time/businessTime';
import { formatDateAndTime, localDay } from '../../../nodes/domain/time/localTime';
import { readMilestone } from '../../../nodes/domain/time/milestone';
import { openTimeOf } from '../../../nodes/domain/time/openTime';
import { addWorkingDaysToDate } from '../../../nodes/domain/time/workingDays';
import { DAY, readDate } from '../../../nodes/domain/time/wallClock';
import {
	offsetChangesBetween,
	firstInstantAt,
	offsetAt,
	zoneNamed,
} from '../../../nodes/domain/time/zone';
import { LONGEST_AT_FIRST_MS, processorTime } from '../../support/timeLimit';
import { officeIn } from './calendars';

const HOUR = 3_600_000;
const LATEST = 8.64e15;
const at = (text: string): number => Date.parse(text);

/** What a work gives, when it is done within the time of a first look. */
function soon<Result>(work: () => Result): Result {
	const before = process.cpuUsage();
	const result = work();
	expect(processorTime(before)).toBeLessThan(LONGEST_AT_FIRST_MS);
	return result;
}

describe('the offset of a zone', () => {
	it.each`
		zone                  | instant                          | hours
		${'Europe/Berlin'}    | ${at('2026-03-29T00:59:59Z')}    | ${1}
		${'Europe/Berlin'}    | ${at('2026-03-29T01:00:00Z')}    | ${2}
		${'Europe/Berlin'}    | ${at('2199-07-01T00:00:00Z')}    | ${2}
		${'Europe/Berlin'}    | ${at('+002500-07-01T00:00:00Z')} | ${1}
		${'Europe/Berlin'}    | ${LATEST}                        | ${1}
		${'America/New_York'} | ${LATEST}                        | ${-5}
		${'Australia/Sydney'} | ${LATEST}                        | ${11}
		${'Asia/Kolkata'}     | ${1_234_567_890_123_456}         | ${5.5}
	`('is $hours h in $zone at $instant, however far that is', ({ zone, instant, hours }) => {
		expect(soon(() => offsetAt(zoneNamed(zone), instant))).toBe(hours * HOUR);
	});

	it.each([-LATEST, Number.NEGATIVE_INFINITY, Infinity, Number.NaN])(
		'is still right after it was asked for %d',
		(instant) => {
			const zone = zoneNamed('Pacific/Auckland');
			soon(() => offsetAt(zone, instant));
			soon(() => firstInstantAt(zone, instant));
			soon(() => offsetChangesBetween(zone, -LATEST, instant));

			expect(offsetAt(zone, at('2026-07-01T00:00:00Z'))).toBe(12 * HOUR);
			expect(offsetAt(zone, at('2026-01-01T00:00:00Z'))).toBe(13 * HOUR);
		},
	);

	it('goes on where years are no longer counted, so that a local time can be written', () => {
		const zone = zoneNamed('Europe/Berlin');

		expect(soon(() => formatDateAndTime(zone, at('9999-12-31T12:00:00Z')))).toMatch('13:00');
		expect(localDay(zone, at('2200-06-01T23:30:00Z'))).toBe(readDate('2200-06-02'));
	});
});

describe('working days', () => {
	const table = openTimeOf(officeIn('Europe/Berlin'));
	const farDays = [-LATEST / DAY, readDate('1850-03-04'), readDate('9999-12-31'), LATEST / DAY];

	it.each(farDays)('from day %d are refused, not walked to', (day = 0) => {
		expect(() => soon(() => addWorkingDaysToDate(table, day, 2))).toThrow('from 1900 to 2199');
	});

	it.each`
		from            | days    | to
		${'2026-03-02'} | ${2}    | ${'2026-03-04'}
		${'2026-03-06'} | ${1}    | ${'2026-03-09'}
		${'2026-03-09'} | ${-1}   | ${'2026-03-06'}
		${'2026-03-02'} | ${2600} | ${'2036-02-18'}
		${'2199-12-25'} | ${1}    | ${'2199-12-26'}
		${'1900-01-10'} | ${-2}   | ${'1900-01-08'}
	`('$days from $from come to $to', ({ from, days, to }) => {
		expect(addWorkingDaysToDate(table, readDate(from) ?? 0, days)).toBe(readDate(to));
	});

	it.each([2601, -2601, 1e15, 1.5, Infinity])('%d of them are refused', (days) => {
		expect(() =>
			soon(() => addWorkingDays(officeIn('Europe/Berlin'), '2026-03-02T09:00:00Z', days)),
		).toThrow('is not a number of working days');
	});

	it.each(['+2601 working days', '-99999999999wd'])('a milestone at %s is refused', (written) => {
		expect(readMilestone(written)).toMatchObject({ remedy: 'Give at most 2600 working days.' });
	});
});
