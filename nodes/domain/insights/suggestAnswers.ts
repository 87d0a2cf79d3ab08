import type { Policy } from '../policy/policy';
import type { Milestone } from '../time/target';
import type { Report } from './report';
import { upperTail } from './chance';
import { FEWEST } from './rate';
import { backtestAsking } from './replay/backtestAnswers';
import { formatRate } from './formatFigures';
import { silentTeams, type SilentTeam } from './silentTeams';
import type { Candidate, Suggestion } from './suggestion';

const FEWEST_SILENCES = 3;
const SILENT_SHARE = 0.05;

/** A reminder that leaves time to answer and none to forget it again, in percent of the target. */
const LATE_REMINDER = 75;

/** Receiving teams that leave handoffs unanswered. */
export const suggestAnswers = (report: Report, policies: readonly Policy[]): Candidate[] =>
	silentTeams(report)
		.filter(({ unanswered }) => unanswered.n >= FEWEST)
		.map((silent) => {
			const { hits, share = 0 } = silent.unanswered;
			const worth = hits >= FEWEST_SILENCES && share >= SILENT_SHARE;
			return {
				about: JSON.stringify(['answers', silent.policyId, silent.team]),
				chance: upperTail(silent.unanswered, SILENT_SHARE),
				...(worth && { advise: () => askForAnswers(silent, policies, report) }),
			};
		});

function askForAnswers(
	{ policyId, team, unanswered }: SilentTeam,
	policies: readonly Policy[],
	{ replay }: Report,
): Omit<Suggestion, 'chance'> {
	const agreed = policies.find(({ id }) => id === policyId)?.sla.accept;
	const nobody =
		agreed?.escalateTo.length === 0
			? ' Nobody is told past the deadline: name somebody under “sla.accept”, “escalateTo”.'
			: '';
	return {
		kind: 'askForAnswers',
		policyId,
		title: `Find out why ${team || 'the receiving team'} leaves handoffs unanswered`,
		evidence: `Left unanswered: ${formatRate(unanswered)} of the submissions.${nobody}`,
		against: '',
		...(agreed !== undefined &&
			!isRemindedLate(agreed.milestones) && {
				change: {
					policyId,
					place: 'sla.accept',
					action: 'replace',
					json: { ...agreed, milestones: [...agreed.milestones, LATE_REMINDER] },
				},
			}),
		backtest: backtestAsking(replay, { policyId, team }),
		weight: unanswered.hits,
	};
}

/** Whether anybody is reminded shortly before the deadline. */
const isRemindedLate = (milestones: readonly Milestone[]): boolean =>
	milestones.some((milestone) =>
		typeof milestone === 'string'
			? milestone.startsWith('-')
			: milestone >= LATE_REMINDER && milestone < 100,
	);
