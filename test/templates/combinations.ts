import type { Combination } from '../../templates/builder/combinations/adapters';
import { CHANNELS, SEAMS } from '../../templates/builder/combinations/adapterLists';
import { BY_NIGHT } from '../support/draws';

const ALL: readonly Combination[] = SEAMS.flatMap(({ crms, projects }) =>
	crms.flatMap((crm) =>
		projects.flatMap((project) => CHANNELS.map((channel) => ({ crm, project, channel }))),
	),
);

/** One channel after the other, so that most pairs of vendors meet in few combinations. */
const DIAGONAL = SEAMS.flatMap(({ crms, projects }) =>
	crms.flatMap((crm, row) =>
		projects.flatMap((project, column): Combination[] => {
			const channel = CHANNELS[(row + column) % CHANNELS.length];
			return channel === undefined ? [] : [{ crm, project, channel }];
		}),
	),
);

/** Fewer, in which each two vendors that can meet do meet: the parts of a flow are theirs. */
function eachTwoOnce(combinations: readonly Combination[]): Combination[] {
	const met = new Set<string>();
	return combinations.filter(({ crm, project, channel }) => {
		const pairs = [
			`${crm.system} ${project.system}`,
			`${crm.system} by ${channel.system}`,
			`${project.system} by ${channel.system}`,
		];
		const isNew = pairs.some((pair) => !met.has(pair));
		for (const pair of pairs) met.add(pair);
		return isNew;
	});
}

/** What the builder can put together: by day each two vendors once, by night all there is. */
export const COMBINATIONS: readonly Combination[] = BY_NIGHT
	? ALL
	: eachTwoOnce([...DIAGONAL, ...ALL]);

/** What a combination is called in a report. */
export const nameOf = ({ crm, project, channel }: Combination): string =>
	`${crm.label} to ${project.label} by ${channel.label}`;
