import type { Instant } from '../base/instant';
import type { Handoff } from '../handoff/envelope';
import type { AskedException } from '../handoff/exception';
import { afterRows, exceptionRowsIn } from '../life/exceptionRows';
import { exceptionsIn, type KeptException } from '../life/exceptions';

/** What is known when something about an exception is noted. */
export interface KnownSoFar {
	/** The rows of the handoff as far as they are known; those of others are passed over. */
	rows: readonly unknown[];
	now: Instant;
	/** Seals the row; undefined when rows are not sealed. */
	key: string | undefined;
}

/** What stands about one exception of a handoff; undefined where nobody has ever asked for it. */
export const keptException = (
	{ id }: Pick<Handoff, 'id'>,
	requirementId: string,
	rows: readonly unknown[],
): KeptException | undefined =>
	exceptionsIn(rows, id).find((one) => one.requirementId === requirementId);

/**
 * Whether an asking has its answer. Undefined kept, where no ledger knows of it, says that it has none.
 */
export const isAnswered = (
	kept: KeptException | undefined,
	{ times }: Pick<AskedException, 'times'>,
): boolean => kept !== undefined && kept.times >= times && kept.asked?.times !== times;

/** Clocks disagree: an answer counts after its asking, and what is noted later counts later. */
export const momentOf = (
	{ id }: Pick<Handoff, 'id'>,
	rows: readonly unknown[],
	now: Instant,
	asked?: AskedException,
): Instant =>
	Math.max(
		afterRows(exceptionRowsIn(rows, id), now),
		asked === undefined ? now : Date.parse(asked.at) + 1,
	);

export const fieldsOf = ({ agreed }: Pick<Handoff, 'agreed'>, requirementId: string): string[] =>
	agreed.fields.filter(({ id }) => id === requirementId).map(({ field }) => field);
