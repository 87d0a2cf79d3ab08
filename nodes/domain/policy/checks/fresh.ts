import { z } from 'zod';
import { compilePath } from '../../base/record';
import { closedObject } from '../../base/closedObject';
import { dayOf, readDay } from '../day';
import { fieldPathSchema } from '../../base/fieldPath';
import { timezoneSchema } from '../../time/timezone';
import { defineCheck } from './check';

const settingsSchema = closedObject({
	kind: z.literal('fresh'),
	/** The field that says when the value was last changed or looked at. */
	changedField: fieldPathSchema,
	withinDays: z.number().int().min(0),
	timezone: timezoneSchema.default('UTC'),
});

/** A value that was changed within the last days, today included. */
export const freshCheck = defineCheck(settingsSchema, (settings) => {
	const { changedField, withinDays, timezone } = settings;
	const readChanged = compilePath(changedField);
	const span = withinDays === 1 ? '1 day' : `${withinDays} days`;
	return {
		expected: `a value changed within the last ${span}, by ${changedField}`,
		reads: [changedField],
		judge: (_value, { record, now }) => {
			const changed = readDay(readChanged(record), settings);
			if (changed === undefined) return `has no date of its last change in ${changedField}`;
			const age = dayOf(now, timezone) - changed;
			return age <= withinDays ? undefined : `was last changed ${age} days ago`;
		},
	};
});
