import { z } from 'zod';
import type { Instant } from '../domain/base/instant';
import { parsePolicy } from '../domain/policy/parsePolicy';
import type { Policy } from '../domain/policy/policy';
import { timezoneSchema } from '../domain/time/timezone';
import { HandoffProblem } from '../domain/base/problem';
import { jsonValue } from '../shared/jsonValue';
import { readParameter, type ParameterContext } from '../shared/readParameter';

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** All parameters are those of the first item: the rows together are one question. */
const read = <Schema extends z.ZodTypeAny>(
	context: ParameterContext,
	[name, displayName]: readonly [name: string, displayName: string],
	schema: Schema,
): z.output<Schema> => readParameter(context, { name, displayName, itemIndex: 0 }, schema);

export const readHandoffId = (context: ParameterContext): string =>
	read(
		context,
		['handoffId', 'Handoff ID'],
		z.string().min(1, 'expected the id of a handoff, as in the column handoffId'),
	);

/** The policy whose handoffs are asked about; empty for all. */
export const readPolicyId = (context: ParameterContext): string =>
	read(context, ['policyId', 'Policy ID'], z.string().trim());

export const readTitle = (context: ParameterContext): string =>
	read(context, ['title', 'Title'], z.string()).trim() || 'Handoff report';

/** From when on handoffs count; undefined for all. */
export function readSince(context: ParameterContext, now: Instant): Instant | undefined {
	const weeks = read(context, ['period', 'Period'], z.coerce.number().min(0));
	return weeks === 0 ? undefined : now - weeks * WEEK;
}

export const readTimezone = (context: ParameterContext): string =>
	read(context, ['timezone', 'Time Zone'], timezoneSchema);

/** No policy, one, or a list of them. */
export function readPolicies(context: ParameterContext): Policy[] {
	const given = jsonValue(read(context, ['policies', 'Policies'], z.unknown()));
	if (given === undefined || given === null) return [];
	const documents = z.array(z.unknown()).safeParse(given);
	return (documents.success ? documents.data : [given]).map((document, index) => {
		const policy = readPolicy(document, index);
		if (policy instanceof HandoffProblem) throw policy;
		return policy;
	});
}

function readPolicy(document: unknown, index: number): Policy | HandoffProblem {
	try {
		return parsePolicy(document);
	} catch (thrown) {
		const remedy = thrown instanceof HandoffProblem ? thrown.remedy : '';
		const what = thrown instanceof Error ? thrown.message : String(thrown);
		return new HandoffProblem(`“Policies”, policy ${index + 1}: ${what}`, remedy);
	}
}

const optionsSchema = z.object({
	attachCsv: z.boolean().default(true),
	inOrder: z.boolean().default(true),
	namePeople: z.boolean().default(false),
	onlyLate: z.boolean().default(false),
	sealedFrom: z.string().default(''),
});

export const readOptions = (context: ParameterContext): z.output<typeof optionsSchema> =>
	read(context, ['options', 'Options'], optionsSchema);
