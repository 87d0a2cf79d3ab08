import type { IExecuteFunctions } from 'n8n-workflow';
import { HandoffProblem } from '../domain/base/problem';
import { approvalRequests } from '../domain/fixing/approvalEnvelopes';
import { pendingExceptions } from '../domain/fixing/pendingExceptions';
import { fixRequests } from '../domain/fixing/fixEnvelopes';
import type { FixNews } from '../domain/fixing/recordFixNews';
import { settleFix, type SettledFix } from '../domain/fixing/settleFix';
import type { Handoff } from '../domain/handoff/envelope';
import type { LedgerStore } from '../shared/ledger/ledgerStore';
import { openLedger } from '../shared/ledger/openLedger';
import { recordRows } from '../shared/ledger/recordRows';
import { toNodeError } from '../shared/nodeErrors';
import { readItem } from '../shared/waiting/memory';
import { messageItem } from '../shared/waiting/messageItem';
import { awaitFixMilestone, toNotify, waitOn } from './awaitFixMilestone';
import { writeFixState, type FixState } from './fixState';
import { fixLanes, type FixLanes } from './lanes';
import { readFixNews } from './readFixNews';
import type { FixRun } from './startFix';

/**
 * Goes on with a request to the fixers: what has happened since is recorded first, where the ledger
 * is kept, and then something follows from it.
 */
export async function continueFix(
	context: IExecuteFunctions,
	state: FixState,
	run: FixRun,
): Promise<FixLanes> {
	const news = readFixNews(context, state);
	if (state.isOver === true && news.failure === undefined) return fixLanes({});
	const isKept = state.handoff.fixing.askedBy !== undefined;
	const store = isKept ? openLedger(context, state.handoff) : undefined;
	try {
		return await settle(context, state, { ...run, news, store });
	} catch (thrown) {
		const waiting =
			thrown instanceof HandoffProblem ? await waitOn(context, state, { ...run, news }) : undefined;
		if (waiting === undefined) throw toNodeError(context.getNode(), thrown);
		return waiting;
	}
}

type Going = FixRun & { news: FixNews; store: LedgerStore | undefined };

async function settle(
	context: IExecuteFunctions,
	state: FixState,
	{ news, store, ...run }: Going,
): Promise<FixLanes> {
	const known = await store?.rows([state.handoff.id]);
	const settled = settleFix(state, news, { ...run, rows: known });
	const { rows, then } = settled;
	if (store !== undefined && known !== undefined) await recordRows(store, rows, known);
	const node = context.getContext('node');
	const current = movedOn(state, settled, news);
	writeFixState(node, current);
	if ('wait' in then) {
		if (hasNewLinks(state, current)) return toNotify(context, askedAgain(current, run.sign));
		return await awaitFixMilestone(context, current, { ...run, milestone: then.wait });
	}
	const kept = readItem(node);
	// Where no ledger is kept, the rows leave with the items.
	const left = store === undefined ? [...rows] : [];
	const itemsOf = (envelopes: readonly Handoff[]) =>
		envelopes.map((envelope) =>
			messageItem(kept, { ...envelope, event: left.shift() ?? envelope.event }),
		);
	return fixLanes({
		changed: itemsOf(then.changed === undefined ? [] : [then.changed]),
		notify: itemsOf(then.notify),
		noAnswer: itemsOf(then.noAnswer === undefined ? [] : [then.noAnswer]),
	});
}

/** Fixers and approvers get links of this execution. */
const askedAgain = (state: FixState, sign: FixRun['sign']): Handoff[] => [
	...fixRequests(state),
	...approvalRequests(state, pendingExceptions(state.handoff), sign),
];

/** What the node remembers from now on. */
function movedOn(state: FixState, { handoff, then }: SettledFix, { received }: FixNews): FixState {
	const isWritten = (received?.changes.length ?? 0) > 0;
	const lastSent = isWritten ? received : state.lastSent;
	return {
		...state,
		handoff,
		isOver: 'isOver' in then && then.isOver,
		...(lastSent === undefined ? {} : { lastSent }),
	};
}

/** In an execution that n8n retries, people need other links than those that were sent. */
const hasNewLinks = ({ handoff: before }: FixState, { handoff }: FixState): boolean =>
	handoff.fixing.links.some(({ url }, place) => before.fixing.links[place]?.url !== url);
