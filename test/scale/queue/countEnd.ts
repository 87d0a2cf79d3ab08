import { exactly, plain, type Figure } from '../figures';
import { askersIn } from './ledgerSteps';
import type { Team } from './team';
import { findUnfinished } from './unfinished';

/**
 * What became of the handoffs in the end, counted from the ledger and the stand-ins.
 *
 * @param ranOut deals whose questions came to the end of their time: these are asked about anew
 */
export async function countEnd(
	team: Team,
	deals: readonly string[],
	ranOut: ReadonlySet<string> = new Set(),
): Promise<Figure[]> {
	const steps = await team.steps(deals);
	const tasks = [...team.tasks(deals).values()];
	const questions = [...team.links(deals).values()].map(({ length }) => length);
	const { unasked, undecided, untasked } = await findUnfinished(team, deals);
	const decisions = deals.map(
		(id) =>
			(steps.get(id) ?? []).filter(({ type }) => /^handoff\.(?:accepted|returned)$/.test(type))
				.length,
	);
	const askedTwice = deals.filter((id) => !ranOut.has(id) && askersIn(steps.get(id) ?? []) > 1);
	const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
	const lost = unasked.length + undecided.length + untasked.length;
	return [
		plain('handoffs', deals.length, 'handoffs in'),
		exactly('lost', lost, 0, 'handoffs that did not come to their end'),
		exactly('decisions', sum(decisions), deals.length, 'decisions in the ledger'),
		exactly('decidedTwice', decisions.filter((count) => count > 1).length, 0, 'decided twice'),
		exactly('tasks', sum(tasks), deals.length, 'tasks in the project tool'),
		exactly('tasksTwice', tasks.filter((count) => count > 1).length, 0, 'with two tasks'),
		exactly('askedTwice', askedTwice.length, 0, 'asked by two executions without need'),
		exactly('neverAsked', questions.filter((count) => count === 0).length, 0, 'without a message'),
		// A Retry after a crash asks with a new link; nobody can know whether the first one went out.
		plain('questions', sum(questions), 'links that receivers were sent'),
	];
}
