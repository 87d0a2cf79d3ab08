import { formatInstant, type Instant } from '../instant';
import { writeRow } from '../ledger/writeRow';
import type { AskedHandoff } from './askedHandoff';
import type { AcceptanceRequest, RequestMilestone } from './request';

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
	const fired: AcceptanceRequest = {
		...request,
		firedMilestones: [...request.firedMilestones, milestone.id],
		milestones: request.milestones.map((planned) =>
			planned.id === milestone.id ? { ...planned, firedAt: formatInstant(at) } : planned,
		),
	};
	const reminded: AskedHandoff = { ...handoff, request: fired };
	const late = at - Date.parse(milestone.dueAt) > LATE_MS;
	const event = writeRow(reminded, {
		type: 'handoff.reminded',
		at,
		discriminator: `${request.round}:${milestone.id}`,
		data: {
			round: request.round,
			milestone: milestone.id,
			dueAt: milestone.dueAt,
			...(late ? { late } : {}),
		},
	});
	return { ...reminded, event };
}
