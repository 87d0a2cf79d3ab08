import type { IExecuteFunctions } from 'n8n-workflow';
import { milestoneEnvelopes } from '../domain/acceptance/envelopes';
import { fireMilestone } from '../domain/acceptance/milestones';
import type { RequestMilestone } from '../domain/handoff/request';
import { sealHandoff } from '../domain/ledger/sealHandoff';
import { messageItem } from '../shared/waiting/messageItem';
import { readItem } from '../shared/waiting/memory';
import type { RequestState } from './requestState';
import { prepareTimer } from '../shared/waiting/prepareTimer';
import { lanesOf, type Lanes, type RunStep } from './step';
import { noteWait } from './waitNote';

/** Notify, Accepted, Returned, No Decision. */
const OUTPUTS = 4;

/** Waits for a milestone; one that passed while n8n was down is told at once instead. */
export async function awaitMilestone(
	context: IExecuteFunctions,
	{ state, milestone, now, key }: RunStep & { state: RequestState; milestone: RequestMilestone },
): Promise<Lanes> {
	const due = Date.parse(milestone.dueAt);
	const reminded = fireMilestone(state.handoff, milestone, Math.max(due, now));
	// Where the ledger is kept, the row is written when the message has gone out.
	const handoff = isKept(state) ? { ...reminded, event: undefined } : sealHandoff(reminded, key);
	const kept = readItem(context.getContext('node'));
	const reminders = milestoneEnvelopes({ ...state, handoff }, milestone).map((envelope) =>
		messageItem(kept, envelope),
	);
	if (due <= now) return lanesOf('notify', reminders);
	prepareTimer(context, reminders, OUTPUTS);
	noteWait(context, state.handoff.request);
	await context.putExecutionToWait(new Date(due));
	return lanesOf('notify', []);
}

const isKept = ({ handoff }: RequestState): boolean => handoff.request.askedBy !== undefined;
