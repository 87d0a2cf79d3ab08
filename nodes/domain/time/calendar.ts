import { z } from 'zod';
import { addIcsHolidays } from './ics/addIcsHolidays';
import { closedObject } from '../base/closedObject';
import { problemAt, refuse } from './problemAt';
import { closestSpelling } from '../base/closestSpelling';
import { readDate } from './wallClock';
import { isTimeZone } from './zone';
import { dayHoursSchema } from './dayHours';

const WRITE_CALENDAR =
	'A calendar looks like {"timezone": "Europe/Berlin", "weekly": {"mon": [["09:00", "17:00"]]}, "holidays": ["2026-12-25"], "exceptions": {"2026-12-24": [["09:00", "12:00"]]}}.';

const dateSchema = z.string().superRefine((text, context) => {
	if (readDate(text) === undefined) {
		refuse(
			context,
			`${JSON.stringify(text)} is not a date`,
			'Write dates as year-month-day, such as 2026-12-24.',
		);
	}
});

const timezoneSchema = z.string().superRefine((name, context) => {
	if (!isTimeZone(name)) {
		const close = closestSpelling(name, Intl.supportedValuesOf('timeZone')) ?? 'Europe/Berlin';
		refuse(
			context,
			`${JSON.stringify(name)} is not a time zone`,
			`Use an IANA name such as ${close}.`,
		);
	}
});

const weeklySchema = closedObject({
	mon: dayHoursSchema.optional(),
	tue: dayHoursSchema.optional(),
	wed: dayHoursSchema.optional(),
	thu: dayHoursSchema.optional(),
	fri: dayHoursSchema.optional(),
	sat: dayHoursSchema.optional(),
	sun: dayHoursSchema.optional(),
});

export type WeeklyHours = z.infer<typeof weeklySchema>;

const changesSchema = z
	.array(closedObject({ from: dateSchema, weekly: weeklySchema }))
	.superRefine((changes, context) => {
		const twice = changes.find(({ from }, place) =>
			changes.slice(0, place).some((c) => c.from === from),
		);
		if (twice) {
			refuse(context, `the hours change twice on ${twice.from}`, 'Keep one of the two.');
		}
	});

const teamFields = {
	name: z.string().optional(),
	timezone: timezoneSchema,
	weekly: weeklySchema.default({}),
	/** Weekly hours that replace `weekly` from a local date on. */
	changes: changesSchema.optional(),
	/** Local dates, closed all day. */
	holidays: z.array(dateSchema).default([]),
	/**
	 * What a holiday does to a night shift: it begins at local midnight and cuts the shift of the
	 * evening before ("midnight"), or it closes the shift that begins on its date ("shift").
	 */
	holidayFrom: z.enum(['midnight', 'shift']).optional(),
	/** Holidays from the text of an iCalendar file; they are added to `holidays` when it is read. */
	holidaysIcs: closedObject({
		text: z.string(),
		from: dateSchema,
		to: dateSchema,
		include: z.array(z.string()).optional(),
		exclude: z.array(z.string()).optional(),
	}).optional(),
	/** Local date to the hours that replace the weekly hours, and a holiday, of that date. */
	exceptions: z.record(dateSchema, dayHoursSchema).default({}),
};

const teamSchema = z.preprocess(readAlias, closedObject(teamFields)).transform(addIcsHolidays);

/** The hours of one team in its own zone. */
export type TeamCalendar = z.infer<typeof teamSchema>;

/**
 * When a team works. Days without hours are closed; an end at or before its start lies on the next
 * day; exceptions beat holidays, holidays beat weekly hours. `timeZone` is read as `timezone`.
 *
 * With `union` it is open as well whenever one of those calendars is; with `intersection` only while
 * all of those are open too. Each counts in its own zone; sentences use the zone of the calendar.
 */
export const calendarSchema = z
	.preprocess(
		readAlias,
		closedObject({
			...teamFields,
			union: z.array(teamSchema).optional(),
			intersection: z.array(teamSchema).optional(),
		}),
	)
	.transform(addIcsHolidays)
	.superRefine((calendar, context) => {
		if (![calendar, ...(calendar.union ?? [])].some(canOpen)) {
			refuse(
				context,
				'there are no working hours at all',
				'Give at least one day hours, such as "mon": [["09:00", "17:00"]].',
			);
		}
	});

export type Calendar = z.infer<typeof calendarSchema>;

/**
 * Reads a calendar from JSON.
 *
 * @param place where it was written, in the user's words, such as `calendars.receiver`
 * @throws HandoffProblem for the first mistake: where it is, what is wrong and how to mend it
 */
export function parseCalendar(value: unknown, place = 'calendar'): Calendar {
	const parsed = calendarSchema.safeParse(value);
	if (parsed.success) return parsed.data;
	throw problemAt(place, parsed.error, WRITE_CALENDAR);
}

function readAlias(value: unknown): unknown {
	if (typeof value !== 'object' || value === null || !('timeZone' in value)) return value;
	const { timeZone, ...rest } = value;
	return 'timezone' in rest ? value : { ...rest, timezone: timeZone };
}

function canOpen(calendar: TeamCalendar): boolean {
	const weeks = [calendar.weekly, ...(calendar.changes ?? []).map(({ weekly }) => weekly)];
	// A day that an expression left undefined is a day without hours.
	const days = [
		...weeks.flatMap((week) => Object.values<WeeklyHours['mon']>(week)),
		...Object.values(calendar.exceptions),
	];
	return days.some((hours) => hours !== undefined && hours.length > 0);
}
