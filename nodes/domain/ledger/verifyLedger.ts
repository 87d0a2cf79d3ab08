import { instantOf, readCells, textOf, type Cells } from './cells';
import { isSameSeal, requireKeys, sealerOf, signOf, type SealKeys } from './seal';
import { checkChain, type SealedRow, type SealState, type SealFault } from './sealChain';

/** What is wrong with a row's seal, in words. */
const MEANINGS = {
	altered: 'was changed after it was sealed',
	missing: 'follows a row that is not there',
	reordered: 'stands before the row that it follows',
	foreign: 'was sealed with a key that is not ours',
	unsealed: 'carries no seal, although rows were sealed before it',
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
	 * Whether at least one row is sealed, every sealed row is as it was sealed, and none was left out
	 * since sealing began.
	 */
	intact: boolean;
	rows: number;
	handoffs: number;
	sealed: number;
	/** Rows without a seal, those from before sealing began included. */
	unsealed: number;
	/** Sealed rows that hold under the key before the present one. */
	underPreviousKey: number;
	/** Rows written at the same time as another of their handoff: both follow the same row. */
	parallel: number;
	/** The first row of each handoff that does not hold. */
	findings: SealFinding[];
}

/**
 * Checks the seals of a ledger: whether a row was altered, is missing, stands elsewhere, was sealed by
 * somebody else, or escaped sealing, and names the first such row of each handoff. Linear in the rows,
 * apart from the order of those of one handoff.
 *
 * What no chain can show is that the very last rows of a handoff were taken away.
 *
 * @param rows rows the way a store gives them back
 * @param inOrder whether they come in the order in which they were written, so that a moved row shows
 * @throws HandoffProblem when the key is too short
 */
export function verifyLedger(
	rows: readonly unknown[],
	keys: SealKeys,
	{ inOrder = true }: { inOrder?: boolean } = {},
): LedgerCheck {
	requireKeys(keys);
	const { handoffs, states, sealedSince } = readSeals(rows, keys);
	const chains = [...handoffs].map(([handoffId, chain]) => ({
		handoffId,
		...checkChain(chain, { sealedSince, inOrder }),
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
		underPreviousKey: states.previous,
		parallel: chains.reduce((total, { parallel }) => total + parallel, 0),
		findings,
	};
}

/** The rows of each handoff with what their own seals say. */
function readSeals(rows: readonly unknown[], keys: SealKeys) {
	const readSeal = sealReader(keys);
	const handoffs = new Map<string, SealedRow[]>();
	const states: Record<SealState, number> = {
		unsealed: 0,
		foreign: 0,
		altered: 0,
		ours: 0,
		previous: 0,
	};
	let sealedSince = Number.POSITIVE_INFINITY;
	rows.forEach((row, index) => {
		const cells = cellsOf(row);
		const link = readSeal(cells, index);
		states[link.state] += 1;
		if (link.state === 'ours' || link.state === 'previous') {
			sealedSince = Math.min(sealedSince, instantOf(cells.at) ?? sealedSince);
		}
		const handoffId = textOf(cells.handoffId);
		const chain = handoffs.get(handoffId);
		if (chain === undefined) handoffs.set(handoffId, [link]);
		else chain.push(link);
	});
	return { handoffs, states, sealedSince };
}

function cellsOf(row: unknown): Cells {
	try {
		return readCells(row) ?? {};
	} catch {
		return {};
	}
}

/** A key knows its seals by the sign that they begin with. */
function sealReader({ key, previousKey }: SealKeys) {
	const sealers = new Map<string, { sealOf: (cells: Cells) => string; state: SealState }>();
	if (previousKey) {
		sealers.set(signOf(previousKey), { sealOf: sealerOf(previousKey), state: 'previous' });
	}
	sealers.set(signOf(key), { sealOf: sealerOf(key), state: 'ours' });
	return (cells: Cells, row: number): SealedRow => {
		const seal = textOf(cells.seal);
		const link = { cells, row, seal, previousSeal: textOf(cells.previousSeal) };
		if (seal === '') return { ...link, state: 'unsealed' };
		const sealer = sealers.get(seal.split(':', 1)[0] ?? '');
		if (sealer === undefined) return { ...link, state: 'foreign' };
		const holds = isSameSeal(seal, sealer.sealOf(cells));
		return { ...link, state: holds ? sealer.state : 'altered' };
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
