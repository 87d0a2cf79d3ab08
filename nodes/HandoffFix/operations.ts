import type { ListedOperation } from '../shared/operations';
import { checkBeforeWritingOperation } from './operations/checkBeforeWriting';
import { askAndWaitOperation } from './operations/askAndWait';

/** What can be done about what is missing, by name. */
export const operations = [
	askAndWaitOperation,
	checkBeforeWritingOperation,
] as const satisfies readonly ListedOperation[];
