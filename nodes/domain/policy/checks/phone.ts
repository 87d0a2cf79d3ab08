import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { defineCheck } from './check';

const settingsSchema = closedObject({
	kind: z.literal('phone'),
	/** Whether the number must start with + and the country. */
	international: z.boolean().default(false),
});

const FEWEST_DIGITS = 6;

/** Most digits of an international number: ITU-T E.164, section 6. */
const MOST_DIGITS = 15;

/** A phone number written with digits, spaces, dots, slashes, hyphens and brackets. */
export const phoneCheck = defineCheck(settingsSchema, ({ international }) => ({
	expected: international ? 'a phone number that starts with +' : 'a phone number',
	judge: (value) => {
		if (typeof value !== 'string' && typeof value !== 'number') return 'is not a phone number';
		const text = String(value).trim();
		const digits = text.replace(/\D/g, '').length;
		if (text.length > 40 || !/^\+?[\d\s./()-]+$/.test(text)) return 'is not a phone number';
		if (digits < FEWEST_DIGITS || digits > MOST_DIGITS) return 'is not a phone number';
		return international && !text.startsWith('+')
			? 'does not start with + and the country'
			: undefined;
	},
}));
