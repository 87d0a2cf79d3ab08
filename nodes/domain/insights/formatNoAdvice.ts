import type { Report } from './report';
import { formatRate } from './formatFigures';
import { FEWEST, type Rate } from './rate';

/** A figure that a reader of the headline would ask about, whatever can be advised. */
interface Worry {
	label: string;
	rate: Rate;
	holds: (share: number) => boolean;
}

const worries = ({ totals }: Report): Worry[] => [
	{
		label: 'accepted at the first attempt',
		rate: totals.firstPass,
		holds: (share) => share < 0.8,
	},
	{ label: 'returned', rate: totals.returned, holds: (share) => share > 0.1 },
	{ label: 'left unanswered', rate: totals.unanswered, holds: (share) => share > 0.05 },
	{ label: 'answered in time', rate: totals.answeredInTime, holds: (share) => share < 0.8 },
];

/** Why a report advises nothing: there is too little, nothing is certain enough, or all is well. */
export function formatNoAdvice(report: Report): string {
	const { handoffs, firstPass } = report.totals;
	if (firstPass.share === undefined) {
		const few = handoffs < FEWEST ? 'Too few handoffs' : 'Too few handoffs have ended';
		return `${few} to advise anything (from ${FEWEST} on).`;
	}
	const seen = worries(report).filter(
		({ rate: { share }, holds }) => share !== undefined && holds(share),
	);
	if (seen.length === 0) {
		return 'Nothing stands out: no team, no field and no requirement differs enough to change a rule for it.';
	}
	const figures = seen.map(({ label, rate }) => `${label} ${formatRate(rate)}`).join('; ');
	return `Worth a look: ${figures}. No single rule can be named for it yet: what is seen of each field, requirement and team may still be chance.`;
}
