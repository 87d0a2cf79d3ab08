import { z } from 'zod';
import { HandoffProblem } from '../../base/problem';
import { closedObject } from '../../base/closedObject';
import { describeUnread, readDay, type Day } from '../day';
import { boundSchema, compileBound, offsetOf, type Bound, type BoundSettings } from '../dayBound';
import { timezoneSchema } from '../../time/timezone';
import { defineCheck, type CheckContext } from './check';

const settingsSchema = closedObject({
	kind: z.literal('date'),
	/** The earliest day that is in order; that day itself included. */
	after: boundSchema.optional(),
	/** The latest day that is in order; that day itself included. */
	before: boundSchema.optional(),
	/** Says on which day an instant falls. */
	timezone: timezoneSchema.default('UTC'),
	format: z.string().min(1).max(50).optional(),
});

/** A date, compared by whole calendar days; both limits count as inside. */
export const dateCheck = defineCheck(settingsSchema, (settings, { calendars }) => {
	refuseEmptySpan(settings.after, settings.before);
	const after = compileBound(settings.after, settings, calendars);
	const before = compileBound(settings.before, settings, calendars);
	const limits = [after && `not before ${after.text}`, before && `not after ${before.text}`];
	return {
		expected: ['a date', ...limits].filter((part) => part !== undefined).join(' '),
		reads: [after, before].flatMap((bound) => bound?.reads ?? []),
		judge: (value, context) => {
			const day = readDay(value, settings);
			if (day === undefined) return describeUnread(value, settings);
			const earliest = after?.resolve(context);
			if (after !== undefined && !(earliest !== undefined && day >= earliest)) {
				return describeBreach(after, earliest, 'is before', context);
			}
			const latest = before?.resolve(context);
			if (before !== undefined && !(latest !== undefined && day <= latest)) {
				return describeBreach(before, latest, 'is after', context);
			}
			return undefined;
		},
	};
});

const describeBreach = (
	{ write, explain }: Bound,
	limit: Day | undefined,
	side: string,
	context: CheckContext,
): string =>
	limit === undefined
		? `cannot be compared, because ${explain(context)}`
		: `${side} ${write(limit)}`;

/** Only bounds of one form can be told to leave no day without looking at a record. */
function refuseEmptySpan(
	after: BoundSettings | undefined,
	before: BoundSettings | undefined,
): void {
	const fixed = typeof after === 'string' && typeof before === 'string' && after > before;
	if (!fixed && !isReversed(after, before)) return;
	throw new HandoffProblem(
		'no date is both on or after “after” and on or before “before”',
		'Exchange the two, or leave one out.',
	);
}

function isReversed(after: BoundSettings | undefined, before: BoundSettings | undefined): boolean {
	if (typeof after !== 'object' || typeof before !== 'object') return false;
	const [from, to] = [offsetOf(after), offsetOf(before)];
	return from.from === to.from && from.days > to.days;
}
