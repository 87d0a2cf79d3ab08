import type { Policy } from '../policy/policy';
import type { Report } from './report';
import { whichStand } from './chance';
import { FEWEST } from './rate';
import type { Candidate, Suggestion } from './suggestion';
import { suggestDeadlines } from './suggestDeadlines';
import { suggestNaming } from './suggestNaming';
import { suggestQuestions } from './suggestQuestions';
import { suggestRelaxing } from './suggestRelaxing';
import { suggestAnswers } from './suggestAnswers';
import { suggestSplits } from './suggestSplits';
import { suggestBlocking, suggestTightening } from './suggestTightening';
import { suggestWaivers } from './suggestWaivers';

/**
 * What to change next, the most worthwhile first; none is a verdict on people. Each is replayed on
 * the last quarter's handoffs. A finding has to be large enough to be worth a rule, and unlikely to be
 * chance, given everything that the report looked at: on ledgers in which nothing is the matter, at
 * most 5 % of reports advise anything. A requirement gets one piece of advice, the least likely to be
 * chance. Of fewer than 10 handoffs, which the headline calls too few, nothing is advised.
 *
 * - tighten: a field that the gate passed is returned at least 3 times and in over 5 % of such
 *   submissions; or a warning that went on and came back for its field as often
 * - relax: a requirement that never held anything up in 100 handoffs, while no return is unexplained
 * - exception into rule: a requirement waived in 20 % of handoffs, which did not come back for it
 * - stop waiving: what was waived came back for it at least 3 times and in over 5 %
 * - move the deadline: under 80 % of answers in time; or 98 % in time, nine in ten in half of it
 * - split the policy: each pair of teams that does worse than the others
 * - ask for answers: a team that left over 5 % and at least 3 submissions unanswered
 * - require what is asked: a field that receiving teams ask about in 10 % and at least 3 submissions
 * - name fields: over 20 % and at least 3 returns that name no field
 *
 * @param policies the policies in force, so that a change holds the whole requirement
 */
export function suggestions(report: Report, policies: readonly Policy[] = []): Suggestion[] {
	if (report.totals.handoffs < FEWEST) return [];
	const candidates = [
		...suggestTightening(report, policies),
		...suggestBlocking(report, policies),
		...suggestRelaxing(report, policies),
		...suggestWaivers(report, policies),
		...suggestDeadlines(report, policies),
		...suggestSplits(report, policies),
		...suggestAnswers(report, policies),
		...suggestQuestions(report, policies),
		...suggestNaming(report, policies),
	];
	const stands = whichStand(candidates.map(({ chance }) => chance));
	return onePerThing(candidates.filter((_, place) => stands[place]))
		.flatMap(({ chance, advise }) => (advise === undefined ? [] : [{ ...advise(), chance }]))
		.sort((left, right) => right.weight - left.weight);
}

/** Of what can be advised about one thing, that which is least likely to be chance. */
function onePerThing(candidates: readonly Candidate[]): Candidate[] {
	const chosen = new Map<string, Candidate>();
	for (const candidate of candidates) {
		const known = chosen.get(candidate.about);
		if (candidate.advise === undefined || (known && known.chance <= candidate.chance)) continue;
		chosen.set(candidate.about, candidate);
	}
	return [...chosen.values()];
}
