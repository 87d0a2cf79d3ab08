import type { Instant } from '../domain/base/instant';

/** The rows of the ledger, and as of when they are looked at. */
export interface Question {
	rows: readonly unknown[];
	now: Instant;
}
