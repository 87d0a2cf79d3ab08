import { meaningOf } from '../handoff/rowData';
import type { LedgerEventOf } from '../ledger/ledgerEvent';
import { openData } from '../ledger/openData';
import { formatActor, formatList, type EventText, type TimelineReader } from './eventDetails';

type Told = 'waiver.asked' | 'requirement.waived' | 'waiver.refused';

/** What was said about an exception, without people and their words unless they may be named. */
export function formatException(event: LedgerEventOf<Told>, reader: TimelineReader): EventText {
	const { requirementId, reason } = openData(event);
	const expiresAt = event.type === 'waiver.refused' ? undefined : openData(event).expiresAt;
	return {
		said: `${meaningOf(event.type)}${formatActor(event, reader)}.`,
		details: [
			...formatList('Requirement', requirementId === undefined ? undefined : [requirementId]),
			...formatList('Field', event.fields),
			...formatList('Until', expiresAt === undefined ? undefined : [expiresAt]),
			...(reader.people && reason !== undefined ? [`“${reason}”`] : []),
		],
	};
}
