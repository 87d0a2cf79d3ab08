import { z } from 'zod';
import { parseInstant } from '../domain/base/instant';
import { HandoffProblem } from '../domain/base/problem';
import { calendarSchema } from '../domain/time/calendar';
import { problemAt } from '../domain/time/problemAt';
import type { TermsInForce } from '../domain/time/reviseClock';
import { targetSchema } from '../domain/time/target';
import { jsonValue } from '../shared/jsonValue';
import { readParameter, type ParameterContext } from '../shared/readParameter';

const termsSchema = z.object({
	sla: z.record(targetSchema).default({}),
	calendars: z.record(calendarSchema).default({}),
});

const inForceSchema = z.object({
	policyInForce: z.unknown(),
	policyCountsFor: z.enum(['open', 'newHandoffs', 'none']).default('open'),
	policyChangedAt: z.string().default(''),
});

/**
 * What the policy says now of targets and calendars, and for which clocks; undefined when all keep
 * what they have.
 *
 * @throws HandoffProblem when the policy cannot be read, or it is not said since when it holds
 */
export function readTermsInForce(
	context: ParameterContext,
	itemIndex: number,
): TermsInForce | undefined {
	const field = { name: 'options', displayName: 'Options', itemIndex };
	const options = readParameter(context, field, inForceSchema);
	const written = jsonValue(options.policyInForce);
	if (written === undefined) return undefined;
	const parsed = termsSchema.safeParse(written);
	if (parsed.success) return { ...parsed.data, countFor: readCountFor(options) };
	throw problemAt('Policy in Force', parsed.error, 'Give the policy as Readiness Gate has it.');
}

function readCountFor(options: z.infer<typeof inForceSchema>): TermsInForce['countFor'] {
	const { policyCountsFor, policyChangedAt } = options;
	if (policyCountsFor !== 'newHandoffs') return policyCountsFor;
	if (policyChangedAt === '') {
		throw new HandoffProblem(
			'“Policy Changed At” is empty, so it is not known which handoffs are new',
			'Enter since when the policy in force holds, or let it count for open handoffs too.',
		);
	}
	return { begunSince: parseInstant(policyChangedAt, 'Policy Changed At') };
}
