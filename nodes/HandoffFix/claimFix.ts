import type { IExecuteFunctions } from 'n8n-workflow';
import { gapsIn } from '../domain/fixing/gaps';
import type { Instant } from '../domain/base/instant';
import type { Handoff } from '../domain/handoff/envelope';
import { claimFor, fixKey } from '../domain/life/claims';
import { mayFix, type FixPermission } from '../domain/life/mayFix';
import { isTestRun } from '../shared/ledger/beganInTest';
import { claimHolder } from '../shared/ledger/claimHolder';
import type { LedgerStore } from '../shared/ledger/ledgerStore';

/** What an execution that may ask has found in the ledger. */
export interface ClaimedFix {
	askedBy: string;
	/** Ids of the requirements that nobody else waits for. */
	gaps: string[];
	rows: readonly unknown[];
}

/**
 * Claims what is missing at this attempt.
 *
 * @returns undefined when it is not this execution's to ask; the editor then says why
 */
export async function claimFix(
	context: IExecuteFunctions,
	handoff: Handoff,
	{ store, now }: { store: LedgerStore; now: Instant },
): Promise<ClaimedFix | undefined> {
	const { id, attempt } = handoff;
	const holder = claimHolder(context);
	const gaps = gapsIn(handoff).map(({ requirementId }) => requirementId);
	const claim = claimFor(fixKey(id, attempt), { handoffId: id, holder, now });
	const ask = async () => {
		const { claims, rows } = await store.claimAndRead([claim], [id]);
		return { rows, may: mayFix(rows, claims, { handoffId: id, attempt, gaps, holder, now }) };
	};
	let { rows, may } = await ask();
	if (typeof may === 'string' && isTestRun(context)) {
		// Whoever tries the same record again in the editor means to be asked again.
		await store.remove([id]);
		({ rows, may } = await ask());
	}
	if (typeof may !== 'string') return { askedBy: holder, gaps: may.gaps, rows };
	const message = `Nobody is asked by this execution: ${REASONS[may]}.`;
	context.addExecutionHints({ message, location: 'outputPane' });
	return undefined;
}

/** Why nobody is asked. */
const REASONS: Record<Extract<FixPermission, string>, string> = {
	held: 'another one is just asking about this attempt',
	alreadyAsked: 'another one waits already for everything that is missing',
	notMissing: 'the record is not waiting for the sending side any more',
	replaced: 'the record was judged anew since',
};
