import { z } from 'zod';
import { readWall, type WrittenTime } from './icsTime';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** A rule by which days repeat (RFC 5545, 3.3.10), read. */
export interface Recurrence {
	frequency: 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY';
	interval: number;
	count: number | undefined;
	/** The last moment at which an event may begin; a date means the whole of it. */
	until: WrittenTime | undefined;
	months: readonly number[];
	monthDays: readonly number[];
	/** Monday is 0; the ordinal counts within the month, or within the year of a yearly rule. */
	weekdays: readonly Weekday[];
	positions: readonly number[];
	/** The weekday on which a week begins; Monday is 0. */
	weekStart: number;
}

interface Weekday {
	weekday: number;
	ordinal: number | undefined;
}

/** What a text is read as, or refused. */
const readAs = <Value>(read: (text: string) => Value | undefined) =>
	z.string().transform((text, context): Value => {
		const value = read(text.trim());
		if (value !== undefined) return value;
		context.addIssue({ code: z.ZodIssueCode.custom });
		return z.NEVER;
	});

const listOf = <Value>(read: (text: string) => Value | undefined) =>
	z
		.string()
		.optional()
		.transform((text) => [...new Set(text?.split(','))].slice(0, MOST_ENTRIES))
		.pipe(z.array(readAs(read)));

/** As many as a year has days. */
const MOST_ENTRIES = 366;

/** A whole number other than zero, at most `limit` away from it. */
const numberWithin = (limit: number) => (text: string) => {
	const number = /^[+-]?\d{1,6}$/.test(text) ? Number(text) : 0;
	return number !== 0 && Math.abs(number) <= limit ? number : undefined;
};

const countOf = (text: string) => {
	const count = numberWithin(100_000)(text) ?? 0;
	return count > 0 ? count : undefined;
};

function readWeekday(text: string): Weekday | undefined {
	const [, sign = '', places, name = ''] = /^([+-]?)(\d{1,2})?([A-Z]{2})$/.exec(text) ?? [];
	const weekday = DAYS.findIndex((day) => day === name);
	if (weekday < 0 || (places === undefined && sign !== '')) return undefined;
	const ordinal = places === undefined ? undefined : Number(`${sign}${places}`);
	return ordinal === 0 || Math.abs(ordinal ?? 1) > 53 ? undefined : { weekday, ordinal };
}

/** Times of day in a rule say nothing of days. */
const ofDay = z.string().optional();

const ruleSchema = z
	.object({
		FREQ: z.enum(['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY']),
		INTERVAL: readAs(countOf).default('1'),
		COUNT: readAs(countOf).optional(),
		UNTIL: readAs(readWall).optional(),
		BYMONTH: listOf(countOf).refine((months) => months.every((month) => month <= 12)),
		BYMONTHDAY: listOf(numberWithin(31)),
		BYDAY: listOf(readWeekday).refine((weekdays) => weekdays.length <= 14),
		BYSETPOS: listOf(numberWithin(366)),
		WKST: z.enum(DAYS).default('MO'),
		BYHOUR: ofDay,
		BYMINUTE: ofDay,
		BYSECOND: ofDay,
	})
	.strict();

/**
 * Reads an RRULE; undefined for what repeats by week number, day of the year or within a day, and
 * for a rule with a mistake.
 */
export function readRecurrence(value: string): Recurrence | undefined {
	const parts = value.trim().toUpperCase().slice(0, LONGEST_RULE).split(';');
	const members = parts
		.filter((part) => part.trim() !== '')
		.map((part) => part.split('=').map((text) => text.trim()));
	const { data } = ruleSchema.safeParse(Object.fromEntries(members));
	if (data === undefined) return undefined;
	return {
		frequency: data.FREQ,
		interval: data.INTERVAL,
		count: data.COUNT,
		until: data.UNTIL,
		months: data.BYMONTH,
		monthDays: data.BYMONTHDAY,
		weekdays: data.BYDAY,
		positions: data.BYSETPOS,
		weekStart: DAYS.indexOf(data.WKST),
	};
}

const LONGEST_RULE = 1000;
