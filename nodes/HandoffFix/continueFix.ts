import type { IExecuteFunctions } from 'n8n-workflow';
import { HandoffProblem } from '../domain/base/problem';
import { fixRequests } from '../domain/fixing/fixEnvelopes';
import { fixMilestoneEnvelopes, nextFixMilestone } from '../domain/fixing/fixMilestones';
import { fixReminded } from '../domain/fixing/fixRows';
import type { FixNews } from '../domain/fixing/recordFixNews';
import { settleFix, type SettledFix } from '../domain/fixing/settleFix';
import type { Handoff } from '../domain/handoff/envelope';
import type { RequestMilestone } from '../domain/handoff/request';
import { sealHandoff } from '../domain/ledger/sealHandoff';
import type { LedgerStore } from '../shared/ledger/ledgerStore';
import { openLedger } from '../shared/ledger/openLedger';
import { recordRows } from '../shared/ledger/recordRows';
import { toNodeError } from '../shared/nodeErrors';
import { readItem } from '../shared/waiting/memory';
import { messageItem } from '../shared/waiting/messageItem';
import { prepareTimer } from '../shared/waiting/prepareTimer';
import { writeFixState, type FixState } from './fixState';
import { FIX_OUTPUTS, fixLanes, type FixLanes } from './lanes';
import { readFixNews } from './readFixNews';
import type { FixRun } from './startFix';
import { noteFixWait } from './waitNote';

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
		if (hasNewLinks(state, current)) return toNotify(context, fixRequests(current));
		return await awaitFixMilestone(context, current, { ...run, milestone: then.wait });
	}
	const kept = readItem(node);
	const itemsOf = (envelopes: readonly Handoff[]) =>
		envelopes.map((envelope) => messageItem(kept, envelope));
	return fixLanes({
		notify: itemsOf(then.notify),
		changed: itemsOf(then.changed === undefined ? [] : [then.changed]),
		noAnswer: itemsOf(then.noAnswer === undefined ? [] : [then.noAnswer]),
	});
}

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

function toNotify(context: IExecuteFunctions, envelopes: readonly Handoff[]): FixLanes {
	const kept = readItem(context.getContext('node'));
	return fixLanes({ notify: envelopes.map((envelope) => messageItem(kept, envelope)) });
}

/** Waits for a milestone; one that passed while n8n was down is told at once instead. */
async function awaitFixMilestone(
	context: IExecuteFunctions,
	state: FixState,
	{ milestone, now, key, sign }: FixRun & { milestone: RequestMilestone },
): Promise<FixLanes> {
	const due = Date.parse(milestone.dueAt);
	const reminded = fixReminded(state.handoff, milestone, Math.max(due, now));
	// Where the ledger is kept, the row is written when the message has gone out.
	const isKept = state.handoff.fixing.askedBy !== undefined;
	const { event } = isKept ? { event: undefined } : sealHandoff(reminded, key);
	const envelopes = fixMilestoneEnvelopes({ ...state, handoff: reminded }, milestone, sign);
	const lanes = toNotify(
		context,
		envelopes.map((envelope) => ({ ...envelope, event })),
	);
	if (due <= now) return lanes;
	prepareTimer(context, lanes[0], FIX_OUTPUTS.length);
	noteFixWait(context, state.handoff);
	await context.putExecutionToWait(new Date(due));
	return fixLanes({});
}

/**
 * Waits on although the ledger cannot be reached, where nothing is lost by that: nobody has sent
 * anything, and a reminder that went out is recorded with the next row.
 */
async function waitOn(
	context: IExecuteFunctions,
	state: FixState,
	{ news, ...run }: FixRun & { news: FixNews },
): Promise<FixLanes | undefined> {
	if (news.received !== undefined || news.failure !== undefined) return undefined;
	if (context.getMode() === 'retry') return undefined;
	const { handoff } = state;
	const { firedMilestones } = news;
	const current = {
		...state,
		handoff: { ...handoff, fixing: { ...handoff.fixing, firedMilestones } },
	};
	const milestone = nextFixMilestone(current);
	if (milestone === undefined) return undefined;
	return await awaitFixMilestone(context, current, { ...run, milestone });
}
