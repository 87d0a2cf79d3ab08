import { formatValue } from '../policy/formatValue';
import type { Finding, Proposal } from '../handoff/verdict';

/** What is proposed for the field of a finding, one line each, with where it is said to stand. */
export const proposalLines = ({ field }: Finding, proposals: readonly Proposal[]): string[] =>
	proposals.filter((proposal) => proposal.field === field).map(formatProposal);

const MOST_SHOWN = 200;

const formatProposal = ({ value, quote, source, verified }: Proposal): string => {
	const proof = verified ? `“${quote}” in ${source}` : `not found word for word in ${source}`;
	return `Proposed: ${formatValue(value, MOST_SHOWN)} (${formatValue(proof, MOST_SHOWN)})`;
};
