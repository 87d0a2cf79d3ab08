import { formatInstantInZone } from '../base/instant';
import { formatHoursAndMinutes } from './formatFigures';
import type { HandoffHistory } from './handoffHistory';
import type { OpenHandoff } from './openHandoffs';

/** Where a handoff stands about which nobody needs to act, in a sentence. */
export function formatEnd({
	end,
	accepted,
	last: { receivingTeam: team },
}: HandoffHistory): string {
	if (end?.type === 'handoff.withdrawn') return `It is not to be handed over to ${team} any more.`;
	if (accepted === undefined) return `The work of ${team} is set up.`;
	return end?.type === 'handoff.done'
		? `Accepted by ${team} on attempt ${accepted.attempt}, and set up.`
		: `Accepted by ${team} on attempt ${accepted.attempt}.`;
}

/** Who has to act about an open handoff, since when and by when. */
export function formatStanding(open: OpenHandoff, timezone: string): string {
	const { team, waitingMinutes, dueAt, late, acceptedAt } = open;
	const due = dueAt === undefined ? '' : formatInstantInZone(Date.parse(dueAt), timezone);
	return [
		`${team || 'Nobody'} has the ball for ${formatHoursAndMinutes(waitingMinutes)} now.`,
		due !== '' && (late ? `It was due ${due}.` : `It is due ${due}.`),
		acceptedAt !== undefined &&
			`It had been accepted ${formatInstantInZone(Date.parse(acceptedAt), timezone)}.`,
	]
		.filter(Boolean)
		.join(' ');
}
