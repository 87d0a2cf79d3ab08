import { formatHoursAndMinutes } from '../formatFigures';
import type { SuggestionBacktest } from '../suggestion';
import { backtestOf, exactly, LAST_QUARTER } from './backtest';
import { answersWithin } from './replayAnswers';
import type { Replay } from './replay';

/**
 * How many answers would have been in time under another deadline: recomputed from the business time
 * that each one took. Silence counts as late: a ledger does not know what more time would have done.
 *
 * @param minutes the other deadline, whole hours of business time
 */
export function backtestDeadline(
	replay: Replay,
	{ policyId, minutes }: { policyId: string; minutes: number },
): SuggestionBacktest {
	const found = replay.answers.find((each) => each.policyId === policyId);
	const { answered = 0, unanswered = 0, promised = 0, inTime = 0 } = found ?? {};
	const n = answered + unanswered;
	const within = found === undefined ? 0 : answersWithin(found, Math.floor(minutes / 60));
	const silence =
		unanswered === 0 ? '' : ` The ${unanswered} that nobody answered count as late under both.`;
	return backtestOf(replay, {
		n,
		of: 'submissions that were answered or left unanswered',
		figures: [
			exactly('In time by the deadlines that were given', inTime, promised),
			exactly(`In time within ${formatHoursAndMinutes(minutes)}`, within, n),
		],
		text: `In time in ${LAST_QUARTER}: ${inTime} of ${promised} by the deadlines that were given, ${within} of ${n} within ${formatHoursAndMinutes(minutes)} of business time.${silence}`,
	});
}
