import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { isEmailAddress } from '../../base/emailAddress';
import { defineCheck } from './check';
import { readable } from '../readable';
import { say } from '../../language/sentence';
import type { CheckForm } from './formField';

const settingsSchema = closedObject({ kind: z.literal('email') }).describe('One e-mail address.');

const FORM: CheckForm = { name: 'An E-Mail Address', fields: [] };

export const emailCheck = defineCheck(settingsSchema, FORM, () => ({
	control: { kind: 'email' },
	expected: say('expectedEmail'),
	judge: (value) =>
		typeof value === 'string' && (isEmailAddress(value) || isEmailAddress(readable(value)))
			? undefined
			: say('shortfallNotEmail'),
}));
