import { formatInstant, type Instant } from '../base/instant';
import { writeRow } from '../ledger/writeRow';
import type { AskedHandoff } from '../handoff/askedHandoff';
import type { AcceptanceRequest, RequestMilestone } from '../handoff/request';
import { questionOf } from './questionOf';

/** From then on a milestone counts as told late: n8n itself may be a minute late. */
const LATE_MS = 2 * 60 * 1000;

/**
 * Marks a milestone as told, and writes its ledger row `handoff.reminded`.
 *
 * @param at when it is told: its due time, or now when n8n was down over it
 */
export function fireMilestone(
	handoff: AskedHandoff,
	milestone: RequestMilestone,
	at: Instant,
): AskedHandoff {
	const { request } = handoff;
	const fired = toldAt(request, milestone.id, at);
	const firedMilestones = [...request.firedMilestones, milestone.id];
	const reminded: AskedHandoff = { ...handoff, request: { ...fired, firedMilestones } };
	const late = isLate(milestone, at);
	const event = writeRow(reminded, {
		type: 'handoff.reminded',
		at,
		discriminator: `${request.round}:${milestone.id}`,
		data: {
			...questionOf(request),
			milestone: milestone.id,
			dueAt: milestone.dueAt,
			...(late ? { late } : {}),
		},
	});
	return { ...reminded, event };
}

/** Timers of n8n are not exact. */
const AT_MOST_EARLY_MS = 10_000;

/**
 * Whether its time has not come. What n8n was waiting for goes out at once when it retries an
 * execution that died while somebody answered; a question must not end by that.
 */
export const isEarly = ({ dueAt }: Pick<RequestMilestone, 'dueAt'>, now: Instant): boolean =>
	Date.parse(dueAt) - now > AT_MOST_EARLY_MS;

const isLate = ({ dueAt }: Pick<RequestMilestone, 'dueAt'>, at: Instant): boolean =>
	at - Date.parse(dueAt) > LATE_MS;

/** The request with a milestone that was told then. */
export const toldAt = (request: AcceptanceRequest, id: string, at: Instant): AcceptanceRequest => ({
	...request,
	milestones: request.milestones.map((planned) => {
		if (planned.id !== id) return planned;
		const late = isLate(planned, at);
		return { ...planned, firedAt: formatInstant(at), ...(late ? { late } : {}) };
	}),
});

/**
 * Puts right when a reminder went out for which n8n was waiting while it was down. Such a reminder is
 * written ahead for its due time and sent by n8n as it comes back; when its message has gone round,
 * it is known that it was late. Its ledger row is out by then and keeps the time that was planned.
 *
 * @param before the milestones that were known to be told when the wait began
 * @param now when the message has come back from the channel
 */
export function noteLate(
	request: AcceptanceRequest,
	before: readonly string[],
	now: Instant,
): AcceptanceRequest {
	const told = request.firedMilestones.filter((id) => !before.includes(id));
	return request.milestones
		.filter(({ id, late }) => told.includes(id) && late !== true)
		.filter((milestone) => isLate(milestone, now))
		.reduce((noted, { id }) => toldAt(noted, id, now), request);
}
