import { z } from 'zod';
import { closedObject } from '../base/closedObject';
import { dateSchema } from './calendarDates';
import { dayHoursSchema } from './dayHours';
import { refuse } from './problemAt';
import type { Weekday } from './wallClock';

export const weeklySchema = closedObject({
	mon: dayHoursSchema.optional(),
	tue: dayHoursSchema.optional(),
	wed: dayHoursSchema.optional(),
	thu: dayHoursSchema.optional(),
	fri: dayHoursSchema.optional(),
	sat: dayHoursSchema.optional(),
	sun: dayHoursSchema.optional(),
});

export type WeeklyHours = z.infer<typeof weeklySchema>;
/** The hours of one day as they are written: from and to. */
export type WrittenHours = z.infer<typeof dayHoursSchema>;

export const changesSchema = z
	.array(closedObject({ from: dateSchema, weekly: weeklySchema }))
	.superRefine((changes, context) => {
		const twice = changes.find(({ from }, place) =>
			changes.slice(0, place).some((c) => c.from === from),
		);
		if (twice) {
			refuse(context, `the hours change twice on ${twice.from}`, 'Keep one of the two.');
		}
	});

/** The weekly hours, and those that replace them from a date on. */
export interface RegularHours {
	weekly: WeeklyHours;
	changes?: z.infer<typeof changesSchema> | undefined;
}

/** The hours that a weekday has in the week of a date. */
export function hoursOfWeekday(
	{ weekly, changes = [] }: RegularHours,
	weekday: Weekday,
	date: string,
): WrittenHours {
	const begun = changes.filter(({ from }) => from <= date);
	const last = begun.sort((left, right) => (left.from < right.from ? -1 : 1)).at(-1);
	return (last?.weekly ?? weekly)[weekday] ?? [];
}
