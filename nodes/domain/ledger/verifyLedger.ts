import { instantOf, readCells, textOf, type Cells } from './cells';
import { isSameSeal, requireKeys, sealerOf, signOf, type SealKeys } from './seal';

/** What is wrong with a row's seal, in words. */
const MEANINGS = {
	altered: 'was changed after it was sealed',
	missing: 'follows a row that is not there',
	reordered: 'stands before the row that it follows',
	foreign: 'was sealed with a key that is not ours',
	unsealed: 'carries no seal, although rows were sealed before it',
} as const;

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

/** What a look at the seals of a ledger found. */
export interface LedgerCheck {
	/** Whether every sealed row is as it was sealed, and none was left out since sealing began. */
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

/** A row with what its seal says about it. */
interface SealedRow {
	cells: Cells;
	row: number;
	seal: string;
	previousSeal: string;
	standing: Standing;
}

type Standing = 'unsealed' | 'foreign' | 'altered' | 'ours' | 'previous';

/**
 * Checks the seals of a ledger: whether a row was altered, is missing, stands elsewhere, was sealed by
 * somebody else, or escaped sealing, and names the first such row of each handoff. Linear in the rows.
 *
 * What no chain can show is that the very last rows of a handoff were taken away.
 *
 * @param rows rows as any store gives them back
 * @param inOrder whether they come in the order in which they were written, so that a moved row shows
 * @throws HandoffProblem when the key is too short
 */
export function verifyLedger(
	rows: readonly unknown[],
	keys: SealKeys,
	{ inOrder = true }: { inOrder?: boolean } = {},
): LedgerCheck {
	requireKeys(keys);
	const judge = judgeWith(keys);
	const handoffs = new Map<string, SealedRow[]>();
	let sealedSince = Number.POSITIVE_INFINITY;
	const standings = { unsealed: 0, foreign: 0, altered: 0, ours: 0, previous: 0 };
	rows.forEach((row, index) => {
		const cells = cellsOf(row);
		const judged = judge(cells, index);
		standings[judged.standing] += 1;
		if (judged.standing === 'ours' || judged.standing === 'previous') {
			sealedSince = Math.min(sealedSince, instantOf(cells.at) ?? sealedSince);
		}
		const handoffId = textOf(cells.handoffId);
		const chain = handoffs.get(handoffId);
		if (chain === undefined) handoffs.set(handoffId, [judged]);
		else chain.push(judged);
	});
	const chains = [...handoffs].map(([id, chain]) =>
		checkChain(id, chain, { sealedSince, inOrder }),
	);
	const findings = chains.flatMap(({ finding }) => (finding === undefined ? [] : [finding]));
	return {
		intact: findings.length === 0,
		rows: rows.length,
		handoffs: handoffs.size,
		sealed: rows.length - standings.unsealed,
		unsealed: standings.unsealed,
		underPreviousKey: standings.previous,
		parallel: chains.reduce((total, { parallel }) => total + parallel, 0),
		findings,
	};
}

function cellsOf(row: unknown): Cells {
	try {
		return readCells(row) ?? {};
	} catch {
		return {};
	}
}

/** A key knows its seals by the sign that they begin with. */
function judgeWith({ key, previousKey }: SealKeys) {
	const sealers = new Map<string, { sealOf: (cells: Cells) => string; standing: Standing }>();
	if (previousKey) {
		sealers.set(signOf(previousKey), { sealOf: sealerOf(previousKey), standing: 'previous' });
	}
	sealers.set(signOf(key), { sealOf: sealerOf(key), standing: 'ours' });
	return (cells: Cells, row: number): SealedRow => {
		const seal = textOf(cells.seal);
		const link = { cells, row, seal, previousSeal: textOf(cells.previousSeal) };
		if (seal === '') return { ...link, standing: 'unsealed' };
		const sealer = sealers.get(seal.split(':', 1)[0] ?? '');
		if (sealer === undefined) return { ...link, standing: 'foreign' };
		const holds = isSameSeal(seal, sealer.sealOf(cells));
		return { ...link, standing: holds ? sealer.standing : 'altered' };
	};
}

function checkChain(
	handoffId: string,
	chain: readonly SealedRow[],
	judging: { sealedSince: number; inOrder: boolean },
): { finding: SealFinding | undefined; parallel: number } {
	const places = new Map<string, number>();
	for (const [place, { seal }] of chain.entries()) {
		if (seal !== '' && !places.has(seal)) places.set(seal, place);
	}
	const followed = new Set<string>();
	let parallel = 0;
	let first: SealFinding | undefined;
	for (const [place, link] of chain.entries()) {
		const kind = troubleOf(link, { place, places, ...judging });
		if (kind !== undefined) first ??= describe(handoffId, link, kind);
		if (link.seal === '' || places.get(link.seal) !== place) continue;
		if (followed.has(link.previousSeal)) parallel += 1;
		followed.add(link.previousSeal);
	}
	return { finding: first, parallel };
}

function troubleOf(
	{ standing, previousSeal, cells }: SealedRow,
	chain: {
		place: number;
		places: ReadonlyMap<string, number>;
		sealedSince: number;
		inOrder: boolean;
	},
): SealFinding['kind'] | undefined {
	if (standing === 'foreign' || standing === 'altered') return standing;
	if (standing === 'unsealed') {
		const at = instantOf(cells.at) ?? Number.MAX_VALUE;
		return at < chain.sealedSince ? undefined : 'unsealed';
	}
	if (previousSeal === '') return undefined;
	const before = chain.places.get(previousSeal);
	if (before === undefined) return 'missing';
	return before < chain.place || !chain.inOrder ? undefined : 'reordered';
}

const describe = (
	handoffId: string,
	{ cells, row }: SealedRow,
	kind: SealFinding['kind'],
): SealFinding => ({
	handoffId,
	kind,
	row: row + 1,
	eventId: textOf(cells.eventId),
	type: textOf(cells.type),
	at: textOf(cells.at),
	meaning: MEANINGS[kind],
});
