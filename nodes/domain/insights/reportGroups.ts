import { inAlphabet } from './inAlphabet';
import { type Instant } from '../base/instant';
import type { Policy } from '../policy/policy';
import { getOrStart } from './getOrStart';
import type { Measures } from './figures';
import { startMeasures, type MeasuresTally } from './measures';
import { type HandoffHistory } from './handoffHistory';
import type { DayReader } from './week';

/** The figures of the handoffs that have something in common. */
export interface Group {
	key: string;
	policyId?: string;
	sendingTeam?: string;
	receivingTeam?: string;
	measures: Measures;
}

type Label = Omit<Group, 'measures'>;

type Groups = Map<string, { label: Label; tally: MeasuresTally }>;

export const receiverCalendars = (policies: readonly Policy[]) =>
	new Map(
		policies.flatMap(({ id, calendars: { receiver } }) =>
			receiver === undefined ? [] : [[id, receiver] as const],
		),
	);

/** The figures of each policy, each pair of teams and each week. */
export function startGroups(dayOf: DayReader, now: Instant, policies: readonly Policy[]) {
	const calendars = receiverCalendars(policies);
	const byPolicy: Groups = new Map();
	const byTeams: Groups = new Map();
	const byWeek: Groups = new Map();
	const addTo = (groups: Groups, label: Label, history: HandoffHistory) =>
		getOrStart(groups, label.key, () => ({
			label,
			tally: startMeasures(now, calendars),
		})).tally.add(history);
	return {
		add(history: HandoffHistory) {
			const { policyId, sendingTeam, receivingTeam } = history.last;
			const teams = JSON.stringify([policyId, sendingTeam, receivingTeam]);
			addTo(byPolicy, { key: policyId, policyId }, history);
			addTo(byTeams, { key: teams, policyId, sendingTeam, receivingTeam }, history);
			addTo(byWeek, { key: dayOf(history.firstAt).week }, history);
		},
		read: () => ({
			byPolicy: bySize(readGroups(byPolicy)),
			byTeams: bySize(readGroups(byTeams)),
			byWeek: readGroups(byWeek).sort((left, right) => inAlphabet(left.key, right.key)),
		}),
	};
}

const readGroups = (groups: Groups): Group[] =>
	[...groups.values()].map(({ label, tally }) => ({ ...label, measures: tally.read() }));

const bySize = (groups: Group[]): Group[] =>
	groups.sort(
		(left, right) =>
			right.measures.handoffs - left.measures.handoffs || inAlphabet(left.key, right.key),
	);
