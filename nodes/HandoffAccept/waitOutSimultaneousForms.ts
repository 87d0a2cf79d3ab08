import { sleep } from 'n8n-workflow';
import { openQuestionsIn } from '../domain/handoff/askedQuestion';
import type { RequestState } from './requestState';

/** Many times longer than n8n takes from reading an execution to claiming it. */
const HOLDS_MS = 1_500;

/**
 * Holds the execution for a moment after a vote, a forward, a question or an answer. n8n reads an execution when a form
 * arrives and claims it a little later, and goes on from what it had read. If another vote came and
 * the execution waited again in between, that vote would be gone although its sender was thanked. So
 * it waits again only when every form that was read before has found it taken, and its sender has
 * been asked to send again. A decision needs no such pause: nothing waits after it.
 */
export async function waitOutSimultaneousForms(
	before: RequestState,
	current: RequestState,
): Promise<void> {
	const [old, now] = [before.handoff.request, current.handoff.request];
	const answered =
		now.votes.length !== old.votes.length ||
		now.forwards.length !== old.forwards.length ||
		openQuestionsIn(now.questions).length !== openQuestionsIn(old.questions).length;
	if (answered) await sleep(HOLDS_MS);
}
