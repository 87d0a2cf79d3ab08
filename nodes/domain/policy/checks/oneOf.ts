import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { plainValue } from '../sameValue';
import { defineCheck } from './check';
import { CASE, CASE_FIELD } from './caseField';
import { say } from '../../language/sentence';
import { AT_ONCE, formText, readListText, textField, type CheckForm } from './formField';

const settingsSchema = closedObject({
	kind: z.literal('oneOf'),
	values: z
		.array(z.union([z.string(), z.number(), z.boolean()]))
		.min(1)
		.describe('What is in order.'),
	matchCase: z.boolean().default(false).describe(CASE),
}).describe('One of the values that are listed.');

const FORM: CheckForm = {
	name: 'One of These Values',
	fields: [
		textField('Values', 'values', {
			...AT_ONCE,
			read: formText.transform((text) => readListText(text) ?? []),
			placeholder: 'e.g. Gold, Silver, Bronze',
			description:
				'The values that are in order, with commas between them; one that holds a comma stands in quotes',
		}),
		CASE_FIELD,
	],
};

/** One of the agreed values; numbers and texts that read the same are the same. */
export const oneOfCheck = defineCheck(settingsSchema, FORM, ({ values, matchCase }) => {
	const asWritten = new Set<unknown>(values);
	const agreed = new Set(values.map((value) => plainValue(value, matchCase)));
	return {
		control: { kind: 'choice', options: values },
		expected: say('expectedOneOf', { values: values.map(String) }),
		judge: (value) => {
			if (asWritten.has(value)) return undefined;
			const plain = plainValue(value, matchCase);
			return plain !== undefined && agreed.has(plain) ? undefined : say('shortfallNotAgreed');
		},
	};
});
