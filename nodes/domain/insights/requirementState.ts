import { openData } from '../ledger/openData';
import type { Requirement } from '../policy/policy';
import type { GateEvaluation } from './gateEvaluation';
import type { HandoffHistory } from './handoffHistory';

/** How a requirement stood when the gate judged a record. */
export type RequirementState = 'met' | 'notMet' | 'waived';

/**
 * The evaluations of a handoff by the newest version of its policy that judged it: another version
 * may ask for something else under the same name.
 */
export function judgedEvaluations({ evaluations, last }: HandoffHistory): {
	version: string;
	evaluations: GateEvaluation[];
} {
	const counted = [...evaluations.values()].filter(({ event }) => event.policyId === last.policyId);
	const version = counted.at(-1)?.event.policyVersion ?? '';
	return { version, evaluations: counted.filter(({ event }) => event.policyVersion === version) };
}

/**
 * How a requirement stood; undefined when the record was not asked for it. A requirement with a
 * condition was asked where the row says so (`data.checked`), and where it was not met.
 */
export function requirementStateIn(
	evaluation: GateEvaluation,
	requirement: Requirement,
): RequirementState | undefined {
	const { id, when } = requirement;
	if (evaluation.open.includes(id)) return 'notMet';
	if (isWaived(evaluation, requirement)) return 'waived';
	const { checked } = openData(evaluation.event);
	const asked = checked === undefined ? when === undefined : checked.includes(id);
	return asked ? 'met' : undefined;
}

/** Rows say which requirements were waived; before they did, a finding that is not open was. */
function isWaived({ event, fields, open }: GateEvaluation, { id, field }: Requirement): boolean {
	const { waived } = openData(event);
	return waived === undefined ? fields.includes(field) && !open.includes(id) : waived.includes(id);
}
