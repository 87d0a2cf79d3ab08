import { CLAIM_HOLDS_MS } from '../../../nodes/domain/life/claims';
import { firstOf, NAMES } from '../nodes/names';

/** The nodes of the retries that other nodes refer to. */
export const RETRIES = {
	newest: 'What ran last',
	crashed: 'What n8n gave up',
	each: 'One execution each',
	due: 'Left alone long enough',
	unseen: 'Not looked at before',
	look: 'What it was',
	which: 'What is to be done?',
	retry: 'Retry it',
	outcome: 'How it went',
	tell: 'Tell operations',
} as const;

/** What is to be done about an execution; the last one where none of the others fits. */
export const CASES = {
	unread: 'Could not be read',
	other: 'No handoff',
	byHand: 'Retried already',
	tooOften: 'Retried too often',
	retry: 'Retry it',
} as const;

/** Where the second half stands. */
export const LOOK_ROW = 2.6;
export const LOOK_COLUMN = 0.7;

export const MINUTES_BETWEEN_RUNS = 5;
/** A retry that crashes is retried as well, but not without end. */
export const MOST_RETRIES = 3;
/** When the template is first published, what is older has been looked after by people. */
export const LOOK_BACK_HOURS = 24;
/**
 * n8n also marks what still runs as a sub-workflow of a worker, and takes the mark back later; and a
 * gate leaves a record alone until the claim of the execution before it has run out.
 */
export const LEAVE_MINUTES = CLAIM_HOLDS_MS / 60_000 + 1;

export const SETTINGS = firstOf(NAMES.settings);
