import { formatValue } from '../policy/formatValue';
import type { Finding, Proposal } from '../handoff/verdict';
import { fill, type Wording } from '../language/wording';

/** What is proposed for the field of a finding, one line each, with where it is said to stand. */
export const proposalLines = (
	{ field }: Finding,
	proposals: readonly Proposal[],
	wording: Wording,
): string[] =>
	proposals
		.filter((proposal) => proposal.field === field)
		.map((proposal) => formatProposal(proposal, wording));

const MOST_SHOWN = 200;

const formatProposal = ({ value, quote, source, verified }: Proposal, wording: Wording): string =>
	fill(verified ? wording.proposed : wording.proposedUnproved, {
		value: formatValue(value, MOST_SHOWN),
		quote: formatValue(quote, MOST_SHOWN),
		source: formatValue(source, MOST_SHOWN),
	});
