import { formatInstantInZone } from '../base/instant';
import { instantOf } from '../ledger/cells';
import type { LedgerEvent } from '../ledger/ledgerEvent';
import { joinWords } from './formatFigures';

/** What happened as a sentence, and what else is known of it. */
export interface EventText {
	said: string;
	details: string[];
}

/** Who reads the timeline. */
export interface TimelineReader {
	timezone: string;
	/** Whether people may be named, and their own words repeated. */
	people?: boolean;
}

export const formatActor = ({ actor }: LedgerEvent, { people }: TimelineReader): string =>
	people && actor !== '' ? ` (${actor})` : '';

export const formatReasons = ({ reasons }: LedgerEvent, { people }: TimelineReader): string[] =>
	reasons.map(({ label, field, note }) =>
		[label, field && `(${field})`, people && note !== '' && `– ${note}`].filter(Boolean).join(' '),
	);

export const formatList = (label: string, words: readonly string[] | undefined): string[] =>
	words === undefined || words.length === 0 ? [] : [`${label}: ${joinWords(words)}`];

export const formatDue = (
	label: string,
	at: string | undefined,
	{ timezone }: TimelineReader,
): string[] => {
	const due = instantOf(at);
	return due === undefined ? [] : [`${label}: ${formatInstantInZone(due, timezone)}`];
};
