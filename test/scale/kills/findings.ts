import type { Told } from './recorder';
import type { Recorder } from './recorder';
import { PEOPLE } from './killFlow';

/** What must not have happened, and what may have. */
export interface KillFindings {
	handoffs: number;
	/** Handoffs without an outcome. */
	lost: string[];
	/** Handoffs with two different decisions, or not exactly one acceptance of each person. */
	repeated: string[];
	/** Reminders that came twice without a kill between the two. */
	remindedTwice: string[];
	reminders: number;
	/** Reminders that came twice because n8n was killed after sending and before noting it. */
	remindersAroundKills: number;
}

/** Holds what the world was told against what may happen to so many handoffs. */
export function findBroken(
	{ messages, outcomes }: Recorder,
	{ ids, killedAt }: { ids: readonly string[]; killedAt: readonly number[] },
): KillFindings {
	const outcomesOf = (id: string) => outcomes.filter(({ handoff }) => handoff.record.id === id);
	const reminders = groupBy(
		messages.filter(({ handoff }) => handoff.message?.kind === 'reminder'),
		({ handoff }) =>
			[
				handoff.record.id,
				handoff.request?.firedMilestones.at(-1),
				handoff.message?.to[0]?.email,
			].join(),
	);
	const twice = [...reminders].filter(([, sent]) => sent.length > 1);
	const aroundKill = twice.filter(([, [first, second]]) =>
		killedAt.some((at) => at >= (first?.at ?? 0) && at <= (second?.at ?? 0)),
	);
	return {
		handoffs: ids.length,
		lost: ids.filter((id) => outcomesOf(id).length === 0),
		repeated: ids.filter((id) => isRepeated(outcomesOf(id))),
		reminders: reminders.size,
		remindersAroundKills: aroundKill.length,
		remindedTwice: twice.filter((entry) => !aroundKill.includes(entry)).map(([key]) => key),
	};
}

function isRepeated(outcomes: readonly Told[]): boolean {
	const decisions = new Set(outcomes.map(({ handoff }) => JSON.stringify(handoff.decision)));
	const broken = outcomes.some(({ handoff }) => {
		const voters = [...(handoff.request?.votes ?? []), handoff.decision].map(
			(vote) => vote?.by.email,
		);
		return voters.sort().join() !== PEOPLE.map(({ email }) => email).join();
	});
	return decisions.size > 1 || broken;
}

function groupBy<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string) {
	const groups = new Map<string, Thing[]>();
	for (const thing of things) {
		const key = keyOf(thing);
		groups.set(key, [...(groups.get(key) ?? []), thing]);
	}
	return groups;
}
