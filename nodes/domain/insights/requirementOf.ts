import type { Policy, Requirement } from '../policy/policy';

/** The first requirement of a policy at hand for which something holds. */
export const requirementOf = (
	policies: readonly Policy[],
	policyId: string,
	matches: (requirement: Requirement) => boolean,
): Requirement | undefined =>
	policies.find(({ id }) => id === policyId)?.requirements.find(matches);
