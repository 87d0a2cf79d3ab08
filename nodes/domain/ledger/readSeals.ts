import { readCells, textOf, type Cells } from './cells';
import { isSameSeal, sealerOf, signOf, type SealKeys } from './seal';
import { isSealed, type SealedRow, type SealState } from './sealChain';

/** What the seals of rows say, each for itself. */
export interface ReadSeals {
	/** The rows of each handoff. */
	handoffs: ReadonlyMap<string, readonly SealedRow[]>;
	/** How many rows there are of each kind. */
	states: Readonly<Record<SealState, number>>;
	/** The seals under which each event holds: more than one when its step was repeated. */
	sealsOf: ReadonlyMap<string, ReadonlySet<string>>;
	/** Rows that are there once more, with the same seal. */
	duplicates: number;
}

/** Reads what the seal of each row says. Linear in the rows. */
export function readSeals(rows: readonly unknown[], keys: SealKeys): ReadSeals {
	const readSeal = sealReader(keys);
	const handoffs = new Map<string, SealedRow[]>();
	const sealsOf = new Map<string, Set<string>>();
	const states = { unsealed: 0, foreign: 0, altered: 0, ours: 0, previous: 0 };
	let held = 0;
	rows.forEach((row, index) => {
		const link = readSeal(cellsOf(row), index);
		states[link.state] += 1;
		if (isSealed(link.state)) {
			held += 1;
			addTo(sealsOf, textOf(link.cells.eventId), link.seal);
		}
		const handoffId = textOf(link.cells.handoffId);
		const chain = handoffs.get(handoffId);
		if (chain === undefined) handoffs.set(handoffId, [link]);
		else chain.push(link);
	});
	const different = [...sealsOf.values()].reduce((count, { size }) => count + size, 0);
	return { handoffs, states, sealsOf, duplicates: held - different };
}

function addTo(sealsOf: Map<string, Set<string>>, eventId: string, seal: string): void {
	const seals = sealsOf.get(eventId);
	if (seals === undefined) sealsOf.set(eventId, new Set([seal]));
	else seals.add(seal);
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
		return { ...link, state: isSameSeal(seal, sealer.sealOf(cells)) ? sealer.state : 'altered' };
	};
}
