import type { ListedOperation } from '../shared/operations';
import { backtestPolicyOperation } from './operations/backtestPolicy';
import { checkReadinessOperation } from './operations/checkReadiness';
import { describePolicyOperation } from './operations/describePolicy';

/** What can be done with a policy, by name. */
export const operations = [
	backtestPolicyOperation,
	checkReadinessOperation,
	describePolicyOperation,
] as const satisfies readonly ListedOperation[];
