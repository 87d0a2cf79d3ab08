import type { IExecuteFunctions } from 'n8n-workflow';
import type { News } from '../domain/acceptance/openQuestion';
import { nextRequestMilestone } from '../domain/acceptance/reminders';
import { awaitMilestone } from './awaitMilestone';
import { bringUpToDate } from './bringUpToDate';
import { writeState, type RequestState } from './requestState';
import type { Lanes, RunStep } from './step';

/**
 * Waits on although the ledger cannot be reached, where nothing is lost by that: nobody has answered,
 * and a reminder that went out is recorded with the next row. A question must not end because of it.
 *
 * @returns undefined when something has to be recorded before anything may follow: an answer, the end
 * of the question, or that an execution that died asks again
 */
export async function waitUnrecorded(
	context: IExecuteFunctions,
	state: RequestState,
	{ news, ...step }: RunStep & { news: News },
): Promise<Lanes | undefined> {
	if (news.decision !== undefined || news.forward !== undefined) return undefined;
	if (context.getMode() === 'retry') return undefined;
	const current = bringUpToDate(context, state, step);
	const { request } = current.handoff;
	const milestone = nextRequestMilestone(request, state.escalateTo.length > 0);
	if (milestone === undefined) return undefined;
	writeState(context.getContext('node'), current);
	return await awaitMilestone(context, { state: current, milestone, ...step });
}
