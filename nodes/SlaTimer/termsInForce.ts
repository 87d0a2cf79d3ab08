import { z } from 'zod';
import { HandoffProblem } from '../domain/base/problem';
import { calendarsSchema } from '../domain/time/calendars';
import { problemAt } from '../domain/time/problemAt';
import { readInstantIn } from '../domain/time/readInstantIn';
import type { TermsInForce } from '../domain/time/reviseClock';
import { targetSchema } from '../domain/time/target';
import { jsonValue } from '../shared/jsonValue';
import { readParameter } from '../shared/readParameter';
import { instantWritten } from './parameters';
import type { SteadyParameters } from './steadyParameters';

const termsSchema = z.object({
	sla: z.record(targetSchema).default({}),
	calendars: calendarsSchema.default({}),
});

const inForceSchema = z.object({
	policyInForce: z.unknown(),
	policyCountsFor: z.enum(['open', 'newHandoffs', 'none']).default('open'),
	policyChangedAt: z.unknown(),
});

/**
 * What the policy says now of targets and calendars, and for which clocks; undefined when all keep
 * what they have.
 *
 * @throws HandoffProblem when the policy cannot be read, or it is not said since when it holds
 */
export function readTermsInForce(
	context: SteadyParameters,
	itemIndex: number,
): TermsInForce | undefined {
	const field = { name: 'options', displayName: 'Options', itemIndex };
	const options = readParameter(context, field, inForceSchema);
	const written = jsonValue(options.policyInForce);
	if (written === undefined) return undefined;
	const parsed = termsSchema.safeParse(written);
	if (parsed.success)
		return { ...parsed.data, countFor: readCountFor(options, context.getTimezone()) };
	throw problemAt('Policy in Force', parsed.error, 'Give the policy as Readiness Gate has it.');
}

function readCountFor(
	{ policyCountsFor, policyChangedAt: changed = '' }: z.infer<typeof inForceSchema>,
	timezone: string,
): TermsInForce['countFor'] {
	if (policyCountsFor !== 'newHandoffs') return policyCountsFor;
	if (changed === '' || changed === null) {
		throw new HandoffProblem(
			'“Policy Changed At” is empty, so it is not known which handoffs are new',
			'Enter since when the policy in force holds, or let it count for open handoffs too.',
		);
	}
	const read = (text: string) => readInstantIn(timezone, text, '“Policy Changed At”');
	return { begunSince: instantWritten(changed, read) };
}
