import { z } from 'zod';
import { compilePath } from '../../base/record';
import { closedObject } from '../../base/closedObject';
import { dayOf, readDay } from '../day';
import { fieldPathSchema } from '../../base/fieldPath';
import { teamZone } from '../teamZone';
import { timezoneSchema } from '../../time/timezone';
import { defineCheck } from './check';
import { ZONE, ZONE_FIELD } from './zoneField';
import { say } from '../../language/sentence';
import { AT_ONCE, formText, pathField, type CheckForm } from './formField';

const settingsSchema = closedObject({
	kind: z.literal('fresh'),
	changedField: fieldPathSchema.describe('Field that says when the value was last changed.'),
	withinDays: z.number().int().min(0).describe('How many days ago the change may be at most.'),
	timezone: timezoneSchema.optional().describe(ZONE),
}).describe('Changed within a number of days.');

const FORM: CheckForm = {
	name: 'Changed Lately',
	fields: [
		pathField('Changed Field', 'changedField', {
			...AT_ONCE,
			read: formText,
			placeholder: 'e.g. properties.hs_lastmodifieddate',
			description: 'The field that says when the value was last changed',
		}),
		{
			shown: {
				displayName: 'Within Days',
				name: 'withinDays',
				type: 'number',
				default: 30,
				typeOptions: { minValue: 0, showEvenWhenOptional: true },
			},
			read: z.coerce.number().default(30),
		},
		ZONE_FIELD,
	],
};

/** A value that was changed within the last days, today included. */
export const freshCheck = defineCheck(settingsSchema, FORM, (settings, { calendars }) => {
	const { changedField, withinDays } = settings;
	const timezone = teamZone(settings.timezone, calendars);
	const readChanged = compilePath(changedField);
	return {
		control: undefined,
		expected: say('expectedFresh', { count: withinDays, field: changedField }),
		reads: [changedField],
		takesAll: true,
		judge: (_value, { record, now }) => {
			const changed = readDay(readChanged(record), { timezone });
			if (changed === undefined) return say('shortfallNoChange', { field: changedField });
			const age = dayOf(now, timezone) - changed;
			return age <= withinDays ? undefined : say('shortfallOldChange', { count: age });
		},
	};
});
