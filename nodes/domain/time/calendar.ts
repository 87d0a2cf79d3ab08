import { z } from 'zod';
import { closedObject } from '../base/closedObject';
import { fieldPathSchema } from '../base/fieldPath';
import { dateSchema, holidaySchema, repeatedDateSchema } from './calendarDates';
import { dayHoursSchema } from './dayHours';
import { addIcsHolidays } from './ics/addIcsHolidays';
import { feedReportSchema } from './ics/feedReport';
import { problemAt, refuse } from './problemAt';
import { changesSchema, weeklySchema, type WeeklyHours } from './regularHours';
import { timezoneSchema } from './timezone';
import { WEEKDAYS } from './wallClock';

const WRITE_CALENDAR =
	'A calendar looks like {"timezone": "Europe/Berlin", "weekly": {"mon": [["09:00", "17:00"]]}, "holidays": ["2026-12-25"], "exceptions": {"2026-12-24": [["09:00", "12:00"]]}}.';

const teamFields = {
	name: z.string().optional(),
	timezone: timezoneSchema,
	weekly: weeklySchema.default({}),
	/** Weekly hours that replace `weekly` from a local date on. */
	changes: changesSchema.optional(),
	/** Local dates, or month-day for those of every year, closed all day; also with a name. */
	holidays: z.array(holidaySchema).default([]),
	/**
	 * What a holiday does to a night shift: it begins at local midnight and cuts the shift of the
	 * evening before ("midnight"), or it closes the shift that begins on its date ("shift").
	 */
	holidayFrom: z.enum(['midnight', 'shift']).optional(),
	/**
	 * Holidays from the text of an iCalendar file; they are added to `holidays` when it is read, and
	 * the dates that `open` names by a word to `exceptions`.
	 */
	holidaysIcs: closedObject({
		text: z.string(),
		from: dateSchema,
		to: dateSchema,
		include: z.array(z.string()).optional(),
		exclude: z.array(z.string()).optional(),
		/** By a word of the event: the weekday whose hours its date has, or hours. */
		open: z.record(z.union([z.enum(WEEKDAYS), dayHoursSchema])).optional(),
	}).optional(),
	/** How the feed was read. */
	feed: feedReportSchema.optional(),
	/** Local date, or month-day, to the hours that replace the weekly hours, and a holiday, of it. */
	exceptions: z.record(repeatedDateSchema, dayHoursSchema).default({}),
};

/** Other calendars of the policy that hold in place of this one, by a field of the record. */
const byFieldSchema = closedObject({
	field: fieldPathSchema,
	/** The name of a calendar for each value of the field. */
	calendars: z.record(z.string()),
});

const teamSchema = z.preprocess(readAlias, closedObject(teamFields)).transform(addIcsHolidays);

/** The hours of one team in its own zone. */
export type TeamCalendar = z.infer<typeof teamSchema>;

/**
 * When a team works. Days without hours are closed; an end at or before its start lies on the next
 * day; exceptions beat holidays, holidays beat weekly hours. `timeZone` is read as `timezone`.
 *
 * With `union` it is open as well whenever one of those calendars is; with `intersection` only while
 * all of those are open too. Each counts in its own zone; sentences use the zone of the calendar.
 * `byField` names other calendars for values of a field; `calendarsFor` puts them in its place.
 */
export const calendarSchema = z
	.preprocess(
		readAlias,
		closedObject({
			...teamFields,
			union: z.array(teamSchema).optional(),
			intersection: z.array(teamSchema).optional(),
			byField: byFieldSchema.optional(),
			/** The value of the field by which the calendar was chosen, once it was. */
			chosen: z.string().optional(),
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

/** All hours of every day: what holds when a policy agrees no calendar for a team. */
export const AROUND_THE_CLOCK: Calendar = {
	timezone: 'UTC',
	weekly: Object.fromEntries(
		['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
	),
	holidays: [],
	exceptions: {},
};
