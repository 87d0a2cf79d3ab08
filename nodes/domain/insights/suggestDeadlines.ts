import type { Policy } from '../policy/policy';
import { formatAllowance } from '../time/allowance';
import type { Target } from '../time/target';
import type { Report } from './buildReport';
import type { Group } from './reportGroups';
import { backtestDeadline } from './replay/backtestDeadline';
import { formatRate, formatHoursAndMinutes } from './formatFigures';
import type { Suggestion } from './suggestion';

const OFTEN_MISSED = 0.8;
const HARDLY_MISSED = 0.98;

/** Deadlines that the receiving team cannot keep, or that ask for far less than it does. */
export const suggestDeadlines = (report: Report, policies: readonly Policy[]): Suggestion[] =>
	report.byPolicy.flatMap((group) => {
		const policy = policies.find(({ id }) => id === group.policyId);
		return moveDeadline(group, policy, report);
	});

function moveDeadline(
	{ key, measures }: Group,
	policy: Policy | undefined,
	{ replay }: Report,
): Suggestion[] {
	const { answeredInTime, answerMinutes } = measures;
	const { share } = answeredInTime;
	const { p90 } = answerMinutes;
	if (share === undefined || p90 === undefined) return [];
	const agreed = policy?.sla.accept;
	const proposed = Math.max(60, Math.ceil(p90 / 60) * 60);
	const minutes = agreed?.minutes;
	const tooShort = share < OFTEN_MISSED && (minutes === undefined || proposed > minutes);
	const tooLong = share >= HARDLY_MISSED && minutes !== undefined && proposed <= minutes / 2;
	if (!tooShort && !tooLong) return [];
	const now = agreed === undefined ? '' : ` (now ${formatAgreed(agreed)})`;
	return [
		{
			kind: 'moveDeadline',
			policyId: key,
			title: `${tooShort ? 'Give' : 'Ask for'} an answer within ${formatHoursAndMinutes(proposed)}${now}`,
			evidence: describeAnswers(measures, p90),
			change: replaceTarget(key, { ...withoutDays(agreed), minutes: proposed }),
			backtest: backtestDeadline(replay, { policyId: key, minutes: proposed }),
			weight: tooShort ? answeredInTime.n - answeredInTime.hits : 1,
		},
	];
}

const formatAgreed = (agreed: Target): string =>
	agreed.minutes === undefined ? formatAllowance(agreed) : formatHoursAndMinutes(agreed.minutes);

function withoutDays(agreed: Target | undefined): Partial<Target> {
	if (agreed === undefined) return {};
	const { milestones, escalateTo, byPriority } = agreed;
	return { milestones, escalateTo, ...(byPriority === undefined ? {} : { byPriority }) };
}

const describeAnswers = (
	{ answeredInTime, answerMinutes }: Group['measures'],
	p90: number,
): string =>
	`Answered in time: ${formatRate(answeredInTime)}. Half of the answers take up to ${formatHoursAndMinutes(answerMinutes.median ?? 0)} of business time, nine in ten up to ${formatHoursAndMinutes(p90)}.`;

const replaceTarget = (policyId: string, json: object): Suggestion['change'] => ({
	policyId,
	place: 'sla.accept',
	action: 'replace',
	json,
});
