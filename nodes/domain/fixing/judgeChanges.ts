import type { Instant } from '../base/instant';
import { withField } from '../base/withField';
import type { Change } from '../handoff/change';
import type { Finding } from '../handoff/verdict';
import { parsePolicy } from '../policy/parsePolicy';
import { compilePolicy } from '../readiness/compilePolicy';
import { evaluateReadiness, openFindings } from '../readiness/evaluateReadiness';
import type { FixHandoff } from './gaps';

/** A value as it was typed, before it is known who sent it when. */
export type TypedChange = Pick<Change, 'requirements' | 'field' | 'label' | 'from' | 'to'>;

/**
 * What stays open of the requirements that these values are for, by the policy as it was at the gate
 * and with everything that was sent before.
 */
export function openWith(
	{ agreed, verdict, fixing }: FixHandoff,
	typed: readonly TypedChange[],
	now: Instant,
): Finding[] {
	if (agreed.fixing === undefined || typed.length === 0) return [];
	const compiled = compilePolicy(parsePolicy(agreed.fixing.policy));
	const record = [...fixing.changes, ...typed].reduce<unknown>(
		(copy, { field, to }) => withField(copy, field, to),
		agreed.fixing.record,
	);
	const { mode = 'enforce', waivers = [] } = verdict ?? {};
	const { findings } = evaluateReadiness(compiled, record, { now, mode, waivers });
	return openFindings(findings).filter(({ requirementId }) =>
		typed.some(({ requirements }) => requirements.includes(requirementId)),
	);
}
