import type { IExecuteFunctions } from 'n8n-workflow';
import type { Handoff } from '../domain/handoff/envelope';
import type { News } from '../domain/acceptance/openQuestion';
import { HandoffProblem } from '../domain/base/problem';
import { toNodeError } from '../shared/nodeErrors';
import { settleQuestion } from '../domain/acceptance/settleQuestion';
import type { LedgerStore } from '../shared/ledger/ledgerStore';
import { awaitMoment } from './awaitMoment';
import { readSent } from './bringUpToDate';
import { messageItem } from '../shared/waiting/messageItem';
import { recordRows } from '../shared/ledger/recordRows';
import { requireQuestion } from './requireQuestion';
import { askedAnew, hasOtherLinks } from './renewLinks';
import { readItem } from '../shared/waiting/memory';
import { writeState, type RequestState } from './requestState';
import { waitUnrecorded } from './waitUnrecorded';
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
	const news = newsOf(context, state);
	try {
		return await goOn(context, state, { store, news, ...step });
	} catch (thrown) {
		const waiting =
			thrown instanceof HandoffProblem
				? await waitUnrecorded(context, state, { news, ...step })
				: undefined;
		if (waiting === undefined) throw toNodeError(context.getNode(), thrown);
		return waiting;
	}
}

async function goOn(
	context: IExecuteFunctions,
	state: RequestState,
	{ store, news, ...step }: RunStep & { store: LedgerStore; news: News },
): Promise<Lanes> {
	const known = await store.rows([state.handoff.id]);
	await requireQuestion(store, state.handoff, known);
	const settled = settleQuestion(state, news, { ...step, rows: known });
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
	if ('leavesBy' in then) return leave(then.leavesBy, [endedIn(context, then.envelope)]);
	if ('tell' in then) return leave('notify', then.tell);
	if (hasOtherLinks(handoff.request.links, state.handoff.request.links))
		return leave('notify', askedAnew(current, step.sign));
	return await awaitMoment(context, { state: current, moment: then.wait, ...step });
}

/** The envelope says where the question ended: the gate tells by it what a retry may go on with. */
function endedIn(context: IExecuteFunctions, { request, ...envelope }: Handoff): Handoff {
	if (request === undefined) return envelope;
	return { ...envelope, request: { ...request, endedIn: context.getExecutionId() } };
}

function newsOf(context: IExecuteFunctions, state: RequestState): News {
	const { firedMilestones, questions, received = {} } = readSent(context, state).request;
	return { firedMilestones, questions, ...received };
}
