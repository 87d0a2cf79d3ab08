import type { ListedOperation } from '../shared/operations';
import { describeTimelineOperation } from './operations/describeTimeline';
import { listOpenOperation } from './operations/listOpen';
import { reportOperation } from './operations/report';
import { verifyLedgerOperation } from './operations/verifyLedger';

/** What can be asked of a ledger, by name. */
export const operations = [
	listOpenOperation,
	reportOperation,
	describeTimelineOperation,
	verifyLedgerOperation,
] as const satisfies readonly ListedOperation[];
