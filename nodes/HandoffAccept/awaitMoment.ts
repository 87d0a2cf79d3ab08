import type { IExecuteFunctions } from 'n8n-workflow';
import { comeTo, type Moment } from '../domain/acceptance/asking/moments';
import { sealHandoff } from '../domain/ledger/sealHandoff';
import { messageItem } from '../shared/waiting/messageItem';
import { readItem } from '../shared/waiting/memory';
import type { RequestState } from './requestState';
import { prepareTimer } from '../shared/waiting/prepareTimer';
import { lanesOf, type Lanes, type RunStep } from './step';
import { noteWait } from './waitNote';

/** Notify, Accepted, Returned, No Decision. */
const OUTPUTS = 4;

/** Waits for the next moment; one that passed while n8n was down is told at once instead. */
export async function awaitMoment(
	context: IExecuteFunctions,
	{ state, moment, now, key, sign }: RunStep & { state: RequestState; moment: Moment },
): Promise<Lanes> {
	const due = Date.parse(moment.dueAt);
	const { handoff: told, envelopesOf } = comeTo(state, moment, { at: Math.max(due, now), sign });
	// Where the ledger is kept, the row is written when the message has gone out.
	const handoff = isKept(state) ? { ...told, event: undefined } : sealHandoff(told, key);
	const kept = readItem(context.getContext('node'));
	const messages = envelopesOf(handoff).map((envelope) => messageItem(kept, envelope));
	if (due <= now) return lanesOf('notify', messages);
	prepareTimer(context, messages, OUTPUTS);
	noteWait(context, state.handoff.request);
	await context.putExecutionToWait(new Date(due));
	return lanesOf('notify', []);
}

const isKept = ({ handoff }: RequestState): boolean => handoff.request.askedBy !== undefined;
