import type { ListedOperation } from '../shared/operations';
import { archiveOperation } from './operations/archive';
import { forgetPersonOperation } from './operations/forgetPerson';
import { grantWaiverOperation } from './operations/grantWaiver';
import { noteSetUpOperation } from './operations/noteSetUp';
import { readRowsOperation } from './operations/readRows';
import { removeHandoffsOperation } from './operations/removeHandoffs';
import { revokeWaiverOperation } from './operations/revokeWaiver';

/** What can be done with a ledger, by name. */
export const operations = [
	archiveOperation,
	forgetPersonOperation,
	grantWaiverOperation,
	noteSetUpOperation,
	readRowsOperation,
	removeHandoffsOperation,
	revokeWaiverOperation,
] as const satisfies readonly ListedOperation[];
