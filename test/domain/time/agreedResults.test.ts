import { add, between, betweenMs, isOpen, next } from '../../../nodes/domain/time/businessTime';
import { progress } from '../../../nodes/domain/time/progress';
import { calendarOf, readRows } from '../vectors/readVectors';

const instant = (text: string | undefined): number => Date.parse(text ?? '');
const orNone = (text: string | undefined): number | undefined =>
	text === '-' ? undefined : instant(text);
const rowsOf = (operation: string): string[][] =>
	readRows('business-time.tsv').filter(([name]) => name === operation);

describe('business time agrees with independent engines', () => {
	it.each(rowsOf('add'))('%s: calendar %s, from %s, %s minutes: %s', (...row) => {
		const [, calendar, start = '', minutes, expected] = row;
		expect(instant(add(calendarOf(calendar), start, Number(minutes)))).toBe(instant(expected));
	});

	it.each(rowsOf('between'))('%s: calendar %s, from %s to %s: %s s', (...row) => {
		const [, calendar, start = '', end = '', seconds] = row;
		expect(betweenMs(calendarOf(calendar), start, end)).toBe(Number(seconds) * 1000);
		expect(between(calendarOf(calendar), start, end)).toBeCloseTo(Number(seconds) / 60, 9);
	});

	it.each(rowsOf('isOpen'))('%s: calendar %s at %s %s: %s', (...row) => {
		const [, calendar, start = '', , expected] = row;
		expect(isOpen(calendarOf(calendar), start)).toBe(expected === 'true');
	});

	it.each(rowsOf('next'))('%s: calendar %s from %s %s: %s', (...row) => {
		const [, calendar, start = '', , expected] = row;
		expect(instant(next(calendarOf(calendar), start))).toBe(instant(expected));
	});
});

describe('where engines differ, the earliest instant is meant unless asked otherwise', () => {
	it.each(readRows('conventions.tsv'))('%s: calendar %s, from %s, %s minutes: %s', (...row) => {
		const [, calendar, start = '', minutes, expected, nextOpening] = row;
		const amount = Number(minutes);
		expect(instant(add(calendarOf(calendar), start, amount))).toBe(instant(expected));
		expect(instant(add(calendarOf(calendar), start, amount, { landing: 'nextOpening' }))).toBe(
			instant(nextOpening),
		);
	});
});

describe('a clock with pauses agrees with independent engines', () => {
	it.each(readRows('clocks.tsv'))('calendar %s, from %s, %s minutes, pauses %s', (...row) => {
		const [calendar, start = '', minutes, pauses = '', now = '', ...expected] = row;
		const [at50, at75, at90, deadline, elapsed, remaining] = expected;
		const seen = progress(calendarOf(calendar), {
			start,
			minutes: Number(minutes),
			now,
			pauses: pauses === '-' ? [] : pauses.split(',').map(readPause),
		});
		expect([50, 75, 90].map((share) => millis(seen.milestones.get(share)))).toEqual(
			[at50, at75, at90].map(orNone),
		);
		expect(millis(seen.deadline)).toBe(orNone(deadline));
		expect(seen.elapsed).toBe(Number(elapsed));
		expect(seen.remaining).toBe(Number(remaining));
	});
});

const millis = (text: string | undefined): number | undefined =>
	text === undefined ? undefined : instant(text);

function readPause(text: string): [string, string | null] {
	const [from = '', to = ''] = text.split('/');
	return [from, to === '-' ? null : to];
}
