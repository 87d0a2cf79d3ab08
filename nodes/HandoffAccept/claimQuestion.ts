import type { IExecuteFunctions } from 'n8n-workflow';
import type { Handoff } from '../domain/handoff/envelope';
import { claimFor, questionKey } from '../domain/life/claims';
import { mayAsk, type Permission } from '../domain/life/mayAsk';
import { standingOf, type Standing } from '../domain/life/standing';
import { isTestRun } from '../shared/ledger/beganInTest';
import { claimHolder } from '../shared/ledger/claimHolder';
import type { LedgerStore } from '../shared/ledger/ledgerStore';
import type { RunStep } from './step';

/** What an execution that may ask has found in the ledger. */
export interface Claimed {
	askedBy: string;
	/** How often this attempt was asked about before. */
	round: number;
	/** What the handoff goes on with: its newest seal, and whether this is a test. */
	following: Pick<Handoff, 'seal' | 'test'>;
	rows: readonly unknown[];
}

type Refusal = Exclude<Permission, 'yes'>;

/**
 * Claims the question about this attempt.
 *
 * @returns `notMine` when it is not this execution's to ask; the editor then says why
 */
export async function claimQuestion(
	context: IExecuteFunctions,
	{ id, attempt }: Pick<Handoff, 'id' | 'attempt'>,
	{ store, now }: Pick<RunStep, 'now'> & { store: LedgerStore },
): Promise<Claimed | 'notMine'> {
	const holder = claimHolder(context);
	const claim = claimFor(questionKey(id, attempt), { handoffId: id, holder, now });
	const again = context.getMode() === 'retry';
	const ask = async (): Promise<Claimed | Refusal> => {
		const { claims, rows } = await store.claimAndRead([claim], [id]);
		const standing = standingOf(rows, id);
		const permission = mayAsk(standing, claims, { attempt, holder, again, now });
		return permission === 'yes'
			? { askedBy: holder, ...followOn(standing, attempt), rows }
			: permission;
	};
	const test = isTestRun(context);
	let claimed = await ask();
	if (typeof claimed === 'string' && test) {
		// Whoever tries the same record again in the editor means to be asked again.
		await store.remove([id]);
		claimed = await ask();
	}
	if (typeof claimed !== 'string') {
		return test ? { ...claimed, following: { ...claimed.following, test: true } } : claimed;
	}
	const message = `Nobody is asked by this execution: ${REASONS[claimed]}.`;
	context.addExecutionHints({ message, location: 'outputPane' });
	return 'notMine';
}

const followOn = (standing: Standing, attempt: number): Pick<Claimed, 'round' | 'following'> => ({
	round: standing.attempt === attempt ? standing.round : 0,
	following: standing.seal === '' ? {} : { seal: standing.seal },
});

/** Why nobody is asked. */
const REASONS: Record<Refusal, string> = {
	held: 'another one is just asking about this attempt',
	alreadyAsked: 'another one has asked about this attempt and waits for the answer',
	alreadyDecided: 'this attempt has an outcome already',
	replaced: 'the record was judged anew since',
	withdrawn: 'the handoff was withdrawn',
};
