import { z } from 'zod';
import { closedObject } from '../base/closedObject';
import { refuse } from './problemAt';
import { formatDate, readDate, type DayNumber } from './wallClock';

/** A local date, year-month-day. */
export const dateSchema = z.string().superRefine((text, context) => {
	if (readDate(text) === undefined) refuseDate(context, text);
});

/** A local date, or month-day for that of every year; 02-29 is one of leap years. */
export const repeatedDateSchema = z.string().superRefine((text, context) => {
	if (readDate(text) === undefined && !isYearly(text)) refuseDate(context, text);
});

function refuseDate(context: z.RefinementCtx, text: string): void {
	refuse(
		context,
		`${JSON.stringify(text.slice(0, 40))} is not a date`,
		'Write dates as year-month-day, such as 2026-12-24. A holiday of every year is month-day: 12-25.',
	);
}

const isYearly = (text: string): boolean =>
	text.length === 5 && readDate(`${LEAP_YEAR}-${text}`) !== undefined;

const LEAP_YEAR = 2024;

/** A date on which a team does not work, also with the name that explanations use. */
export const holidaySchema = z.union(
	[repeatedDateSchema, closedObject({ date: repeatedDateSchema, name: z.string().max(200) })],
	{
		errorMap: (issue, { defaultError }) => ({
			message:
				issue.code === 'invalid_union'
					? 'must be a date such as "2026-12-25", or {"date": "12-25", "name": "Christmas Day"}'
					: defaultError,
		}),
	},
);
export type Holiday = z.infer<typeof holidaySchema>;

export const dateOfHoliday = (holiday: Holiday): string =>
	typeof holiday === 'string' ? holiday : holiday.date;

/** What was said of single dates, and of dates of every year; that of the single date counts. */
export interface SaidOfDates<Said> {
	on(day: DayNumber): Said | undefined;
	/** The days of which something was said, from one to another, both included. */
	between(from: DayNumber, to: DayNumber): DayNumber[];
}

export function byDate<Said>(
	entries: ReadonlyArray<readonly [date: string, said: Said]>,
): SaidOfDates<Said> {
	const said = new Map(entries);
	const yearly = [...said.keys()].filter(isYearly);
	const days = new Map(
		entries.flatMap(([date, one]) => (isYearly(date) ? [] : [[readDate(date) ?? 0, one] as const])),
	);
	return {
		on: (day) =>
			days.get(day) ?? (yearly.length > 0 ? said.get(formatDate(day).slice(5)) : undefined),
		between(from, to) {
			const years = [];
			for (let year = yearOf(from); year <= yearOf(to); year++) years.push(year);
			const repeated = years.flatMap((year) =>
				yearly.flatMap((date) => readDate(`${year}-${date}`) ?? []),
			);
			return [...days.keys(), ...repeated].filter((day) => day >= from && day <= to);
		},
	};
}

const yearOf = (day: DayNumber): number => Number(formatDate(day).slice(0, 4));
