import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { plainValue } from '../sameValue';
import { defineCheck } from './check';

const settingsSchema = closedObject({
	kind: z.literal('oneOf'),
	values: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1),
	matchCase: z.boolean().default(false),
});

/** One of the agreed values; numbers and texts that read the same are the same. */
export const oneOfCheck = defineCheck(settingsSchema, ({ values, matchCase }) => {
	const asWritten = new Set<unknown>(values);
	const agreed = new Set(values.map((value) => plainValue(value, matchCase)));
	return {
		expected: `one of: ${values.join(', ')}`,
		judge: (value) => {
			if (asWritten.has(value)) return undefined;
			const plain = plainValue(value, matchCase);
			return plain !== undefined && agreed.has(plain)
				? undefined
				: 'is not one of the agreed values';
		},
	};
});
