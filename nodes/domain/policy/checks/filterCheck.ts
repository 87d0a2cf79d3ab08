import { z } from 'zod';
import { closedObject } from '../../base/closedObject';
import { compileFilter, filterSchema } from '../filter/filter';
import { defineCheck } from './check';

const settingsSchema = closedObject({ kind: z.literal('condition'), filter: filterSchema });

/** What n8n's own filter builder can say, about this field and others. */
export const filterCheck = defineCheck(settingsSchema, ({ filter }) => {
	const { words, reads, judge } = compileFilter(filter);
	return {
		expected: `a value with which this holds: ${words}`,
		reads,
		judge: (_value, { record }) => judge(record),
	};
});
