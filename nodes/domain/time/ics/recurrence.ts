import { HandoffProblem } from '../../base/problem';
import { readDate, type DayNumber } from '../wallClock';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** A yearly rule (RFC 5545, 3.3.10), read. */
export interface Recurrence {
	interval: number;
	count: number | undefined;
	/** Last day on which an event may begin. */
	until: DayNumber | undefined;
	months: readonly number[];
	monthDays: readonly number[];
	/** Monday is 0; the ordinal counts within the month when months are given, else the year. */
	weekdays: ReadonlyArray<{ weekday: number; ordinal: number | undefined }>;
	positions: readonly number[];
}

/**
 * Reads an RRULE. Holiday feeds repeat yearly; every other frequency, and rules by week number, day
 * of the year or time of day, are refused.
 *
 * @param name of the event, for the error
 */
export function readRecurrence(value: string, name: string): Recurrence {
	const parts = new Map(
		value
			.trim()
			.toUpperCase()
			.split(';')
			.filter((part) => part !== '')
			.map((part): [string, string] => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']),
	);
	const refuse = () => refusal(value, name);
	const numbers = (key: string, limit: number): number[] => [
		...new Set(listOf(parts.get(key)).map((text) => readNumber(text, limit) ?? fail(refuse))),
	];
	const single = (key: string) =>
		parts.has(key) ? (readNumber(parts.get(key) ?? '', 100_000) ?? fail(refuse)) : undefined;
	const until = parts.get('UNTIL');
	const rule: Recurrence = {
		interval: single('INTERVAL') ?? 1,
		count: single('COUNT'),
		until: until === undefined ? undefined : (dayOfText(until) ?? fail(refuse)),
		months: numbers('BYMONTH', 12),
		monthDays: numbers('BYMONTHDAY', 31),
		weekdays: listOf(parts.get('BYDAY')).map((text) => readWeekday(text) ?? fail(refuse)),
		positions: numbers('BYSETPOS', 366),
	};
	const known = [...parts.keys()].every((key) => KNOWN.has(key)) && rule.weekdays.length <= 14;
	const counts = rule.interval > 0 && (rule.count ?? 1) > 0 && rule.months.every((by) => by > 0);
	if (!known || !counts || parts.get('FREQ') !== 'YEARLY') throw refuse();
	return rule;
}

const KNOWN = new Set([
	'FREQ',
	'INTERVAL',
	'COUNT',
	'UNTIL',
	'BYMONTH',
	'BYMONTHDAY',
	'BYDAY',
	'BYSETPOS',
	'WKST',
]);

const listOf = (text: string | undefined): string[] =>
	text === undefined ? [] : [...new Set(text.split(',').map((part) => part.trim()))];

/** A whole number other than zero, at most `limit` away from it. */
function readNumber(text: string, limit: number): number | undefined {
	const number = /^[+-]?\d{1,6}$/.test(text) ? Number(text) : 0;
	return number !== 0 && Math.abs(number) <= limit ? number : undefined;
}

function readWeekday(text: string): { weekday: number; ordinal: number | undefined } | undefined {
	const [, sign = '', places, name = ''] = /^([+-]?)(\d{1,2})?([A-Z]{2})$/.exec(text) ?? [];
	const weekday = DAYS.indexOf(name);
	if (weekday < 0 || (places === undefined && sign !== '')) return undefined;
	const ordinal = places === undefined ? undefined : Number(`${sign}${places}`);
	return ordinal === 0 || Math.abs(ordinal ?? 1) > 53 ? undefined : { weekday, ordinal };
}

/** The day of "20261225", also with a time behind it. */
export function dayOfText(text: string): DayNumber | undefined {
	const [, year, month, day] = /^([1-9]\d{3})(\d\d)(\d\d)(?:T\d{6}Z?)?$/.exec(text.trim()) ?? [];
	return year === undefined ? undefined : readDate(`${year}-${month}-${day}`);
}

const refusal = (value: string, name: string): HandoffProblem =>
	new HandoffProblem(
		`The holiday “${name}” repeats in a way that is not read here: ${value.slice(0, 200)}`,
		'Feeds may repeat yearly, by month, day of the month and weekday. Leave this event out by its name, and list its dates in “holidays”.',
	);

function fail(problem: () => HandoffProblem): never {
	throw problem();
}
