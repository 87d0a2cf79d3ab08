import type { Team } from './team';

/** What is left to be done. */
export interface Unfinished {
	/** Deals about which nobody was asked. */
	unasked: string[];
	/** Deals that were put before the receiver, who has not decided. */
	undecided: string[];
	/** Deals that were accepted and have no task. */
	untasked: string[];
}

/** What is left to be done, by ledger and stand-ins. */
export async function findUnfinished(team: Team, deals: readonly string[]): Promise<Unfinished> {
	const steps = await team.steps(deals);
	const tasks = team.tasks(deals);
	const has = (id: string, wanted: string) =>
		steps.get(id)?.some(({ type }) => type === wanted) ?? false;
	return {
		unasked: deals.filter((id) => !has(id, 'handoff.requested') && !has(id, 'handoff.accepted')),
		undecided: deals.filter((id) => has(id, 'handoff.requested') && !has(id, 'handoff.accepted')),
		untasked: deals.filter((id) => has(id, 'handoff.accepted') && tasks.get(id) === 0),
	};
}
