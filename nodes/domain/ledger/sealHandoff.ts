import type { Handoff } from '../handoff/envelope';
import type { LedgerRow } from '../handoff/row';
import { sealRow } from './seal';

/**
 * Seals the ledger row that a step has just put on its handoff, and remembers its seal, on which the
 * next row of the handoff follows. A row that carries a seal already is left as it is.
 *
 * @param key undefined when rows are not sealed: then the handoff stays as it is
 * @throws HandoffProblem when the key is too short to protect anything
 */
export function sealHandoff<Sealed extends Handoff>(
	handoff: Sealed,
	key: string | undefined,
): Sealed {
	const { event, seal = '' } = handoff;
	if (key === undefined || event === undefined || event.seal !== '') return handoff;
	const sealed = sealRow(event, seal, key);
	return { ...handoff, event: sealed, seal: sealed.seal };
}

/** Seals the rows of several steps that one check told at once, each following the one before. */
export function sealInTurn<Sealed extends Handoff>(
	handoffs: readonly Sealed[],
	key: string | undefined,
): Sealed[] {
	if (key === undefined) return [...handoffs];
	const sealed: Sealed[] = [];
	for (const handoff of handoffs) {
		const { seal } = sealed.at(-1) ?? handoff;
		sealed.push(sealHandoff({ ...handoff, seal }, key));
	}
	return sealed;
}

/** A handoff with rows of its own that a step gave, sealed. */
export interface SealedRows<Sealed extends Handoff> {
	handoff: Sealed;
	rows: LedgerRow[];
}

/**
 * Seals the rows that one step of a handoff gives, each following the one before. The handoff goes on
 * from the last one, and carries the row that it carried.
 *
 * @throws HandoffProblem when the key is too short to protect anything
 */
export function sealRows<Sealed extends Handoff>(
	handoff: Sealed,
	rows: readonly LedgerRow[],
	key: string | undefined,
): SealedRows<Sealed> {
	const told = sealInTurn(
		rows.map((event) => ({ ...handoff, event })),
		key,
	);
	const sealed = told.flatMap(({ event }) => event ?? []);
	const event = sealed.find(({ eventId }) => eventId === handoff.event?.eventId);
	return { handoff: { ...(told.at(-1) ?? handoff), event }, rows: sealed };
}
