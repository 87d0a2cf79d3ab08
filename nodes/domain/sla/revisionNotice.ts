import type { Handoff } from '../handoff/envelope';
import type { MessageDocument } from '../message/document';
import type { Clock } from '../time/clock';
import type { Revision } from '../time/revision';
import { formatDuration } from '../time/voice';
import { MINUTE } from '../time/wallClock';
import { explained, formatAt, sayOf, toldClock, toTell } from './toldClock';

/** Tells the side concerned that its target or working hours have changed, and with them the deadline. */
export function revisionNotice(
	handoff: Handoff,
	{ clock, revision }: { clock: Clock; revision: Revision },
): MessageDocument {
	const told = toldClock(handoff, clock);
	const { wording } = told;
	const { before, after } = revision.deadline;
	const { minutes } = revision;
	const allowed = (amount: number) => formatDuration(amount * MINUTE, wording);
	return {
		kind: 'alert',
		to: toTell(handoff, clock.side, wording),
		wording,
		subject: sayOf(told, wording.revisedSubject),
		blocks: [
			{ kind: 'heading', text: sayOf(told, wording.revisedDue, { due: formatAt(after, told) }) },
			{
				kind: 'facts',
				facts: [
					{ label: wording.labelDueBefore, value: formatAt(before, told) },
					{ label: wording.labelDueNow, value: formatAt(after, told) },
					{ label: wording.labelTimeBefore, value: allowed(minutes.before) },
					{ label: wording.labelTimeNow, value: allowed(minutes.after) },
				],
			},
			...explained(told, revision.at),
		],
	};
}
