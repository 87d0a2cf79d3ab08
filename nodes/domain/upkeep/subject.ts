import { HandoffProblem } from '../base/problem';
import type { Handoff } from '../handoff/envelope';
import type { LedgerRow } from '../handoff/row';
import type { LedgerEvent } from '../ledger/ledgerEvent';
import { readRows } from '../ledger/readRows';
import { sealRow } from '../ledger/seal';
import { writeRow, type LedgerStep, type RowSubject } from '../ledger/writeRow';
import { standingOf, type Standing } from '../life/standing';

/** A handoff as somebody names it: by its envelope, or by its id alone. */
export type NamedHandoff = Handoff | string;

export const idOfNamed = (named: NamedHandoff): string =>
	typeof named === 'string' ? named : named.id;

/** A handoff about which something is noted in the ledger. */
export interface Subject {
	described: RowSubject;
	/** Its envelope, where that was given. */
	envelope?: Handoff;
	standing: Standing;
	/** Its ledger rows as stored, those of other handoffs perhaps among them. */
	rows: readonly unknown[];
	/** Minutes of both sides by its last row, where nobody knows their working hours any more. */
	minutes?: Pick<LedgerRow, 'senderMinutes' | 'receiverMinutes'>;
	/** The seal that the next row follows; empty when its rows are not sealed. */
	seal: string;
}

/** What the ledger is to hold about something that was noted. */
export interface Entry {
	/** The row of it; absent when there is nothing to note. */
	row?: LedgerRow;
	/** Whether the ledger holds it already. */
	known: boolean;
}

/**
 * Finds the handoff that somebody named in its ledger rows.
 *
 * @throws HandoffProblem when only its id is given and the ledger does not know it
 */
export function findSubject(named: NamedHandoff, rows: readonly unknown[]): Subject {
	const standing = standingOf(rows, idOfNamed(named));
	if (typeof named !== 'string') {
		const turns = standing.turns.length > 0 ? standing.turns : named.turns;
		const described = { ...named, turns };
		const seal = standing.seal || (named.seal ?? '');
		return { described, envelope: named, standing, rows, seal };
	}
	const newest = newestOf(readRows(rows).rows, named);
	if (newest === undefined) throw unknownHandoff(named);
	const { senderMinutes, receiverMinutes } = newest;
	const minutes = { senderMinutes, receiverMinutes };
	return { described: describe(newest, standing), standing, rows, minutes, seal: standing.seal };
}

const unknownHandoff = (id: string): HandoffProblem =>
	new HandoffProblem(
		id === '' ? 'No handoff is given' : `The ledger holds no row of the handoff “${id}”`,
		'Give the envelope ({{ $json.handoff }}) or the id of a handoff (column handoffId), and look at where the ledger is kept.',
	);

const newestOf = (events: readonly LedgerEvent[], id: string): LedgerEvent | undefined =>
	events
		.filter(({ handoffId }) => handoffId === id)
		.sort((one, other) => one.attempt - other.attempt || one.at - other.at)
		.at(-1);

const describe = (event: LedgerEvent, { turns, attempt }: Standing): RowSubject => ({
	id: event.handoffId,
	attempt: Math.max(event.attempt, attempt),
	turns,
	record: {
		system: event.recordSystem,
		type: event.recordType,
		id: event.recordId,
		url: event.recordUrl,
	},
	sender: { team: event.sendingTeam },
	receiver: { team: event.receivingTeam },
	policy: { id: event.policyId, version: event.policyVersion, digest: event.policyDigest },
	agreed: { calendars: {} },
});

/** Writes the row of something that is noted about a handoff, sealed when there is a key. */
export function rowOn(
	{ described, minutes, seal }: Subject,
	step: LedgerStep,
	key: string | undefined,
): LedgerRow {
	const row = { ...writeRow(described, step), ...minutes };
	return key === undefined ? row : sealRow(row, seal, key);
}
