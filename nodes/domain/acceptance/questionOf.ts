import type { Handoff } from '../handoff/envelope';
import type { AcceptanceRequest } from '../handoff/request';

/** What every ledger row about a question says of it: which one it is, and who asked it. */
export const questionOf = ({
	round,
	askedBy,
}: Pick<AcceptanceRequest, 'round' | 'askedBy'>): { round: number; askedBy?: string } => ({
	round,
	...(askedBy === undefined ? {} : { askedBy }),
});

/** What was judged and shown, as the ledger names it. */
export const fingerprintOf = ({ verdict }: Pick<Handoff, 'verdict'>): string =>
	verdict?.digest ?? '';
