import type { Instant } from '../base/instant';
import { passBall } from '../handoff/turns';
import { keptRow } from './keptRow';
import { rowOn, type Entry, type Subject } from './subject';

/**
 * Notes that the work of a handoff is set up. Once that is so it stays so, whatever was said of the
 * handoff meanwhile: a task that is there must not be made again.
 *
 * @param url where the work is; may be empty
 */
export function noteSetUp(
	subject: Subject,
	{ url, now, key }: { url: string; now: Instant; key: string | undefined },
): Entry {
	const { described, standing, rows } = subject;
	if (standing.step === 'done') {
		const row = keptRow(
			rows,
			({ handoffId, type }) => handoffId === described.id && type === 'handoff.done',
		);
		return { known: true, ...(row !== undefined && { row }) };
	}
	const done = { ...subject, described: { ...described, turns: endOf(described.turns, now) } };
	return { known: false, row: rowOn(done, { type: 'handoff.done', at: now, data: { url } }, key) };
}

/** Nobody has to act any more; whose turn it was before is not invented. */
const endOf = (turns: Subject['described']['turns'], now: Instant) =>
	turns.length === 0 ? turns : passBall(turns, 'nobody', now);
