import { z } from 'zod';
import { formatPlace } from '../domain/policy/explainIssue';
import { HandoffProblem } from '../domain/base/problem';
import { jsonValue } from '../shared/jsonValue';
import { buildRequirement } from './formRequirement';
import { requirementRowSchema } from './requirementRow';
import { formText as text } from '../domain/policy/checks/formField';

/** The rows of a collection under the name that n8n gives them; none when it was never opened. */
const rowsOf = <Row extends z.ZodTypeAny, Name extends string>(name: Name, row: Row) =>
	z
		.record(z.array(row))
		.nullish()
		.transform((collection) => collection?.[name] ?? []);

/** The policy as the form holds it. */
const policyFormSchema = z.object({
	policyId: text,
	recordId: text,
	requirements: rowsOf('requirement', requirementRowSchema),
	recordDetails: z
		.object({ system: text, type: text, title: text, url: text, closedAt: text.optional() })
		.default({}),
	sender: z
		.object({ team: text, name: text, email: text, language: z.string().optional() })
		.default({}),
	receivingTeam: text,
	receivingPeople: rowsOf('person', z.object({ name: text, email: text })),
	otherFixers: rowsOf('fixer', z.object({ fixer: text, email: text })),
	packet: rowsOf('line', z.object({ label: text, field: text, as: text.optional() })),
	morePolicy: z.unknown(),
});
export type PolicyForm = z.infer<typeof policyFormSchema>;

/**
 * Reads the parameters of the form.
 *
 * @throws HandoffProblem when a field holds something that a form cannot hold
 */
export function parsePolicyForm(parameters: unknown): PolicyForm {
	const parsed = policyFormSchema.safeParse(parameters);
	if (parsed.success) return parsed.data;
	throw new HandoffProblem(
		`${formatPlace(parsed.error.issues[0]?.path ?? [], parameters)}: cannot be used in a policy`,
		'Look at that field of the node; when it is an expression, let it give a text.',
	);
}

/**
 * Builds the policy document that the form stands for. It is not checked here: form and JSON go
 * through the same reader, so that both know the same mistakes.
 *
 * @throws HandoffProblem when “More of the Policy” is not an object, or says again what the form says
 */
export function buildPolicyDocument(form: PolicyForm): Record<string, unknown> {
	const { policyId, recordId, recordDetails, receivingTeam, receivingPeople } = form;
	const written = {
		id: policyId,
		// People need something to call the record by, also before anybody has named its title.
		record: {
			...describeRecord(recordDetails),
			title: recordDetails.title || recordId,
			id: recordId,
		},
		sender: form.sender,
		receiver: { team: receivingTeam, people: receivingPeople },
		requirements: form.requirements.map(buildRequirement),
		...(form.otherFixers.length > 0 && { fixers: fixersOf(form.otherFixers) }),
		packet: form.packet.map(({ as, ...line }) => ({ ...line, ...(as && { as }) })),
	};
	const more = readMore(form.morePolicy);
	const twice = Object.keys(more).filter((key) => Object.hasOwn(written, key));
	if (twice.length > 0) {
		throw new HandoffProblem(
			`“More of the Policy” says again what the fields above say: ${twice.join(', ')}`,
			'Remove it there, or set “Define Policy” to Using JSON and write the whole policy.',
		);
	}
	return { ...more, ...written };
}

const fixersOf = (rows: PolicyForm['otherFixers']) =>
	Object.fromEntries(rows.map(({ fixer, email }) => [fixer, { email }]));

/** A policy without a closing date is the same policy whether the field was opened or not. */
const describeRecord = ({ closedAt, ...details }: PolicyForm['recordDetails']) => ({
	...details,
	...(closedAt !== undefined && closedAt !== '' && { closedAt }),
});

const moreSchema = z.record(z.unknown());

function readMore(given: unknown): Record<string, unknown> {
	const parsed = moreSchema.safeParse(jsonValue(given) ?? {});
	if (parsed.success) return parsed.data;
	throw new HandoffProblem(
		'“More of the Policy” is not JSON settings in { }',
		'Write {} when there is nothing to add.',
	);
}
