import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';
import { noteLate } from '../domain/acceptance/milestones';
import { withTimeStood } from '../domain/acceptance/asking/timeStood';
import { handoffSchema } from '../domain/handoff/envelope';
import { requestSchema } from '../domain/handoff/request';
import { withForwardedLinks } from '../domain/acceptance/receivers';
import { linkFor } from '../domain/handoff/signedLinks';
import { HandoffProblem } from '../domain/base/problem';
import { sentExpression } from '../shared/waiting/memory';
import type { RequestState } from './requestState';
import type { RunStep } from './step';

const sentSchema = z.object({
	request: requestSchema.pick({
		round: true,
		milestones: true,
		firedMilestones: true,
		forwards: true,
		votes: true,
		questions: true,
		received: true,
	}),
	turns: handoffSchema.shape.turns,
	ballWith: handoffSchema.shape.ballWith,
	seal: z.string().optional(),
});

/**
 * The state with what has happened since it was written. A timer, a forward, a vote, a
 * question and its answer all resume
 * the execution without running this node: what they changed stands in the item that they sent out
 * by Notify, and n8n keeps that item in the run of this node. The channel's answer is not asked.
 *
 * @throws HandoffProblem when this node was reached without anything sent: then waiting on would be
 * a guess
 */
export function bringUpToDate(
	context: IExecuteFunctions,
	state: RequestState,
	{ now, sign }: Pick<RunStep, 'now' | 'sign'>,
): RequestState {
	const sent = readSent(context, state);
	const { request } = state.handoff;
	const told = noteLate({ ...request, ...sent.request }, request.firedMilestones, now);
	const current = withForwardedLinks(told, (email) => linkFor(sign, email, request.round));
	const { turns, ballWith, seal } = sent;
	const handoff = { ...state.handoff, request: current, turns, ballWith, seal };
	return { ...state, handoff: withTimeStood(handoff, state.clock, now) };
}

/**
 * What was sent out by Notify last.
 *
 * @throws HandoffProblem when nothing was
 */
export function readSent(
	context: IExecuteFunctions,
	{ handoff: { request } }: RequestState,
): z.infer<typeof sentSchema> {
	const sent = sentSchema.safeParse(
		context.evaluateExpression(sentExpression(context.getNode().name), 0),
	);
	if (sent.success && sent.data.request.round === request.round) return sent.data;
	throw new HandoffProblem(
		'The handoff came back without its envelope after it had been decided',
		'Keep the member “handoff” on the item on its way back to Handoff Accept.',
	);
}
