import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { compileFilter, filterSchema } from '../filter/filter';
import { defineCheck } from './check';
import { say } from '../../language/sentence';
import type { CheckForm } from './formField';

const settingsSchema = closedObject({
	kind: z.literal('condition'),
	filter: filterSchema.describe('Conditions as the filter builder of n8n writes them.'),
}).describe("Conditions as n8n's own filter writes them.");

const FORM: CheckForm = {
	name: 'Such That Conditions Hold',
	fields: [
		{
			shown: {
				displayName: 'Conditions',
				name: 'conditions',
				type: 'filter',
				default: {},
				description:
					'What must hold. {{ }} names a field of the record; anything that calculates belongs before the gate.',
				typeOptions: {
					filter: { caseSensitive: true, typeValidation: 'loose', version: 2 },
					showEvenWhenOptional: true,
				},
			},
			read: z.unknown().transform((conditions) => conditions ?? {}),
			setting: 'filter',
		},
	],
};

/** What n8n's own filter builder can say, about this field and others. */
export const filterCheck = defineCheck(settingsSchema, FORM, ({ filter }) => {
	const { words, reads, judge } = compileFilter(filter);
	return {
		expected: say('expectedCondition', { words }),
		reads,
		takesAll: true,
		judge: (_value, { record }) => judge(record),
	};
});
