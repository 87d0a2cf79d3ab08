import { z } from 'zod';

const beforeAndAfter = <Value extends z.ZodTypeAny>(value: Value) =>
	z.object({ before: value, after: value });

/** What other terms do to a clock: to its minutes and to its deadline. */
export const termsChangeSchema = z.object({
	minutes: beforeAndAfter(z.number()),
	deadline: beforeAndAfter(z.string()),
	calendarChanged: z.boolean(),
});
export type TermsChange = z.infer<typeof termsChangeSchema>;

/** A change of what was agreed while a clock ran: when, and what it did to the deadline. */
export const revisionSchema = termsChangeSchema.extend({ at: z.string() });
export type Revision = z.infer<typeof revisionSchema>;
