import type { Operation } from '../shared/operations';
import { sendAndWait } from './operations/sendAndWait';

/** What the node does: one thing, so there is nothing to choose. */
export const operations = [sendAndWait] as const satisfies readonly Operation[];
