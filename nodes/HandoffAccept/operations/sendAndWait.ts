import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import type { Instant } from '../../domain/base/instant';
import { leaveUnanswered } from '../../domain/acceptance/decide';
import { envelopeFor } from '../../domain/acceptance/envelopes';
import { expiredDocument } from '../../domain/acceptance/outcomeDocuments';
import { nextMoment } from '../../domain/acceptance/asking/moments';
import { senderLocale } from '../../domain/wording/locale';
import { sealHandoff } from '../../domain/ledger/sealHandoff';
import type { Operation } from '../../shared/operations';
import { openLedger } from '../../shared/ledger/openLedger';
import { readSealKey } from '../../shared/sealKeys';
import { awaitMoment } from '../awaitMoment';
import { bringUpToDate } from '../bringUpToDate';
import { continueByLedger } from '../continueByLedger';
import { messageItem } from '../../shared/waiting/messageItem';
import { askedAnew, renewLinks } from '../renewLinks';
import { readItem, type KeptItem } from '../../shared/waiting/memory';
import { readState, writeState, type RequestState } from '../requestState';
import { startRequest } from '../startRequest';
import { lanesOf, type Lanes, type RunStep } from '../step';
import { waitOutSimultaneousForms } from '../waitOutSimultaneousForms';

/** The only operation, and hidden: n8n signs the resume links of a node whose operation this is. */
export const sendAndWaitOperation = {
	value: 'sendAndWait',
	outputs: ['Notify', 'Accepted', 'Returned', 'No Decision'],
	run: sendOrWait,
} as const satisfies Operation;

/**
 * One run of the node. The first run sends the request out by Notify. Each time the channel's answer
 * comes back, the run waits for the next moment; on the timer n8n forwards the message prepared for it
 * to Notify, which loops back again, as do a forward, a vote, a question and its answer. After the last milestone
 * nobody is left to ask. In an execution that was retried after a crash, the request goes out again,
 * because the links that people have are of the execution that crashed.
 */
async function sendOrWait(context: IExecuteFunctions, now: Instant): Promise<Lanes> {
	const node = context.getContext('node');
	const step: RunStep = {
		now,
		key: await readSealKey(context),
		sign: (parameters) => context.getSignedResumeUrl(parameters),
	};
	const known = readState(node);
	if (known === undefined || isNewHandoff(context, known)) {
		return await startRequest(context, { round: known?.handoff.request.round ?? 0, ...step });
	}
	const isKept = known.handoff.request.askedBy !== undefined;
	const store = isKept ? openLedger(context, known.handoff) : undefined;
	if (store !== undefined) return await continueByLedger(context, known, { ...step, store });
	const current = bringUpToDate(context, known, step);
	const renewed = renewLinks(current, step.sign);
	const state = renewed ?? current;
	writeState(node, state);
	await waitOutSimultaneousForms(known, current);
	if (renewed !== undefined) return lanesOf('notify', askAgain(state, step, readItem(node)));
	const moment = nextMoment(state.handoff.request, state.escalateTo.length > 0);
	if (moment === undefined) return closeRequest(context, state, step);
	return await awaitMoment(context, { state, moment, ...step });
}

const incomingSchema = z.object({
	handoff: z.object({ attempt: z.number(), outcome: z.string().optional() }),
});

/** A resubmission in the same execution, told from the channel's answer that only comes back. */
function isNewHandoff(context: IExecuteFunctions, { handoff }: RequestState): boolean {
	const incoming = incomingSchema.safeParse(context.getInputData()[0]?.json);
	if (!incoming.success) return false;
	const { attempt, outcome } = incoming.data.handoff;
	return attempt !== handoff.attempt || outcome !== undefined;
}

const askAgain = (state: RequestState, { sign }: RunStep, kept: KeptItem) =>
	askedAnew(state, sign).map((envelope) => messageItem(kept, envelope));

function closeRequest(
	context: IExecuteFunctions,
	state: RequestState,
	{ now, key }: RunStep,
): Lanes {
	const handoff = sealHandoff(leaveUnanswered(state.handoff, now), key);
	const document = expiredDocument(handoff, state.escalateTo, senderLocale(state));
	const kept = readItem(context.getContext('node'));
	return lanesOf('noDecision', [messageItem(kept, envelopeFor(handoff, document))]);
}
