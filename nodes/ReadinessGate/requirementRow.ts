import { z } from 'zod';
import { formText as text } from './formText';

const flag = z.boolean().default(false);

/** One row of the form, as n8n hands it over; what does not apply may be absent. */
export const requirementRowSchema = z.object({
	label: text,
	field: text,
	kind: z.string().default('present'),
	min: text,
	max: text,
	integer: flag,
	minLength: text,
	maxLength: text,
	pattern: text,
	patternLabel: text,
	after: text,
	before: text,
	format: text,
	timezone: text,
	values: text,
	otherField: text,
	matchCase: flag,
	is: z.string().default('either'),
	hosts: text,
	international: flag,
	currencies: text,
	currencyField: text,
	decimal: z.string().default('auto'),
	separator: z.string().default(''),
	eachKind: z.string().default('anything'),
	eachField: text,
	changedField: text,
	withinDays: z.coerce.number().default(30),
	conditions: z.unknown(),
	whenTest: z.string().default('always'),
	whenField: text,
	whenValue: text,
	severity: z.string().default('blocker'),
	fixer: text,
	howToFix: text,
	fixUrl: text,
	id: text,
});

export type RequirementRow = z.infer<typeof requirementRowSchema>;
