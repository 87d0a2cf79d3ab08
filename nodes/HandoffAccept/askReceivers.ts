import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';
import { leaveUnanswered } from '../domain/acceptance/decide';
import { fireMilestone } from '../domain/acceptance/milestones';
import { openRequest } from '../domain/acceptance/openRequest';
import { expiredDocument } from '../domain/acceptance/outcomeDocuments';
import { nextRequestMilestone } from '../domain/acceptance/reminders';
import type { RequestMilestone } from '../domain/handoff/request';
import { commonLocale } from '../domain/acceptance/locale';
import type { Instant } from '../domain/base/instant';
import { sealHandoff } from '../domain/ledger/sealHandoff';
import { readSealKey } from '../shared/sealKeys';
import { requireSupportedHost } from './hostVersion';
import { letOthersFindItTaken } from './letOthersFindItTaken';
import { requireClosedLoop, requireOneHandoff } from './notifyLoop';
import { messageItem, milestoneItems, requestItems } from './messageItems';
import { readParameters } from './parameters';
import { linkFor } from './receiverLinks';
import { requestClock } from './requestClock';
import { keepItem, readItem, readState, writeState, type RequestState } from './requestState';
import { noteWait } from './waitNote';
import { catchUp, renewLinks } from './whatWasSent';

type Lanes = [
	notify: INodeExecutionData[],
	accepted: INodeExecutionData[],
	returned: INodeExecutionData[],
	noDecision: INodeExecutionData[],
];

/**
 * One run of the node. The first run sends the request out by Notify. Each time the channel's answer
 * comes back, the run waits for the next milestone; on the timer n8n forwards the message prepared
 * for it to Notify, which loops back again, as do a forward and a vote. After the last milestone
 * nobody is left to ask. In an execution that was retried after a crash, the request goes out again,
 * because the links that people have are of the execution that crashed.
 */
export async function askReceivers(context: IExecuteFunctions, now: Instant): Promise<Lanes> {
	const node = context.getContext('node');
	const key = await readSealKey(context);
	const known = readState(node);
	if (known === undefined || isNewHandoff(context, known)) {
		return startRequest(context, { round: (known?.handoff.request.round ?? 0) + 1, now, key });
	}
	const current = catchUp(context, known, now);
	const renewed = renewLinks(context, current);
	const state = renewed ?? current;
	writeState(node, state);
	await letOthersFindItTaken(known, current);
	if (renewed !== undefined)
		return [requestItems(context, readItem(node), { asking: state }), [], [], []];
	const milestone = nextRequestMilestone(state.handoff.request, state.escalateTo.length > 0);
	if (milestone === undefined) return closeRequest(context, state, { now, key });
	return await awaitMilestone(context, { state, milestone, now, key });
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

/** When a step is made, and what seals its ledger row, if rows are sealed. */
interface Step {
	now: Instant;
	key: string | undefined;
}

function startRequest(
	context: IExecuteFunctions,
	{ round, now, key }: Step & { round: number },
): Lanes {
	requireSupportedHost();
	const items = context.getInputData();
	requireOneHandoff(items.length);
	requireClosedLoop(context);
	const { handoff, receivers, acceptancesNeeded, inTurn, fallbackTarget, page } =
		readParameters(context);
	const { clock, target } = requestClock(handoff, { fallbackTarget, now });
	const asked = openRequest(handoff, {
		receivers,
		clock,
		round,
		now,
		acceptancesNeeded,
		inTurn,
		signLink: ({ email }) => linkFor(context, email, round),
	});
	const state: RequestState = {
		...page,
		handoff: sealHandoff(asked, key),
		escalateTo: target.escalateTo,
	};
	const node = context.getContext('node');
	keepItem(node, items[0] ?? { json: {} });
	writeState(node, state);
	return [requestItems(context, readItem(node), { asking: state }), [], [], []];
}

function closeRequest(context: IExecuteFunctions, state: RequestState, { now, key }: Step): Lanes {
	const handoff = sealHandoff(leaveUnanswered(state.handoff, now), key);
	const document = expiredDocument(handoff, state.escalateTo, commonLocale(state));
	return [[], [], [], [messageItem(readItem(context.getContext('node')), handoff, document)]];
}

/** Waits for a milestone; one that passed while n8n was down is told at once instead. */
async function awaitMilestone(
	context: IExecuteFunctions,
	{ state, milestone, now, key }: Step & { state: RequestState; milestone: RequestMilestone },
): Promise<Lanes> {
	const due = Date.parse(milestone.dueAt);
	const reminded = fireMilestone(state.handoff, milestone, Math.max(due, now));
	const handoff = sealHandoff(reminded, key);
	const kept = readItem(context.getContext('node'));
	const reminders = milestoneItems(kept, { ...state, handoff }, milestone);
	if (due <= now) return [reminders, [], [], []];
	prepareTimer(context, reminders);
	noteWait(context, state.handoff.request);
	await context.putExecutionToWait(new Date(due));
	return [[], [], [], []];
}

/**
 * On a timer n8n does not run this node again: it forwards the node's input to the first output. So
 * the input becomes the message that is due then. The source is repeated for each output because
 * n8n pairs items of output N with source N when the execution resumes.
 */
function prepareTimer(context: IExecuteFunctions, messages: INodeExecutionData[]): void {
	const execution = context.getExecuteData();
	const [source] = execution.source?.main ?? [];
	if (execution.source !== null && source) {
		execution.source.main = [source, { ...source }, { ...source }, { ...source }];
	}
	execution.data.main = [messages];
}
