import type { ListedOperation } from '../shared/operations';
import { describeTimeline } from './operations/describeTimeline';
import { listOpen } from './operations/listOpen';
import { report } from './operations/report';
import { verifyLedger } from './operations/verifyLedger';

/** What can be asked of a ledger, by name. */
export const operations = [
	listOpen,
	report,
	describeTimeline,
	verifyLedger,
] as const satisfies readonly ListedOperation[];
