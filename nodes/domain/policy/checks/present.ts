import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { defineCheck } from './check';
import { say } from '../../language/sentence';
import type { CheckForm } from './formField';

const settingsSchema = closedObject({ kind: z.literal('present') }).describe(
	'The field has a value. Placeholders such as `tbd` count as missing.',
);

const FORM: CheckForm = { name: 'Filled In', fields: [] };

/** Anything but a missing value. */
export const presentCheck = defineCheck(settingsSchema, FORM, () => ({
	expected: say('expectedValue'),
	takesAll: true,
	judge: () => undefined,
}));
