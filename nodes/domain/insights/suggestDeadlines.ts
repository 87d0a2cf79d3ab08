import type { Policy } from '../policy/policy';
import { formatAllowance } from '../time/allowance';
import type { Target } from '../time/target';
import type { Report } from './report';
import { lowerTail, upperTail } from './chance';
import type { Count } from './countHistory';
import { FEWEST } from './rate';
import type { Group } from './reportGroups';
import { backtestDeadline } from './replay/backtestDeadline';
import { answersWithin } from './replay/replayAnswers';
import { formatRate, formatHoursAndMinutes } from './formatFigures';
import type { Candidate, Suggestion } from './suggestion';

const OFTEN_MISSED = 0.8;
const HARDLY_MISSED = 0.98;
/** So many answers in half the time are worth a shorter one; it must be shown to be more than this. */
const MOSTLY_QUICK = 0.9;
const OFTEN_QUICK = 0.7;

/** Deadlines that the receiving team cannot keep, or that ask for far less than it does. */
export const suggestDeadlines = (report: Report, policies: readonly Policy[]): Candidate[] =>
	report.byPolicy.flatMap((group) => {
		const agreed = policies.find(({ id }) => id === group.key)?.sla.accept;
		return [...giveMoreTime(group, agreed, report), ...giveLessTime(group, agreed, report)];
	});

type Agreed = Target | undefined;

const about = ({ key }: Group): string => JSON.stringify(['deadline', key]);

/** Whole hours that nine in ten answers need. */
const hoursNeeded = (p90: number): number => Math.max(1, Math.ceil(p90 / 60));

/** Only answers tell whether the time is too short or too long: silence may last for ever. */
function answersInTime({ measures: { answeredInTime, unanswered } }: Group): Count {
	const { hits, n } = answeredInTime;
	return { hits, n: Math.max(hits, n - unanswered.hits) };
}

function giveMoreTime(group: Group, agreed: Agreed, report: Report): Candidate[] {
	const { hits, n } = answersInTime(group);
	const { p90 } = group.measures.answerMinutes;
	if (n < FEWEST || p90 === undefined) return [];
	const minutes = hoursNeeded(p90) * 60;
	const longer = agreed?.minutes === undefined || minutes > agreed.minutes;
	const worth = hits / n < OFTEN_MISSED && longer;
	const advise = () => moveDeadline(group, { agreed, minutes, weight: n - hits }, report);
	const chance = lowerTail({ hits, n }, OFTEN_MISSED);
	return [{ about: about(group), chance, ...(worth && { advise }) }];
}

function giveLessTime(group: Group, agreed: Agreed, report: Report): Candidate[] {
	const { hits, n } = answersInTime(group);
	const { p90 } = group.measures.answerMinutes;
	if (agreed?.minutes === undefined || p90 === undefined) return [];
	const answers = report.replay.answers.find(({ policyId }) => policyId === group.key);
	if (answers === undefined) return [];
	const half = agreed.minutes / 2;
	const quick: Count = { hits: answersWithin(answers, Math.floor(half / 60)), n: answers.answered };
	if (half < 60 || quick.n < FEWEST) return [];
	const minutes = hoursNeeded(p90) * 60;
	const mostly = quick.hits / quick.n >= MOSTLY_QUICK;
	const worth = hits / n >= HARDLY_MISSED && minutes <= half && mostly;
	const advise = () => moveDeadline(group, { agreed, minutes, weight: 1 }, report);
	const chance = upperTail(quick, OFTEN_QUICK);
	return [{ about: about(group), chance, ...(worth && { advise }) }];
}

function moveDeadline(
	{ key: policyId, measures }: Group,
	{ agreed, minutes, weight }: { agreed: Agreed; minutes: number; weight: number },
	{ replay }: Report,
): Omit<Suggestion, 'chance'> {
	const { answeredInTime, answerMinutes, unanswered } = measures;
	const { median = 0, p90 = 0 } = answerMinutes;
	const shorter = agreed?.minutes !== undefined && minutes < agreed.minutes;
	const time = formatHoursAndMinutes(minutes);
	const now = agreed === undefined ? '' : ` (now ${formatAgreed(agreed)})`;
	return {
		kind: 'moveDeadline',
		policyId,
		title: shorter ? `Ask for an answer within ${time}${now}` : `Allow ${time} for an answer${now}`,
		evidence: `Answered in time: ${formatRate(answeredInTime)}. Half of the answers take up to ${formatHoursAndMinutes(median)} of business time, nine in ten up to ${formatHoursAndMinutes(p90)}.`,
		against:
			unanswered.hits === 0
				? ''
				: `${unanswered.hits} of ${unanswered.n} submissions were never answered, which another deadline does not change.`,
		change: {
			policyId,
			place: 'sla.accept',
			action: 'replace',
			json: { ...withoutDays(agreed), minutes },
		},
		backtest: backtestDeadline(replay, { policyId, minutes }),
		weight,
	};
}

const formatAgreed = (agreed: Target): string =>
	agreed.minutes === undefined ? formatAllowance(agreed) : formatHoursAndMinutes(agreed.minutes);

function withoutDays(agreed: Agreed): Partial<Target> {
	if (agreed === undefined) return {};
	const { milestones, escalateTo, byPriority } = agreed;
	return { milestones, escalateTo, ...(byPriority === undefined ? {} : { byPriority }) };
}
