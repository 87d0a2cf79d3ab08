import type { Combination } from './adapters';
import { CHANNELS, SEAMS, type SeamChoice } from './adapterLists';

/** The systems of a combination, by the names that file names have: `hubspot`. */
export interface Picked {
	crm: string;
	project: string;
	channel: string;
}

/**
 * The adapters by their names. Which project tools there are depends on the seam of the CRM.
 *
 * @throws Error for a name that nobody has; it says which names there are
 */
export function pickCombination({ crm, project, channel }: Picked): Combination {
	const source = pick(
		'crm',
		crm,
		SEAMS.flatMap(({ crms }) => crms),
	);
	return {
		crm: source,
		project: pick('project', project, seamWith(source.system)?.projects ?? []),
		channel: pick('channel', channel, CHANNELS),
	};
}

/** The seam that a CRM belongs to. */
export const seamWith = (crm: string): SeamChoice | undefined =>
	SEAMS.find(({ crms }) => crms.some(({ system }) => system === crm));

function pick<Adapter extends { system: string }>(
	kind: string,
	system: string,
	adapters: readonly Adapter[],
): Adapter {
	const found = adapters.find((adapter) => adapter.system === system);
	if (found) return found;
	const names = adapters.map((adapter) => adapter.system).join(', ');
	throw new Error(`There is no ${kind} “${system}”. Choose one of: ${names}.`);
}
