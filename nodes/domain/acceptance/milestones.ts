import { formatInstant, type Instant } from '../instant';
import { writeRow } from '../ledger/writeRow';
import type { AskedHandoff } from './askedHandoff';
import type { AcceptanceRequest, RequestMilestone } from './request';

/** The next milestone of a request that nobody was told about, or undefined when all were. */
export const nextMilestone = (request: AcceptanceRequest): RequestMilestone | undefined =>
	request.milestones.find(({ id }) => !request.firedMilestones.includes(id));

/** Whether a milestone lies at or after the deadline, so that others than the receivers are told. */
export const isEscalation = (milestone: RequestMilestone, request: AcceptanceRequest): boolean =>
	Date.parse(milestone.dueAt) >= Date.parse(request.respondBy);

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
	const event = writeRow(reminded, {
		type: 'handoff.reminded',
		at,
		discriminator: `${request.round}:${milestone.id}`,
		data: { round: request.round, milestone: milestone.id, dueAt: milestone.dueAt },
	});
	return { ...reminded, event };
}
