import type { ListedOperation } from '../shared/operations';
import { checkClock } from './operations/checkClock';
import { passTheBall } from './operations/passTheBall';
import { startClock } from './operations/startClock';
import { stopClock } from './operations/stopClock';

/** What can be done with a clock, by name. */
export const operations = [
	checkClock,
	passTheBall,
	startClock,
	stopClock,
] as const satisfies readonly ListedOperation[];
