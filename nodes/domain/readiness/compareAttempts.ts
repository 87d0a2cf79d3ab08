import type { EarlierAttempt } from '../ledger/earlierAttempt';
import type { ChangedSince } from '../handoff/verdict';

/** Says what is different from the attempt before. */
export function compareAttempts(
	previous: EarlierAttempt,
	current: { digest: string; open: readonly string[] },
): ChangedSince {
	const before = new Set(previous.open);
	const now = new Set(current.open);
	return {
		attempt: previous.attempt,
		lastType: previous.lastType,
		at: previous.at,
		changed: previous.digest !== current.digest,
		fixed: previous.open.filter((id) => !now.has(id)),
		stillOpen: current.open.filter((id) => before.has(id)),
		newlyOpen: current.open.filter((id) => !before.has(id)),
	};
}
