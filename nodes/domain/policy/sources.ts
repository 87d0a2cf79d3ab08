import { z } from 'zod';
import { closedObject } from '../base/closedObject';
import { dateFormatSchema } from './dateFormat';
import { fieldPathSchema } from '../base/fieldPath';
import { timezoneSchema } from '../time/timezone';

/** What the values of one fact are compared as, so that ways of writing it do not count. */
export const comparisonSchema = z.enum([
	'date',
	'email',
	'money',
	'name',
	'number',
	'phone',
	'text',
]);

/** One fact that several systems hold, and which of them counts when they differ. */
export const sourceSchema = closedObject({
	systemOfRecord: z.string().min(1),
	/** Where the record holds what each system says, by the name of the system. */
	values: z.record(fieldPathSchema),
	compareAs: comparisonSchema.default('text'),
	/** How far numbers and amounts may lie apart. */
	tolerance: z.number().min(0).default(0),
	/** How dates are written, besides the ISO form. */
	format: dateFormatSchema.optional(),
	/** Of dates; that of the teams when left out. */
	timezone: timezoneSchema.optional(),
	/** The decimal sign of amounts, when some such as 1.500 occur. */
	decimal: z.enum(['.', ',']).optional(),
	/** The country of phone numbers that are written without one, such as +49. */
	country: z
		.string()
		.regex(/^\+\d{1,3}$/, 'must be a country code such as +49')
		.optional(),
});
export type SourceSettings = z.infer<typeof sourceSchema>;

/** Facts by the field of the requirement that wants them to agree. */
export const sourcesSchema = z.record(sourceSchema);
export type Sources = z.infer<typeof sourcesSchema>;
