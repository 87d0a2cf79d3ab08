import type { ListedOperation } from '../shared/operations';
import { checkClockOperation } from './operations/checkClock';
import { findDueOperation } from './operations/findDue';
import { passTheBallOperation } from './operations/passTheBall';
import { startClockOperation } from './operations/startClock';
import { stopClockOperation } from './operations/stopClock';

/** What can be done with a clock, by name. */
export const operations = [
	checkClockOperation,
	findDueOperation,
	passTheBallOperation,
	startClockOperation,
	stopClockOperation,
] as const satisfies readonly ListedOperation[];
