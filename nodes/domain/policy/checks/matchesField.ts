import { z } from 'zod';
import { compilePath } from '../../base/record';
import { closedObject } from '../../base/closedObject';
import { fieldPathSchema } from '../../base/fieldPath';
import { oneValue } from '../oneValue';
import { plainValue } from '../sameValue';
import { defineCheck } from './check';
import { CASE, CASE_FIELD } from './caseField';
import { say } from '../../language/sentence';
import { AT_ONCE, formText, pathField, type CheckForm } from './formField';

const settingsSchema = closedObject({
	kind: z.literal('matchesField'),
	field: fieldPathSchema.describe('Path of the field that must hold the same.'),
	matchCase: z.boolean().default(false).describe(CASE),
}).describe('The same value as another field.');

const FORM: CheckForm = {
	name: 'The Same as Another Field',
	fields: [
		pathField('Other Field', 'otherField', { ...AT_ONCE, read: formText, setting: 'field' }),
		CASE_FIELD,
	],
};

/** The same value as another field of the record. */
export const matchesFieldCheck = defineCheck(settingsSchema, FORM, ({ field, matchCase }) => {
	const readOther = compilePath(field);
	return {
		expected: say('expectedSame', { field }),
		reads: [field],
		judge: (value, { record, isMissing }) => {
			const other = oneValue(readOther(record), isMissing);
			if (isMissing(other)) return say('shortfallNothingBeside', { field });
			const plain = plainValue(value, matchCase);
			return plain !== undefined && plain === plainValue(other, matchCase)
				? undefined
				: say('shortfallNotSame', { field });
		},
	};
});
