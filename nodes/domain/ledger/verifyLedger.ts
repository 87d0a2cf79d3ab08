import type { Instant } from '../base/instant';
import { textOf } from './cells';
import { readSeals } from './readSeals';
import { requireKeys, type SealKeys } from './seal';
import { checkChain, type SealedRow, type SealFault } from './sealChain';

/** What is wrong with a row's seal, in words. */
const MEANINGS = {
	altered: 'was changed after it was sealed',
	missing: 'follows a row that is not there',
	reordered: 'stands before the row that it follows',
	repeated: 'is a copy of an earlier version of a step that was repeated',
	foreign: 'was sealed with a key that is not ours',
	unsealed: 'carries no seal',
	imitated: 'has the event id of a sealed row, and no seal',
} as const satisfies Record<SealFault, string>;

export interface SealFinding {
	handoffId: string;
	kind: keyof typeof MEANINGS;
	/** Number of the row, from 1, in the order in which the rows came. */
	row: number;
	eventId: string;
	type: string;
	at: string;
	meaning: string;
}

/** What a check of the seals of a ledger found. */
export interface LedgerCheck {
	/**
	 * Whether at least one row is sealed, every sealed row is as it was sealed, and no row is without a
	 * seal but those from before sealing began, as the user says it.
	 */
	intact: boolean;
	rows: number;
	handoffs: number;
	sealed: number;
	/** Rows without a seal, those from before sealing began included. */
	unsealed: number;
	/** Rows that are there once more, seal and all: they count once. */
	duplicates: number;
	/** Sealed rows that hold under the key before the present one. */
	underPreviousKey: number;
	/** Rows written at the same time as another of their handoff: both follow the same row. */
	parallel: number;
	/** The first row of each handoff that does not hold. */
	findings: SealFinding[];
}

export interface VerifyTerms {
	/** Whether rows come in the order in which they were written, so that a moved row shows. */
	inOrder?: boolean;
	/** When sealing began: nothing vouches for rows before it. Without it every row must be sealed. */
	sealedFrom?: Instant;
}

/**
 * Checks the seals of a ledger: whether a row was altered, is missing, stands elsewhere, was sealed by
 * somebody else, or escaped sealing, and names the first such row of each handoff. Linear in the rows,
 * apart from the order of those of one handoff.
 *
 * What no chain can show is that the very last rows of a handoff were taken away.
 *
 * @param rows rows the way a store gives them back
 * @throws HandoffProblem when the key is too short
 */
export function verifyLedger(
	rows: readonly unknown[],
	keys: SealKeys,
	{ inOrder = true, sealedFrom = Number.NEGATIVE_INFINITY }: VerifyTerms = {},
): LedgerCheck {
	requireKeys(keys);
	const { handoffs, states, sealsOf, duplicates } = readSeals(rows, keys);
	const chains = [...handoffs].map(([handoffId, chain]) => ({
		handoffId,
		...checkChain(chain, { sealedFrom, sealsOf, inOrder }),
	}));
	const findings = chains.flatMap(({ handoffId, first }) =>
		first === undefined ? [] : [findingOf(handoffId, first)],
	);
	const sealed = rows.length - states.unsealed;
	return {
		intact: findings.length === 0 && sealed > 0,
		rows: rows.length,
		handoffs: handoffs.size,
		sealed,
		unsealed: states.unsealed,
		duplicates,
		underPreviousKey: states.previous,
		parallel: chains.reduce((total, { parallel }) => total + parallel, 0),
		findings,
	};
}

const findingOf = (
	handoffId: string,
	{ link: { cells, row }, fault }: { link: SealedRow; fault: SealFault },
): SealFinding => ({
	handoffId,
	kind: fault,
	row: row + 1,
	eventId: textOf(cells.eventId),
	type: textOf(cells.type),
	at: textOf(cells.at),
	meaning: MEANINGS[fault],
});
