import { formatInstant, formatInstantInZone } from '../base/instant';
import type { LedgerEvent } from '../ledger/ledgerEvent';
import type { MessageDocument } from '../message/document';
import { formatEnd, formatStanding } from './formatStanding';
import { readHistory, type HandoffHistory } from './handoffHistory';
import { handoffsOf } from './handoffsOf';
import { openHandoffs, whatItIsAbout } from './openHandoffs';
import { formatHoursAndMinutes } from './formatFigures';
import { formatEvent } from './formatEvent';

/** One step of a handoff in words. */
export interface TimelineEntry {
	at: string;
	/** The same in the zone of the reader. */
	when: string;
	type: LedgerEvent['type'];
	attempt: number;
	said: string;
	details: string[];
}

export interface Timeline {
	handoffId: string;
	policyId: string;
	recordSystem: string;
	recordType: string;
	recordId: string;
	recordUrl: string;
	sendingTeam: string;
	receivingTeam: string;
	/** Where it stands, in a sentence. */
	standing: string;
	/** Business minutes that each team has had the ball, as of the last row. */
	senderMinutes: number;
	receiverMinutes: number;
	entries: TimelineEntry[];
}

export interface TimelineOptions {
	timezone: string;
	people?: boolean;
}

/**
 * What happened to one handoff, step by step, in words.
 *
 * @param rows rows as `readRows` gives them; rows of other handoffs are passed over
 * @returns undefined when no row is of that handoff
 */
export function buildTimeline(
	rows: readonly LedgerEvent[],
	{ handoffId, now }: { handoffId: string; now: number },
	options: TimelineOptions,
): Timeline | undefined {
	const own = rows.filter((row) => row.handoffId === handoffId);
	const [events = []] = handoffsOf(own);
	const history = readHistory(events);
	if (history === undefined) return undefined;
	const { after } = history;
	const [open] = openHandoffs(own, now);
	return {
		...whatItIsAbout(history),
		standing: open === undefined ? formatEnd(history) : formatStanding(open, options.timezone),
		senderMinutes: Math.max(...events.map(({ senderMinutes }) => senderMinutes)),
		receiverMinutes: Math.max(...events.map(({ receiverMinutes }) => receiverMinutes)),
		entries: events.map((event) => timelineEntry(event, { ...options, after })),
	};
}

function timelineEntry(
	event: LedgerEvent,
	options: TimelineOptions & Pick<HandoffHistory, 'after'>,
): TimelineEntry {
	const { said, details } = formatEvent(event, options);
	return {
		at: formatInstant(event.at),
		when: formatInstantInZone(event.at, options.timezone),
		type: event.type,
		attempt: event.attempt,
		said,
		details: options.after.includes(event) ? ['After it had been accepted', ...details] : details,
	};
}

/** The timeline as a message for any channel. */
export const describeTimeline = (timeline: Timeline): MessageDocument => ({
	kind: 'alert',
	to: [],
	subject: `Handoff of ${formatRecord(timeline)} from ${timeline.sendingTeam} to ${timeline.receivingTeam}`,
	blocks: [
		{ kind: 'paragraph', text: timeline.standing },
		{
			kind: 'list',
			entries: timeline.entries.map(({ when, said, details }) => ({
				text: `${when}: ${said}`,
				details,
			})),
		},
		{
			kind: 'facts',
			facts: [
				timeWith(timeline.sendingTeam, timeline.senderMinutes),
				timeWith(timeline.receivingTeam, timeline.receiverMinutes),
			],
		},
		...(timeline.recordUrl === ''
			? []
			: [
					{
						kind: 'buttons' as const,
						buttons: [{ label: 'Open the record', url: timeline.recordUrl }],
					},
				]),
	],
});

const timeWith = (team: string, minutes: number) => ({
	label: `Time with ${team}`,
	value: formatHoursAndMinutes(minutes),
});

export const formatRecord = ({
	recordSystem,
	recordType,
	recordId,
}: Pick<Timeline, 'recordSystem' | 'recordType' | 'recordId'>): string =>
	[recordSystem, recordType, recordId].filter((part) => part !== '').join(' ');
