import type { ListEntry } from './document';

const MOST_ENTRIES = 400;

/**
 * Keeps how a channel writes the entries that come in many messages. Holds a few hundred at most;
 * when that is full it starts anew.
 */
export function rememberEntries<Written>(
	write: (entry: ListEntry) => Written,
): (entry: ListEntry) => Written {
	const known = new Map<ListEntry, Written>();
	return (entry) => {
		if (entry.repeated !== true) return write(entry);
		const kept = known.get(entry);
		if (kept !== undefined) return kept;
		const written = write(entry);
		if (known.size >= MOST_ENTRIES) known.clear();
		known.set(entry, written);
		return written;
	};
}
