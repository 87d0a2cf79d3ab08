import type { Instant } from '../base/instant';
import { writeRow } from '../ledger/writeRow';
import { renderMessage } from '../message/renderMessage';
import type { Clock } from '../time/clock';
import { factsOf } from './clockRow';
import type { TimedHandoff } from './handoffClock';
import { clocksOf } from './otherClocks';
import { revisionNotice } from './revisionNotice';

/**
 * One handoff for each of its clocks that was agreed anew just now, each with the row `sla.revised`,
 * which says what that did to minutes and deadline, and with a message for the side concerned.
 *
 * @param handoff as it stands after the change
 * @param before the clock as it was stored before
 */
export function announceRevisions(
	handoff: TimedHandoff,
	before: Clock,
	at: Instant,
): TimedHandoff[] {
	const known = clocksOf({ ...handoff, clock: before });
	return clocksOf(handoff).flatMap((clock) => {
		const same = known.find(
			({ name, startedAt }) => name === clock.name && startedAt === clock.startedAt,
		);
		const revisions = clock.revisions ?? [];
		const revision = revisions.at(-1);
		if (revision === undefined || revisions.length === (same?.revisions?.length ?? 0)) return [];
		const event = writeRow(handoff, {
			type: 'sla.revised',
			at,
			discriminator: [clock.name, clock.startedAt, revisions.length].join(':'),
			data: { ...factsOf(clock), revision },
		});
		const message = renderMessage(revisionNotice(handoff, { clock, revision }));
		return [{ ...handoff, event, message }];
	});
}
