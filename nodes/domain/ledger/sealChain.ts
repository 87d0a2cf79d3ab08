import type { Instant } from '../base/instant';
import { instantOf, textOf, type Cells } from './cells';
import { eventOfSeal } from './seal';

/** What the seal of a row says, without regard to the other rows. */
export type SealState = 'unsealed' | 'foreign' | 'altered' | 'ours' | 'previous';

/** A row with what its seal says about it. */
export interface SealedRow {
	cells: Cells;
	/** Place in the list, from 0. */
	row: number;
	seal: string;
	previousSeal: string;
	state: SealState;
}

/** What can be wrong with a row. */
export type SealFault =
	'altered' | 'missing' | 'reordered' | 'repeated' | 'foreign' | 'unsealed' | 'imitated';

interface Places {
	/** Where a seal stands, and the row of an event, in the order of writing. */
	bySeal: ReadonlyMap<string, number>;
	byEvent: ReadonlyMap<string, number>;
	/** Events that were written again: some row follows an earlier version of theirs. */
	rewritten: ReadonlySet<string>;
}

interface ChainTerms {
	/** Before it a row may be without a seal. */
	sealedFrom: Instant;
	/** The seals under which each event holds, in all handoffs: more than one when it was repeated. */
	sealsOf: ReadonlyMap<string, ReadonlySet<string>>;
	/** Whether the rows come in the order in which they were written. */
	inOrder: boolean;
}

/**
 * Looks at the links between the rows of one handoff.
 *
 * A row follows the row whose seal it names. When that seal is gone but the row of its event is there
 * and holds, the step was repeated and its row written again: the link holds, and says nothing about
 * the order any more.
 */
export function checkChain(
	chain: readonly SealedRow[],
	terms: ChainTerms,
): { first?: { link: SealedRow; fault: SealFault }; parallel: number } {
	const written = inWritingOrder(chain);
	const places = placesOf(written);
	const followed = new Set<string>();
	let parallel = 0;
	let first: { link: SealedRow; fault: SealFault } | undefined;
	for (const [place, link] of written.entries()) {
		const fault = faultOf(link, place, { ...places, ...terms });
		if (fault !== undefined) first = earlier(first, { link, fault });
		if (link.seal === '' || places.bySeal.get(link.seal) !== place) continue;
		if (followed.has(link.previousSeal)) parallel += 1;
		followed.add(link.previousSeal);
	}
	return { ...(first !== undefined && { first }), parallel };
}

const earlier = <Found extends { link: SealedRow }>(known: Found | undefined, found: Found) =>
	known === undefined || found.link.row < known.link.row ? found : known;

/** Stores that say when they wrote a row say it of rewritten rows too. */
function inWritingOrder(chain: readonly SealedRow[]): readonly SealedRow[] {
	const times = new Map(
		chain.map((link) => [link, instantOf(link.cells.updatedAt) ?? Number.NaN] as const),
	);
	if ([...times.values()].some(Number.isNaN)) return chain;
	return [...chain].sort((left, right) => (times.get(left) ?? 0) - (times.get(right) ?? 0));
}

function placesOf(chain: readonly SealedRow[]): Places {
	const bySeal = new Map<string, number>();
	const byEvent = new Map<string, number>();
	for (const [place, { seal, cells, state }] of chain.entries()) {
		if (seal !== '' && !bySeal.has(seal)) bySeal.set(seal, place);
		if (isSealed(state)) byEvent.set(textOf(cells.eventId), place);
	}
	const rewritten = new Set(
		chain
			.filter(({ state, previousSeal }) => isSealed(state) && !bySeal.has(previousSeal))
			.map(({ previousSeal }) => eventOfSeal(previousSeal)),
	);
	return { bySeal, byEvent, rewritten };
}

export const isSealed = (state: SealState): boolean => state === 'ours' || state === 'previous';

function faultOf(
	link: SealedRow,
	place: number,
	{ bySeal, byEvent, rewritten, inOrder, ...terms }: Places & ChainTerms,
): SealFault | undefined {
	const { state, seal, previousSeal, cells } = link;
	if (state === 'foreign' || state === 'altered') return state;
	if (state === 'unsealed') return faultOfUnsealed(link, terms);
	const versions = terms.sealsOf.get(textOf(cells.eventId))?.size ?? 1;
	if (versions > 1 && bySeal.get(seal) !== place) return 'repeated';
	if (previousSeal === '') return undefined;
	const before = bySeal.get(previousSeal);
	if (before === undefined) {
		return byEvent.has(eventOfSeal(previousSeal)) ? undefined : 'missing';
	}
	const inPlace = before < place || !inOrder || rewritten.has(textOf(cells.eventId));
	return inPlace ? undefined : 'reordered';
}

function faultOfUnsealed(
	{ cells }: SealedRow,
	{ sealedFrom, sealsOf }: Pick<ChainTerms, 'sealedFrom' | 'sealsOf'>,
): SealFault | undefined {
	if (sealsOf.has(textOf(cells.eventId))) return 'imitated';
	const at = instantOf(cells.at) ?? Number.MAX_VALUE;
	return at < sealedFrom ? undefined : 'unsealed';
}
