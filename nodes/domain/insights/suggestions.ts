import type { Policy } from '../policy/policy';
import type { Report } from './buildReport';
import type { Suggestion } from './suggestion';
import { suggestDeadlines } from './suggestDeadlines';
import { suggestExceptions, suggestRelaxing } from './suggestRequirements';
import { suggestSplits } from './suggestSplits';
import { suggestBlocking, suggestTightening } from './suggestTightening';

/**
 * The rules to change next, the most worthwhile first. Each rests on at least 10 cases; none is a
 * verdict on people. Each is replayed on the last quarter's handoffs.
 *
 * - tighten: a field that the gate passed is returned at least 3 times and in 5 % of such submissions; or a
 *   warning that went on and came back for its field as often
 * - relax: a requirement that never held anything up in 100 handoffs
 * - exception into rule: a requirement waived in 20 % of handoffs
 * - move the deadline: under 80 % answered in time; or 98 % in time, nine in ten in half of it
 * - split the policy: two team pairs of one policy whose first-pass intervals do not overlap
 *
 * @param policies the policies in force, so that a change holds the whole requirement
 */
export const suggestions = (report: Report, policies: readonly Policy[] = []): Suggestion[] =>
	[
		...suggestTightening(report, policies),
		...suggestBlocking(report, policies),
		...suggestRelaxing(report, policies),
		...suggestExceptions(report, policies),
		...suggestDeadlines(report, policies),
		...suggestSplits(report, policies),
	].sort((left, right) => right.weight - left.weight);
