import { formatValue } from '../policy/formatValue';
import type { Finding, Proposal } from '../handoff/verdict';
import type { Showing } from '../handoff/showing';
import type { Reader } from '../shown/reader';
import { showValue } from '../shown/showValue';
import { fill } from '../language/wording';

/** What is proposed for the field of a finding, one line each, with where it is said to stand. */
export const proposalLines = (
	{ field }: Finding,
	{ proposals, shown, reader }: { proposals: readonly Proposal[]; shown?: Showing; reader: Reader },
): string[] =>
	proposals
		.filter((proposal) => proposal.field === field)
		.map(({ value, quote, source, verified }) => {
			const { wording } = reader;
			return fill(verified ? wording.proposed : wording.proposedUnproved, {
				value: formatValue(showValue(value, shown, reader).text, MOST_SHOWN),
				quote: formatValue(quote, MOST_SHOWN),
				source: formatValue(source, MOST_SHOWN),
			});
		});

const MOST_SHOWN = 200;
