import type { ListedOperation } from '../shared/operations';
import { backtestPolicy } from './operations/backtestPolicy';
import { checkReadiness } from './operations/checkReadiness';
import { describePolicy } from './operations/describePolicy';

/** What can be done with a policy, by name. */
export const operations = [
	backtestPolicy,
	checkReadiness,
	describePolicy,
] as const satisfies readonly ListedOperation[];
