import type { IExecuteFunctions } from 'n8n-workflow';
import { fixMilestoneEnvelopes, nextFixMilestone } from '../domain/fixing/fixMilestones';
import { fixReminded } from '../domain/fixing/fixRows';
import type { FixNews } from '../domain/fixing/recordFixNews';
import type { Handoff } from '../domain/handoff/envelope';
import type { RequestMilestone } from '../domain/handoff/request';
import { sealHandoff } from '../domain/ledger/sealHandoff';
import { readItem } from '../shared/waiting/memory';
import { messageItem } from '../shared/waiting/messageItem';
import { prepareTimer } from '../shared/waiting/prepareTimer';
import type { FixState } from './fixState';
import { FIX_OUTPUTS, fixLanes, type FixLanes } from './lanes';
import type { FixRun } from './startFix';
import { noteFixWait } from './waitNote';

/** These messages by Notify, each with the record as it came in. */
export function toNotify(context: IExecuteFunctions, envelopes: readonly Handoff[]): FixLanes {
	const kept = readItem(context.getContext('node'));
	return fixLanes({ notify: envelopes.map((envelope) => messageItem(kept, envelope)) });
}

/** Waits for a milestone; one that passed while n8n was down is told at once instead. */
export async function awaitFixMilestone(
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
export async function waitOn(
	context: IExecuteFunctions,
	state: FixState,
	{ news, ...run }: FixRun & { news: FixNews },
): Promise<FixLanes | undefined> {
	const { received, approval, failure } = news;
	if ([received, approval, failure].some((one) => one !== undefined)) return undefined;
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
