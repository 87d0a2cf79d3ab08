import type { Person } from '../base/message';
import type { Handoff } from '../handoff/envelope';
import { fill, type Wording } from '../language/wording';
import type { MessageBlock } from '../message/document';
import { recordButton } from '../message/recordButton';
import type { Clock } from '../time/clock';
import { explainFor } from '../time/explainFor';
import { formatTime } from '../wording/formatTime';
import { policyWording, receiverWording, senderWording } from '../wording/readerWording';
import { recordTitle } from '../wording/recordTitle';
import { receiversToTell, sendersToTell } from '../wording/whomToTell';

/** What is told about a clock, and in which words. */
export interface ToldClock {
	handoff: Handoff;
	clock: Clock;
	wording: Wording;
}

/** A clock in the language of its side, or in that of the policy for others. */
export function toldClock(handoff: Handoff, clock: Clock, toOthers = false): ToldClock {
	const own = clock.side === 'sender' ? senderWording : receiverWording;
	return { handoff, clock, wording: (toOthers ? policyWording : own)(handoff) };
}

/** A text about the clock, with the title of the record and the name of the clock at hand. */
export const sayOf = ({ handoff, clock, wording }: ToldClock, text: string, values = {}): string =>
	fill(text, { title: recordTitle(handoff.record, wording), clock: clock.name, ...values });

/** An instant, given as ISO text, in the zone of the clock. */
export const formatAt = (
	at: string,
	{ clock, wording }: ToldClock,
	zone = clock.calendar.timezone,
): string => formatTime(Date.parse(at), zone, wording);

/** Why it is due then, and where the record is. */
export const explained = ({ handoff, clock, wording }: ToldClock, at: string): MessageBlock[] => [
	{
		kind: 'list',
		entries: explainFor(wording, clock, Date.parse(at)).map((text) => ({ text })),
	},
	...recordButton(handoff.record, wording.recordButton),
];

/** Those of the side that has the ball. */
export const toTell = (handoff: Handoff, side: Clock['side'], wording: Wording): Person[] =>
	side === 'sender' ? sendersToTell(handoff, wording) : receiversToTell(handoff, wording);
