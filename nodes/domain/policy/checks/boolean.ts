import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { plainValue } from '../sameValue';
import { defineCheck } from './check';

const settingsSchema = closedObject({ kind: z.literal('boolean'), is: z.boolean().optional() });

const MEANINGS = new Map([
	['true', true],
	['yes', true],
	['false', false],
	['no', false],
]);

/** Yes or no, as a boolean or as text; with `is`, the one that is wanted. */
export const booleanCheck = defineCheck(settingsSchema, ({ is }) => ({
	expected: is === undefined ? 'yes or no' : is ? 'yes' : 'no',
	judge: (value) => {
		const meaning = readMeaning(value);
		if (meaning === undefined) return 'is neither yes nor no';
		return is === undefined || meaning === is ? undefined : `is ${meaning ? 'yes' : 'no'}`;
	},
}));

const readMeaning = (value: unknown): boolean | undefined =>
	typeof value === 'boolean' ? value : MEANINGS.get(plainValue(value, false) ?? '');
