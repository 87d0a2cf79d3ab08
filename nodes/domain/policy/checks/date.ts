import { z } from 'zod';
import type { Instant } from '../../instant';
import { HandoffProblem } from '../../problem';
import { compilePath } from '../../record';
import { rememberLast } from '../../rememberLast';
import { closedObject } from '../../schema/closedObject';
import { dayOf, formatDay, parseDay, readDay, type Day, type DayForm } from '../day';
import { fieldPathSchema } from '../fieldPath';
import { timezoneSchema } from '../timezone';
import { defineCheck, type CheckContext } from './check';

const fixedDaySchema = z.string().refine((text) => parseDay(text) !== undefined, {
	message: 'is not a date; write it as 2026-03-02',
});

/** A fixed day, a number of days from today, or a number of days from another field. */
const boundSchema = z.union(
	[
		fixedDaySchema,
		closedObject({ days: z.number().int() }),
		closedObject({ field: fieldPathSchema, days: z.number().int().default(0) }),
	],
	{
		errorMap: () => ({
			message:
				'is not a date to compare with; use "2026-03-02", {"days": 14} (from today) ' +
				'or {"field": "properties.closedate", "days": 7} (from another field)',
		}),
	},
);
type BoundSettings = z.infer<typeof boundSchema>;

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

/** A day to compare with; what is wrong when it cannot be known for this record. */
interface Bound {
	text: string;
	reads: string[];
	resolve(context: CheckContext): Day | undefined;
	/** The resolved day as text. */
	write(day: Day): string;
}

/** A date, compared by whole calendar days; both limits count as inside. */
export const dateCheck = defineCheck(settingsSchema, (settings) => {
	refuseEmptySpan(settings.after, settings.before);
	const after = compileBound(settings.after, settings);
	const before = compileBound(settings.before, settings);
	const limits = [after && `not before ${after.text}`, before && `not after ${before.text}`];
	return {
		expected: ['a date', ...limits].filter((part) => part !== undefined).join(' '),
		reads: [after, before].flatMap((bound) => bound?.reads ?? []),
		judge: (value, context) => {
			const day = readDay(value, settings);
			if (day === undefined) return 'is not a date';
			const earliest = after?.resolve(context);
			if (after !== undefined && !(earliest !== undefined && day >= earliest)) {
				return describeBreach(after, earliest, 'is before');
			}
			const latest = before?.resolve(context);
			if (before !== undefined && !(latest !== undefined && day <= latest)) {
				return describeBreach(before, latest, 'is after');
			}
			return undefined;
		},
	};
});

const describeBreach = ({ reads, write }: Bound, limit: Day | undefined, side: string): string =>
	limit === undefined
		? `cannot be compared, because ${reads.join()} is not a date`
		: `${side} ${write(limit)}`;

function compileBound(settings: BoundSettings | undefined, form: DayForm): Bound | undefined {
	if (settings === undefined) return undefined;
	const write = rememberLast(formatDay);
	if (typeof settings === 'string') {
		return { text: settings, reads: [], write, resolve: () => parseDay(settings) };
	}
	const { days } = settings;
	if (!('field' in settings)) {
		const todayOf = rememberLast((now: Instant) => dayOf(now, form.timezone));
		const resolve = ({ now }: CheckContext) => todayOf(now) + days;
		return { text: describeOffset(days, 'today'), reads: [], write, resolve };
	}
	const read = compilePath(settings.field);
	return {
		text: describeOffset(days, settings.field),
		reads: [settings.field],
		write,
		resolve: ({ record }) => {
			const day = readDay(read(record), form);
			return day === undefined ? undefined : day + days;
		},
	};
}

function describeOffset(days: number, from: string): string {
	if (days === 0) return from;
	const unit = Math.abs(days) === 1 ? 'day' : 'days';
	return `${Math.abs(days)} ${unit} ${days > 0 ? 'after' : 'before'} ${from}`;
}

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
	const from = 'field' in after ? after.field : '';
	const to = 'field' in before ? before.field : '';
	return from === to && after.days > before.days;
}
