import type { IExecuteFunctions } from 'n8n-workflow';
import type { Handoff } from '../domain/handoff/envelope';
import { requestEnvelopes } from '../domain/acceptance/envelopes';
import type { News } from '../domain/acceptance/openQuestion';
import { settleQuestion } from '../domain/acceptance/settleQuestion';
import type { LedgerStore } from '../shared/ledger/ledgerStore';
import { awaitMilestone } from './awaitMilestone';
import { readSent } from './bringUpToDate';
import { messageItem } from './messageItem';
import { recordRows } from './recordRows';
import { hasOtherLinks } from './renewLinks';
import { readItem, writeState, type RequestState } from './requestState';
import { lanesOf, type Lane, type Lanes, type RunStep } from './step';

/**
 * Goes on with a question whose answers are kept in the ledger: what has happened since is recorded
 * first, and then something follows from it. In an execution that was retried after a crash, a
 * question that is still open goes out again, because the links that people have are of the other.
 */
export async function continueByLedger(
	context: IExecuteFunctions,
	state: RequestState,
	{ store, ...step }: RunStep & { store: LedgerStore },
): Promise<Lanes> {
	if (state.isOver === true) return lanesOf('notify', []);
	const known = await store.rows([state.handoff.id]);
	const settled = settleQuestion(state, newsOf(context, state), { ...step, rows: known });
	await recordRows(store, settled.rows, known);
	const { handoff, then } = settled;
	const isOver = 'tell' in then && then.isOver;
	const current: RequestState = { ...state, handoff, ...(isOver ? { isOver } : {}) };
	const node = context.getContext('node');
	writeState(node, current);
	const leave = (lane: Lane, envelopes: readonly Handoff[]): Lanes => {
		const kept = readItem(node);
		return lanesOf(
			lane,
			envelopes.map((envelope) => messageItem(kept, envelope)),
		);
	};
	if ('leavesBy' in then) return leave(then.leavesBy, [then.envelope]);
	if ('tell' in then) return leave('notify', then.tell);
	if (hasOtherLinks(handoff.request.links, state.handoff.request.links))
		return leave('notify', requestEnvelopes(current, step.sign));
	return await awaitMilestone(context, { state: current, milestone: then.wait, ...step });
}

function newsOf(context: IExecuteFunctions, state: RequestState): News {
	const { firedMilestones, received = {} } = readSent(context, state).request;
	return { firedMilestones, ...received };
}
