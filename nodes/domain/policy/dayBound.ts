import { z } from 'zod';
import type { Instant } from '../base/instant';
import { HandoffProblem } from '../base/problem';
import { compilePath } from '../base/record';
import { remember } from '../base/remember';
import { closedObject } from '../base/closedObject';
import type { Calendar } from '../time/calendar';
import { openTimeOf } from '../time/openTime';
import { addWorkingDaysToDate, MOST_WORKING_DAYS } from '../time/workingDays';
import type { CheckContext } from './checks/check';
import { dayOf, formatDay, readDay, sayUnreadBeside, type DayForm } from './day';
import { parseDay, type Day } from './writtenDay';
import { fieldPathSchema } from '../base/fieldPath';
import { fixedDaySchema } from './fixedDay';
import { say, type DayValue, type Sentence, type Value } from '../language/sentence';

const workingDaysSchema = z.number().int().min(-MOST_WORKING_DAYS).max(MOST_WORKING_DAYS);

/** The team in whose calendar working days are counted; the receiving team when left out. */
const calendarName = z.string().min(1).default('receiver');

/** A fixed day, or a number of days or working days from today or from another field. */
export const boundSchema = z.union(
	[
		fixedDaySchema,
		closedObject({ days: z.number().int() }),
		closedObject({ workingDays: workingDaysSchema, calendar: calendarName }),
		closedObject({
			field: fieldPathSchema,
			workingDays: workingDaysSchema,
			calendar: calendarName,
		}),
		closedObject({ field: fieldPathSchema, days: z.number().int().default(0) }),
	],
	{
		errorMap: () => ({
			message:
				'is not a date to compare with; use "2026-03-02", {"days": 14} (from today), ' +
				'{"field": "properties.closedate", "days": 7} (from another field), or “workingDays” ' +
				'in place of “days” to count in the calendar of the receiving team',
		}),
	},
);
export type BoundSettings = z.infer<typeof boundSchema>;

/** A day to compare with. */
export interface Bound {
	/** The day in words: as it is written, or how it is counted. */
	expected: Value;
	reads: string[];
	/** Undefined when it cannot be known for this record. */
	resolve(context: CheckContext): Day | undefined;
	/** Why nothing can be compared with it in this record. */
	explain(context: CheckContext): Sentence;
	/** The resolved day as text. */
	write(day: Day): DayValue;
}

/** How far a moving bound lies from what, so that two of one form can be compared. */
export function offsetOf(settings: Exclude<BoundSettings, string>): { from: string; days: number } {
	const field = 'field' in settings ? settings.field : '';
	return 'workingDays' in settings
		? { from: JSON.stringify([field, settings.calendar]), days: settings.workingDays }
		: { from: JSON.stringify([field]), days: settings.days };
}

/** @throws HandoffProblem when the policy has no calendar to count working days in */
export function compileBound(
	settings: BoundSettings | undefined,
	form: DayForm,
	calendars: Readonly<Record<string, Calendar>>,
): Bound | undefined {
	if (settings === undefined) return undefined;
	const write = remember((day: Day) => ({ day: formatDay(day) }));
	if (typeof settings === 'string') {
		return { ...KNOWN, expected: { day: settings }, write, resolve: () => parseDay(settings) };
	}
	const field = 'field' in settings ? settings.field : undefined;
	const move = compileMove(settings, calendars);
	const expected = sayOffset(settings, field ?? say('boundToday'));
	if (field === undefined) {
		const limitOn = remember((now: Instant) => move(dayOf(now, form.timezone)));
		return { ...KNOWN, expected, write, resolve: ({ now }) => limitOn(now) };
	}
	const read = compilePath(field);
	return {
		expected,
		reads: [field],
		write,
		explain: ({ record }) => sayUnreadBeside(field, read(record), form),
		resolve: ({ record }) => {
			const day = readDay(read(record), form);
			return day === undefined ? undefined : move(day);
		},
	};
}

/** A bound that no field of the record takes part in. */
const KNOWN: Pick<Bound, 'reads' | 'explain'> = {
	reads: [],
	explain: () => say('shortfallNotDate'),
};

function compileMove(
	settings: Exclude<BoundSettings, string>,
	calendars: Readonly<Record<string, Calendar>>,
): (day: Day) => Day {
	if (!('workingDays' in settings)) return (day) => day + settings.days;
	const { calendar: name, workingDays } = settings;
	const calendar = Object.hasOwn(calendars, name) ? calendars[name] : undefined;
	if (calendar === undefined) {
		throw new HandoffProblem(
			`working days are counted in the calendar “${name}”, which the policy does not have`,
			`Add “${name}” to “calendars” of the policy, or name one that is there in “calendar”.`,
		);
	}
	return remember((day) => addWorkingDaysToDate(openTimeOf(calendar), day, workingDays));
}

function sayOffset(settings: Exclude<BoundSettings, string>, bound: Value): Value {
	const { days } = offsetOf(settings);
	if (days === 0) return bound;
	const unit = 'workingDays' in settings ? 'WorkingDay' : 'Day';
	const side = days > 0 ? 'After' : 'Before';
	return say(`bound${unit}s${side}`, { count: Math.abs(days), bound });
}
