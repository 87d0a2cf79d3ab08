import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { readPhone } from '../readPhone';
import { defineCheck } from './check';
import { say } from '../../language/sentence';
import { flagField, type CheckForm } from './formField';

const settingsSchema = closedObject({
	kind: z.literal('phone'),
	international: z
		.boolean()
		.default(false)
		.describe('Whether the number must start with + and the country.'),
}).describe('A telephone number.');

const FORM: CheckForm = {
	name: 'A Phone Number',
	fields: [
		flagField(
			'With Country',
			'international',
			'Whether the number must start with + and the country',
		),
	],
};

/** A telephone number that may be one: with a country, by how long numbers are there. */
export const phoneCheck = defineCheck(settingsSchema, FORM, ({ international }) => ({
	control: { kind: 'phone' },
	expected: say(international ? 'expectedPhoneCountry' : 'expectedPhone'),
	judge: (value) => {
		const phone = readPhone(value);
		if (phone === undefined || !phone.possible) return say('shortfallNotPhone');
		return international && !phone.number.startsWith('+') ? say('shortfallNoCountry') : undefined;
	},
}));
