import { digestOf } from '../base/digest';
import { formatInstant, type Instant } from '../base/instant';
import type { GivenReason } from '../handoff/decision';
import type { Agreed, Handoff } from '../handoff/envelope';
import type { LedgerRow } from '../handoff/row';
import type { TypedStep } from '../handoff/rowData';
import type { Side } from '../handoff/turns';
import { minutesWith } from './sideMinutes';

/** What a row says of its handoff, whatever the step. */
export interface RowSubject extends Pick<Handoff, 'id' | 'attempt' | 'turns'> {
	record: Omit<Handoff['record'], 'title'>;
	sender: Pick<Handoff['sender'], 'team'>;
	receiver: Pick<Handoff['receiver'], 'team'>;
	policy: Omit<Handoff['policy'], 'name'>;
	agreed: Pick<Agreed, 'calendars'>;
}

/** The step that a row records, with the data of its type. */
export type LedgerStep = TypedStep & StepColumns;

interface StepColumns {
	at: Instant;
	/** Tells apart steps of one type within an attempt, such as the id of a milestone. */
	discriminator?: string;
	/** Who did it, as an e-mail address; empty for the flow itself. */
	actor?: string;
	proof?: string;
	fields?: readonly string[];
	reasons?: readonly GivenReason[];
}

/**
 * Builds the ledger row of one step. The same step of the same attempt always gets the same
 * `eventId`, so that storing it twice (a retry, a restart) keeps one row.
 *
 * `data` always carries the turns, so that a later attempt can go on counting from any row.
 */
export function writeRow(handoff: RowSubject, step: LedgerStep): LedgerRow {
	const identity = [handoff.id, handoff.attempt, step.type, step.discriminator ?? ''];
	return {
		eventId: digestOf(identity).slice(0, 32),
		type: step.type,
		at: formatInstant(step.at),
		handoffId: handoff.id,
		attempt: handoff.attempt,
		...handoffColumns(handoff),
		actor: step.actor ?? '',
		proof: step.proof ?? '',
		fields: writeList(step.fields),
		reasons: writeList(step.reasons),
		senderMinutes: minutesOf(handoff, 'sender', step.at),
		receiverMinutes: minutesOf(handoff, 'receiver', step.at),
		data: JSON.stringify({ ...step.data, turns: handoff.turns }),
		previousSeal: '',
		seal: '',
	};
}

const writeList = (list: readonly unknown[] | undefined): string =>
	list === undefined || list.length === 0 ? '[]' : JSON.stringify(list);

const minutesOf = (handoff: RowSubject, side: Side, at: Instant): number =>
	minutesWith(side, { turns: handoff.turns, calendars: handoff.agreed.calendars, at });

const handoffColumns = ({ policy, sender, receiver, record }: RowSubject) => ({
	policyId: policy.id,
	policyVersion: policy.version,
	policyDigest: policy.digest,
	sendingTeam: sender.team,
	receivingTeam: receiver.team,
	recordSystem: record.system,
	recordType: record.type,
	recordId: record.id,
	recordUrl: record.url,
});
