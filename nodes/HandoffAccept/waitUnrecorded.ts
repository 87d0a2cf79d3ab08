import type { IExecuteFunctions } from 'n8n-workflow';
import type { News } from '../domain/acceptance/openQuestion';
import { nextMoment } from '../domain/acceptance/asking/moments';
import { awaitMoment } from './awaitMoment';
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
	const { decision, forward, question, answer } = news;
	if ([decision, forward, question, answer].some((one) => one !== undefined)) return undefined;
	if (context.getMode() === 'retry') return undefined;
	const current = bringUpToDate(context, state, step);
	const { request } = current.handoff;
	const moment = nextMoment(request, state.escalateTo.length > 0);
	if (moment === undefined) return undefined;
	writeState(context.getContext('node'), current);
	return await awaitMoment(context, { state: current, moment, ...step });
}
