import type { ListedOperation } from '../shared/operations';
import { grantWaiverOperation } from './operations/grantWaiver';
import { noteSetUpOperation } from './operations/noteSetUp';
import { revokeWaiverOperation } from './operations/revokeWaiver';

/** What can be done with a ledger, by name. */
export const operations = [
	grantWaiverOperation,
	noteSetUpOperation,
	revokeWaiverOperation,
] as const satisfies readonly ListedOperation[];
