import type { Handoff } from '../handoff/envelope';
import { formatInstant, type Instant } from '../base/instant';
import { writeRow } from '../ledger/writeRow';
import { passBall } from '../handoff/turns';
import type { Decision } from '../handoff/decision';
import { questionOf } from './questionOf';
import { earlierCorrections } from './rejudge';

/**
 * Records what a person of the receiving team decided. Accepted: nobody has the ball any more.
 * Returned: the sender has it.
 */
export function recordDecision(handoff: Handoff, own: Decision, now: Instant): Handoff {
	const decision = withEarlierCorrections(handoff, own);
	const ballWith = decision.kind === 'accepted' ? 'nobody' : 'sender';
	const decided: Handoff = {
		...handoff,
		ballWith,
		turns: passBall(handoff.turns, ballWith, now),
		decision,
		outcome: decision.kind,
	};
	const event = writeRow(decided, {
		type: decision.kind === 'accepted' ? 'handoff.accepted' : 'handoff.returned',
		at: now,
		discriminator: String(handoff.request?.round ?? 1),
		actor: decision.by.email,
		proof: decision.by.proof,
		fields: decision.reasons.flatMap(({ field }) => (field === undefined ? [] : [field])),
		reasons: decision.reasons,
		data: {
			...questionOf(handoff.request ?? { round: 1 }),
			by: decision.by.name,
			checklist: decision.checklist,
			votes: (handoff.request?.votes ?? []).map(({ by, at }) => ({ ...by, at })),
			...(decision.corrections === undefined ? {} : { corrections: decision.corrections }),
			...(decision.comment === undefined ? {} : { comment: decision.comment }),
		},
	});
	const minutes = { sender: event.senderMinutes, receiver: event.receiverMinutes };
	return { ...decided, decision: { ...decision, minutes }, event };
}

/** What the people who accepted before have corrected counts with the decision. */
function withEarlierCorrections(handoff: Handoff, decision: Decision): Decision {
	const earlier = decision.kind === 'accepted' ? earlierCorrections(handoff) : [];
	if (earlier.length === 0) return decision;
	return { ...decision, corrections: [...earlier, ...(decision.corrections ?? [])] };
}

/**
 * Ends a request that nobody answered. There is an outcome but no decision, and the ball stays with
 * the receiving team: silence never accepts and never returns.
 */
export function leaveUnanswered(handoff: Handoff, now: Instant): Handoff {
	const unanswered: Handoff = { ...handoff, outcome: 'noDecision' };
	const event = writeRow(unanswered, {
		type: 'handoff.unanswered',
		at: now,
		discriminator: String(handoff.request?.round ?? 1),
		data: {
			...questionOf(handoff.request ?? { round: 1 }),
			requestedAt: handoff.request?.requestedAt ?? formatInstant(now),
			firedMilestones: handoff.request?.firedMilestones ?? [],
		},
	});
	return { ...unanswered, event };
}
