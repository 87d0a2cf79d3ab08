import type { Operation } from '../shared/operations';
import { sendAndWaitOperation } from './operations/sendAndWait';

/** What the node does: one thing, so there is nothing to choose. */
export const operations = [sendAndWaitOperation] as const satisfies readonly Operation[];
