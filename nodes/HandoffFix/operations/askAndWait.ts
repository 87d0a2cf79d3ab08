import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { Instant } from '../../domain/base/instant';
import { takeUp } from '../../domain/fixing/takeUp';
import type { ListedOperation } from '../../shared/operations';
import { readEnvelope } from '../../shared/readEnvelope';
import { readSealKey } from '../../shared/sealKeys';
import { continueFix } from '../continueFix';
import { readFixState, type FixState } from '../fixState';
import { FIX_OUTPUTS, type FixLanes } from '../lanes';
import { startFix, type FixRun } from '../startFix';

/** Its value is not ours to choose: n8n signs the resume links of a node whose operation this is. */
export const askAndWaitOperation = {
	value: 'sendAndWait',
	name: 'Ask and Wait',
	action: 'Ask for what is missing and wait',
	description: 'Send each fixer a link to what they can supply, and wait until they have',
	subtitle: 'asks for what is missing',
	outputs: FIX_OUTPUTS,
	run: askOrWait,
} as const satisfies ListedOperation;

/**
 * One run of the node. The first run sends the requests out by Notify. Each time the channel's answer
 * comes back, the run records what has happened and waits for the next milestone; on the timer n8n
 * forwards the message prepared for it to Notify, which loops back again, as does what somebody sent.
 */
async function askOrWait(context: IExecuteFunctions, now: Instant): Promise<FixLanes> {
	const run: FixRun = {
		now,
		key: await readSealKey(context),
		sign: (parameters) => context.getSignedResumeUrl(parameters),
	};
	const known = readFixState(context.getContext('node'));
	if (known === undefined) return await startFix(context, { round: 0, ...run });
	if (!isNewAttempt(context, known)) return await continueFix(context, known, run);
	const handoff = readEnvelope(context, 0, { verb: 'complete' });
	const goesOn = takeUp(known.handoff, handoff);
	if (known.isOver !== true && goesOn !== undefined) {
		return await continueFix(context, { ...known, handoff: goesOn }, run);
	}
	return await startFix(context, { round: known.handoff.fixing.round, ...run });
}

const incomingSchema = z.object({ handoff: z.object({ attempt: z.number() }) });

/** A record that was judged anew in the same execution, told from an answer that only comes back. */
function isNewAttempt(context: IExecuteFunctions, { handoff }: FixState): boolean {
	const incoming = incomingSchema.safeParse(context.getInputData()[0]?.json);
	return incoming.success && incoming.data.handoff.attempt > handoff.attempt;
}
