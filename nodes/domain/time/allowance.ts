import { z } from 'zod';
import { closedObject } from '../base/closedObject';
import { fieldPathSchema } from '../base/fieldPath';
import { ENGLISH } from '../language/tables/english';
import { inWords, say } from '../language/sentence';
import type { Wording } from '../language/wording';
import { formatDuration } from './voice';
import { namesValue } from './namesValue';
import { refuse } from './problemAt';
import { MINUTE, readTimeOfDay } from './wallClock';
import { MOST_WORKING_DAYS } from './workingDays';

const minutesSchema = z.number().positive();

/** How many working days are allowed. */
export const workingDaysSchema = z.number().superRefine((days, context) => {
	if (Number.isInteger(days) && days >= 0 && days <= MOST_WORKING_DAYS) return;
	refuse(
		context,
		`${days} is not a number of working days`,
		`Give a whole number up to ${MOST_WORKING_DAYS}: 1 is the end of the next working day, 0 that of the same.`,
	);
});

/** A time of day, such as 15:00. */
export const cutOffSchema = z.string().superRefine((text, context) => {
	if (readTimeOfDay(text) !== undefined) return;
	refuse(
		context,
		`${JSON.stringify(text.slice(0, 40))} is not a time of day`,
		'Write it as HH:MM, such as 15:00.',
	);
});

/** The time allowed depends on a field of the record. */
const byPrioritySchema = closedObject({
	/** Path of the field that says the priority, such as `properties.hs_priority`. */
	field: fieldPathSchema,
	/** Minutes of business time for each value of the field; “High” and “high” are one value. */
	minutes: z.record(minutesSchema).optional(),
	/** Working days for each value of the field. */
	workingDays: z.record(workingDaysSchema).optional(),
}).superRefine(({ minutes = {}, workingDays = {} }, context) => {
	const names = [...Object.keys(minutes), ...Object.keys(workingDays)];
	const twice = names.find((name, place) => names.findIndex(namesValue(name)) < place);
	const first = twice === undefined ? undefined : names.find(namesValue(twice));
	if (first === undefined) return;
	refuse(
		context,
		`${JSON.stringify(first)} and ${JSON.stringify(twice)} are one priority, as capitals and spaces around it do not matter`,
		'Keep one of the two.',
	);
});
type ByPriority = z.infer<typeof byPrioritySchema>;

/** How much a target allows: minutes of business time, or working days. */
export const allowanceFields = {
	/** Business time; with `byPriority`, for values of the field that it does not name. */
	minutes: minutesSchema.optional(),
	/** Until the end of the working day that lies so many after the one on which it came. */
	workingDays: workingDaysSchema.optional(),
	/** What comes after this time of day counts as if it came on the next working day. */
	cutOff: cutOffSchema.optional(),
	byPriority: byPrioritySchema.optional(),
	/** The priority by which the time was chosen, once it was. */
	priority: z.string().optional(),
};

/** What is allowed, once the priority is known: one of `minutes` and `workingDays` is there. */
export interface Allowance {
	minutes?: number | undefined;
	workingDays?: number | undefined;
	cutOff?: string | undefined;
	priority?: string | undefined;
}

/** Refuses a target that allows nothing, or two things at once. */
export function checkAllowance(
	{ minutes, workingDays, cutOff, byPriority }: Allowance & { byPriority?: ByPriority | undefined },
	context: z.RefinementCtx,
): void {
	if (minutes === undefined && workingDays === undefined) {
		refuse(
			context,
			'says neither “minutes” nor “workingDays”',
			'Give minutes of business time, such as 480, or working days, such as 2.',
		);
	}
	if (minutes !== undefined && workingDays !== undefined) {
		refuse(context, 'says both “minutes” and “workingDays”', 'Keep one of the two.');
	}
	const countsDays = workingDays ?? byPriority?.workingDays;
	if (cutOff !== undefined && countsDays === undefined) {
		refuse(
			context,
			'“cutOff” is for targets in working days',
			'Give “workingDays” in place of “minutes”, or leave it out.',
		);
	}
}

/** What is allowed for a priority; what the target itself says, for one that it does not name. */
export function allowanceFor(
	{ minutes, workingDays, cutOff }: Allowance,
	byPriority: ByPriority,
	priority: unknown,
): Allowance {
	const isIt = namesValue(priority);
	const own = Object.entries(byPriority.minutes ?? {}).find(([name]) => isIt(name));
	if (own !== undefined) return { minutes: own[1], priority: own[0] };
	const days = Object.entries(byPriority.workingDays ?? {}).find(([name]) => isIt(name));
	const until = cutOff === undefined ? {} : { cutOff };
	if (days !== undefined) return { workingDays: days[1], ...until, priority: days[0] };
	return workingDays === undefined ? { minutes } : { workingDays, ...until };
}

/** Such as "4 h of working time", "2 working days" or "the rest of the working day". */
export function formatAllowance(
	{ minutes = 0, workingDays }: Allowance,
	wording: Wording = ENGLISH,
): string {
	if (workingDays === 0) return wording.allowedRest;
	return inWords(
		workingDays === undefined
			? say('allowedTime', { time: formatDuration(minutes * MINUTE, wording) })
			: say('allowedDays', { count: workingDays }),
		wording,
	);
}

/** The same with the cut-off: "…; what comes after 15:00 counts from the next working day". */
export const formatAllowanceAndCutOff = (
	allowance: Allowance,
	allowed = formatAllowance(allowance),
	wording: Wording = ENGLISH,
): string =>
	allowance.cutOff === undefined
		? allowed
		: inWords(say('allowedCutOff', { allowed, time: allowance.cutOff }), wording);
