import { z } from 'zod';
import { isObject } from '../base/isObject';
import type { Calendar } from '../time/calendar';
import { plannedMilestoneSchema } from '../time/plannedMilestones';
import type { Target } from '../time/target';
import { receiverPersonSchema } from './receiverPerson';

/** Passed on as it was parsed when the clock started: a look at thousands of clocks parses no more. */
const asItWas = <Part>() => z.custom<Part>(isObject);

/** What a clock goes on from, and whom it concerns: enough to look at it again and to tell people. */
export const keptClockSchema = z.object({
	target: asItWas<Target>(),
	calendar: asItWas<Calendar>(),
	/** The working hours of the other side. */
	otherCalendar: asItWas<Calendar>().optional(),
	/** When each milestone is due, so that a look at what is not due yet counts nothing. */
	milestones: z.array(plannedMilestoneSchema),
	/** Of the record. */
	title: z.string(),
	policyName: z.string(),
	/** The people of the side that it counts for. */
	people: z.array(receiverPersonSchema),
});
export type KeptClock = z.infer<typeof keptClockSchema>;
