import { z } from 'zod';
import { compilePath } from '../../base/record';
import { closedObject } from '../../base/closedObject';
import { fieldPathSchema } from '../../base/fieldPath';
import { plainValue } from '../sameValue';
import { defineCheck } from './check';

const settingsSchema = closedObject({
	kind: z.literal('matchesField'),
	field: fieldPathSchema,
	matchCase: z.boolean().default(false),
});

/** The same value as another field of the record. */
export const matchesFieldCheck = defineCheck(settingsSchema, ({ field, matchCase }) => {
	const readOther = compilePath(field);
	return {
		expected: `the same as ${field}`,
		reads: [field],
		judge: (value, { record, isMissing }) => {
			const other = readOther(record);
			if (isMissing(other)) return `cannot be compared, because ${field} is missing`;
			const plain = plainValue(value, matchCase);
			return plain !== undefined && plain === plainValue(other, matchCase)
				? undefined
				: `is not the same as ${field}`;
		},
	};
});
