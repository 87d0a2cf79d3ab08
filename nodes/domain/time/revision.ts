import { z } from 'zod';

const beforeAndAfter = <Value extends z.ZodTypeAny>(value: Value) =>
	z.object({ before: value, after: value });

/** A change of what was agreed while a clock ran: when, and what it did to the deadline. */
export const revisionSchema = z.object({
	at: z.string(),
	minutes: beforeAndAfter(z.number()),
	deadline: beforeAndAfter(z.string()),
	calendarChanged: z.boolean(),
});
export type Revision = z.infer<typeof revisionSchema>;
