import type { Handoff } from '../domain/handoff/envelope';
import { HandoffProblem } from '../domain/base/problem';
import { standingOf } from '../domain/life/standing';
import type { Step } from '../domain/life/steps';
import type { LedgerStore } from '../shared/ledger/ledgerStore';

/** Where a handoff stands whose rows may have been taken out on purpose. */
const FINISHED: readonly Step[] = ['done', 'withdrawn'];

/**
 * Makes sure that the ledger still knows of a question that was recorded in it: an empty ledger says
 * nothing about what somebody decided, and must not make it void.
 *
 * @param rows of the handoff, as they were read
 * @throws HandoffProblem when the ledger has lost it; the execution then holds the answer
 */
export async function requireQuestion(
	store: LedgerStore,
	{ id, record }: Pick<Handoff, 'id' | 'record'>,
	rows: readonly unknown[],
): Promise<void> {
	if (standingOf(rows, id).step !== 'new') return;
	const [position] = await store.positions({ handoffIds: [id] });
	if (position !== undefined && FINISHED.includes(position.step)) return;
	throw new HandoffProblem(
		`The ledger holds nothing any more of “${record.title || record.id}”, about which a question is out`,
		'Bring its table back, such as handoff_ledger from a backup, and press Retry on this execution: it keeps what was answered.',
	);
}
