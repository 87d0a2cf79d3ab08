import type { Combination } from './adapters';
import { CHANNELS, CRMS, PROJECT_TOOLS } from './adapterLists';

/** The systems of a combination, by the names that file names have: `hubspot`. */
export interface Picked {
	crm: string;
	project: string;
	channel: string;
}

/**
 * The adapters by their names.
 *
 * @throws Error for a name that nobody has; it says which names there are
 */
export const pickCombination = ({ crm, project, channel }: Picked): Combination => ({
	crm: pick('crm', crm, CRMS),
	project: pick('project', project, PROJECT_TOOLS),
	channel: pick('channel', channel, CHANNELS),
});

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
