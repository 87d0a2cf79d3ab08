import { z } from 'zod';
import { CHECK_FORMS } from '../domain/policy/checks/checks';
import { formText as text, listText, optionalText } from '../domain/policy/checks/formField';

/** One test of when a requirement applies. */
const testSchema = z.object({
	whenTest: z.string().default('equals'),
	whenField: text,
	whenValue: text,
});

/** What is asked of every requirement, whatever its check. */
const commonSchema = z.object({
	label: text,
	field: text,
	kind: z.string().default('present'),
	whenTest: z.string().default('always'),
	whenField: text,
	whenValue: text,
	moreTests: z
		.record(z.array(testSchema))
		.nullish()
		.transform((collection) => collection?.test ?? []),
	whenJoin: z.string().default('all'),
	severity: z.string().default('blocker'),
	fixer: text,
	howToFix: text,
	message: optionalText,
	alsoAccepted: listText,
	fixUrl: text,
	id: text,
});

const fields = [...CHECK_FORMS.values()].flatMap((form) => form.fields);

/** One row of the form, as n8n hands it over; what does not apply may be absent. */
export const requirementRowSchema = commonSchema.and(
	z.object(Object.fromEntries(fields.map(({ shown, read }) => [shown.name, read]))),
);

export type RequirementRow = z.infer<typeof commonSchema> & Readonly<Record<string, unknown>>;
