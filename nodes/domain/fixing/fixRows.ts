import type { Instant } from '../base/instant';
import type { Change } from '../handoff/change';
import type { FixRequest, SentChanges } from '../handoff/fixing';
import type { RequestMilestone } from '../handoff/request';
import { writeRow } from '../ledger/writeRow';
import type { FixHandoff } from './gaps';

/**
 * What every row of a request says of it. Executions that ask about different gaps of one attempt are
 * told apart by who asks.
 */
export function fixQuestionOf({ round, askedBy, gaps }: FixRequest) {
	return {
		key: `${round}:${askedBy ?? ''}`,
		data: { round, ...(askedBy === undefined ? {} : { askedBy }), gaps },
	};
}

/** The handoff with a milestone told, and its row `fix.reminded`. */
export function fixReminded(
	handoff: FixHandoff,
	{ id, dueAt }: RequestMilestone,
	at: Instant,
): FixHandoff {
	const { fixing } = handoff;
	const firedMilestones = [...fixing.firedMilestones, id];
	const reminded: FixHandoff = { ...handoff, fixing: { ...fixing, firedMilestones } };
	const { key, data } = fixQuestionOf(fixing);
	const event = writeRow(reminded, {
		type: 'fix.reminded',
		at,
		discriminator: `${key}:${id}`,
		data: { ...data, milestone: id, dueAt },
	});
	return { ...reminded, event };
}

/** The handoff with what somebody sent, and its row `fix.answered`. */
export function fixAnswered(handoff: FixHandoff, sent: SentChanges): FixHandoff {
	const fixing = { ...handoff.fixing, received: undefined };
	const changes = [...fixing.changes, ...sent.changes];
	const answered: FixHandoff = { ...handoff, fixing: { ...fixing, changes } };
	const { key, data } = fixQuestionOf(fixing);
	const event = writeRow(answered, {
		type: 'fix.answered',
		at: Date.parse(sent.at),
		discriminator: `${key}:${sent.at}:${sent.by.email}`,
		actor: sent.by.email,
		proof: sent.by.proof,
		fields: sent.changes.map(({ field }) => field),
		data: {
			...data,
			gaps: idsOf(sent),
			changes: sent.changes.map(({ field, label, from, to }) => ({ field, label, from, to })),
			...(sent.comment === undefined ? {} : { comment: sent.comment }),
		},
	});
	return { ...answered, event };
}

/** The handoff with what could not be written open again, and its row `fix.notWritten`. */
export function fixNotWritten(
	handoff: FixHandoff,
	{ sent, error, at }: { sent: SentChanges; error: string; at: Instant },
): FixHandoff {
	const { fixing } = handoff;
	const isSent = (change: Change) =>
		change.at === sent.at && sent.changes.some(({ field }) => field === change.field);
	const changes = fixing.changes.filter((change) => !isSent(change));
	const open: FixHandoff = { ...handoff, fixing: { ...fixing, changes } };
	const { key, data } = fixQuestionOf(fixing);
	const event = writeRow(open, {
		type: 'fix.notWritten',
		at,
		discriminator: `${key}:${sent.at}`,
		data: { ...data, gaps: idsOf(sent), error },
	});
	return { ...open, event };
}

/** The handoff that nobody completed in time, and its row `fix.unanswered`. */
export function fixUnanswered(handoff: FixHandoff, gaps: string[], at: Instant): FixHandoff {
	const { key, data } = fixQuestionOf(handoff.fixing);
	const event = writeRow(handoff, {
		type: 'fix.unanswered',
		at,
		discriminator: key,
		data: { ...data, gaps, requestedAt: handoff.fixing.requestedAt },
	});
	return { ...handoff, event };
}

const idsOf = ({ changes }: SentChanges): string[] => [
	...new Set(changes.flatMap(({ requirements }) => requirements)),
];
