import { z } from 'zod';

const intervalSchema = z.tuple([z.string(), z.string()]);
const dayHoursSchema = z.array(intervalSchema);

/** When a team works. Days without hours are closed. */
export const calendarSchema = z.object({
	timezone: z.string(),
	weekly: z.object({
		mon: dayHoursSchema.optional(),
		tue: dayHoursSchema.optional(),
		wed: dayHoursSchema.optional(),
		thu: dayHoursSchema.optional(),
		fri: dayHoursSchema.optional(),
		sat: dayHoursSchema.optional(),
		sun: dayHoursSchema.optional(),
	}),
	holidays: z.array(z.string()).default([]),
	exceptions: z.record(dayHoursSchema).default({}),
});
export type Calendar = z.infer<typeof calendarSchema>;
