import type { Instant } from '../../base/instant';
import type { Policy } from '../../policy/policy';
import { whichStand } from '../chance';
import type { HandoffHistory } from '../handoffHistory';
import type { Group } from '../reportGroups';
import { effectOf, turnedTo, type ComparedFigure, type Effect } from './compareFigure';
import { startFollowed, type FollowedAdvice } from './followed';
import { findTrends, type Trend } from './trends';
import type { DayReader } from '../week';
import { startVersions, type VersionChange } from './versions';
import { startWeekdays, type WeekdayLine } from './weekdays';

/** What changed, and what it did. */
export interface Changes {
	/** The new versions of policies within the report's period, the earliest first. */
	versions: Array<VersionChange & { effect: Effect }>;
	/** Advice that one of these versions followed. */
	followed: Array<FollowedAdvice & { effect: Effect }>;
	trends: Trend[];
	/** What happens on one day of the week more than on others, the least likely chance first. */
	weekdays: WeekdayLine[];
}

/**
 * Starts to look for changes. Versions are compared over all handoffs, whatever the period, since what
 * was before a change may be before the period; trends and days of the week are of the period.
 */
export function startChanges(policies: readonly Policy[], dayOf: DayReader) {
	const versions = startVersions();
	const followed = startFollowed(policies);
	const weekdays = startWeekdays(dayOf);
	return {
		/** Of every handoff of the ledger. */
		addAny(history: HandoffHistory) {
			versions.add(history);
			followed.add(history);
		},
		/** Of a handoff of the period. */
		add: weekdays.add,
		read(since: Instant, weeks: readonly Group[]): Changes {
			const changed = versions.read(since);
			const advised = followed.read(changed);
			const judged = judge([...changed, ...advised].map(({ figures }) => figures));
			const told = (place: number) => ({
				figures: judged[place] ?? [],
				effect: effectOf(judged[place] ?? []),
			});
			return {
				versions: changed.map((change, place) => ({ ...change, ...told(place) })),
				followed: advised.map((one, place) => ({ ...one, ...told(changed.length + place) })),
				trends: findTrends(weeks),
				weekdays: weekdays.read(),
			};
		},
	};
}

/** Notes which differences stand, given how many figures of how many changes were compared. */
function judge(changes: readonly ComparedFigure[][]): ComparedFigure[][] {
	const stands = whichStand(changes.flat().flatMap(({ chance }) => chance ?? []));
	let place = 0;
	return changes.map((figures) =>
		figures.map((compared) => {
			if (compared.chance === undefined) return compared;
			place += 1;
			return stands[place - 1] ? turnedTo(compared) : compared;
		}),
	);
}
