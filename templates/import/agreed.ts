import { z } from 'zod';
import { closedObject } from '../../nodes/domain/base/closedObject';
import { checklistItemSchema, returnReasonSchema } from '../../nodes/domain/handoff/terms';
import { personalSettings } from '../../nodes/domain/handoff/receiverPerson';
import { languageSchema } from '../../nodes/domain/language/languages';
import { holidaySchema } from '../../nodes/domain/time/calendarDates';
import { timezoneSchema } from '../../nodes/domain/time/timezone';
import { WEEKDAYS } from '../../nodes/domain/time/wallClock';
import { tailoringProblems } from '../builder/combinations/tailoringProblems';
import { slug } from '../builder/nodes/workflow';

const someone = { name: z.string().min(1), email: z.string().email('is not an e-mail address') };
const person = closedObject(someone);
const receiver = closedObject({ ...someone, ...personalSettings });

const time = z
	.string()
	.regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'is not a time: write it as 09:00');

/** In words, or with everything that a policy says of it. */
const checklistItem = z.union([
	z
		.string()
		.min(1)
		.transform((label) => ({ id: slug(label), label, required: true })),
	checklistItemSchema,
]);
const returnReason = z.union([
	z
		.string()
		.min(1)
		.transform((label) => ({ code: slug(label), label, needsNote: false })),
	returnReasonSchema,
]);
/** The id of one that the template has, or a whole one as a policy has it. */
const requirement = z.union([z.string().min(1), z.object({ id: z.string().min(1) }).passthrough()]);

const members = closedObject({
	team: z.string().min(1).describe('Name of the receiving team.'),
	people: z.array(receiver).min(1).describe('Who is asked to accept.'),
	escalateTo: z.array(person).min(1).describe('Who is told when nobody has answered in time.'),
	language: languageSchema.describe('The language in which everybody is told things.'),
	timezone: timezoneSchema.describe('IANA name of the zone in which both teams work.'),
	days: z.array(z.enum(WEEKDAYS)).describe('Working days of both teams.'),
	opens: time.describe('When the working day of both teams begins, such as 09:00.'),
	closes: time.describe('When the working day of both teams ends, such as 17:00.'),
	holidays: z
		.array(holidaySchema)
		.describe('Days on which neither team works: 2026-12-24, or 12-25 for those of every year.'),
	holidaysIcs: z
		.string()
		.min(1)
		.describe('Path of an iCalendar file with holidays, from where the file of clients is.'),
	hoursToAccept: z.number().describe('Working hours that the receiving team has to decide.'),
	hoursToFix: z
		.number()
		.describe('Working hours that the sending team has to fix what is missing; 0 for none.'),
	requirements: z
		.array(requirement)
		.describe('The required fields: ids of those of the template that stay, or whole ones.'),
	checklist: z
		.array(checklistItem)
		.describe('What the receiving team confirms when it accepts: in words, or as in a policy.'),
	returnReasons: z
		.array(returnReason)
		.min(1)
		.describe('Why a handoff can be returned: in words, or as in a policy.'),
}).partial();

/** What a client agreed on; whatever is left out stays as the template has it. */
export const agreedSchema = members.superRefine((agreed, context) => {
	const { requirements, timezone: _read, ...chosen } = agreed;
	const problems = tailoringProblems({
		...chosen,
		...(requirements && { requirements: ids(requirements) }),
	});
	for (const { field, message } of problems) {
		context.addIssue({ code: 'custom', path: [field], message, params: { remedy: message } });
	}
});

export type Agreed = z.infer<typeof agreedSchema>;

const ids = (requirements: NonNullable<z.infer<typeof members>['requirements']>): string[] =>
	requirements.map((one) => (typeof one === 'string' ? one : one.id));
