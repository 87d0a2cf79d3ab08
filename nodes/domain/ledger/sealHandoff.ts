import type { Handoff } from '../handoff/envelope';
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
