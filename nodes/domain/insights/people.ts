import { inAlphabet } from './inAlphabet';
import type { Instant } from '../base/instant';
import { getOrStart } from './getOrStart';
import { rateOf, type Rate } from './rate';
import type { HandoffHistory } from './handoffHistory';

/** The decisions of one person. */
export interface PersonLine {
	person: string;
	decisions: number;
	returned: Rate;
	answeredInTime: Rate;
}

interface Counts {
	decisions: number;
	returned: number;
	promised: number;
	inTime: number;
}

export interface PeopleTally {
	add(history: HandoffHistory): void;
	read(): PersonLine[];
}

/** Counts decisions by the person who took them. For reports that may name people only. */
export function startPeople(now: Instant): PeopleTally {
	const people = new Map<string, Counts>();
	return {
		add({ submissions }) {
			for (const { decision, outcome, respondBy, endedAt = now } of submissions.values()) {
				if (decision === undefined || decision.actor === '') continue;
				const counts = getOrStart(people, decision.actor, startCounts);
				counts.decisions += 1;
				if (outcome === 'returned') counts.returned += 1;
				if (respondBy === undefined) continue;
				counts.promised += 1;
				if (endedAt <= respondBy) counts.inTime += 1;
			}
		},
		read: () =>
			[...people]
				.map(([person, { decisions, returned, promised, inTime }]) => ({
					person,
					decisions,
					returned: rateOf(returned, decisions),
					answeredInTime: rateOf(inTime, promised),
				}))
				.sort(
					(left, right) =>
						right.decisions - left.decisions || inAlphabet(left.person, right.person),
				),
	};
}

const startCounts = (): Counts => ({ decisions: 0, returned: 0, promised: 0, inTime: 0 });
