import type { Standing } from '../life/standing';
import type { ChangedSince } from '../handoff/verdict';

/** Says what is different from the attempt before; undefined when there was none. */
export function compareAttempts(
	previous: Standing,
	current: { digest: string; open: readonly string[] },
): ChangedSince | undefined {
	if (previous.last === undefined) return undefined;
	const before = new Set(previous.open);
	const now = new Set(current.open);
	return {
		attempt: previous.attempt,
		lastType: previous.last.type,
		at: previous.last.at,
		changed: previous.fingerprint !== current.digest,
		fixed: previous.open.filter((id) => !now.has(id)),
		stillOpen: current.open.filter((id) => before.has(id)),
		newlyOpen: current.open.filter((id) => !before.has(id)),
	};
}
