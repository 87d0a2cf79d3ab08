import type { ExceptionTerms } from '../handoff/exception';
import { resolveApprovers } from './approvers';
import type { CompiledPolicy } from './compilePolicy';

/** What the policy says about exceptions, for the pages; undefined where it allows none. */
export function exceptionTerms(
	{ policy, approvers }: CompiledPolicy,
	record: unknown,
): ExceptionTerms | undefined {
	const { allowed, maxDays } = policy.waivers;
	if (allowed.length === 0) return undefined;
	return {
		allowed,
		...(maxDays !== undefined && { maxDays }),
		approvers: resolveApprovers(approvers, record) ?? [],
		placeholders: policy.placeholders,
	};
}
