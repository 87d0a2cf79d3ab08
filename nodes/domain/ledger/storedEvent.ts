import { rememberLast } from '../base/rememberLast';
import type { LedgerEvent } from './ledgerEvent';
import { openObject } from './openCell';

/** Readers ask for several members of one row at a time: the text opened last is kept. */
const openText = rememberLast((text) => openObject(text).content);

/** What a row says apart from `data`, which stays in its cell. */
export type EventCells = Omit<LedgerEvent, 'data'>;

/**
 * A row as it was read. What a step noted besides stays closed until it is asked for: a million
 * opened cells, held at once, would keep the garbage collector busier than everything else.
 */
export class StoredEvent implements LedgerEvent {
	readonly eventId: string;
	readonly type: LedgerEvent['type'];
	readonly at: LedgerEvent['at'];
	readonly handoffId: string;
	readonly attempt: number;
	readonly policyId: string;
	readonly policyVersion: string;
	readonly policyDigest: string;
	readonly sendingTeam: string;
	readonly receivingTeam: string;
	readonly recordSystem: string;
	readonly recordType: string;
	readonly recordId: string;
	readonly recordUrl: string;
	readonly actor: string;
	readonly proof: string;
	readonly fields: LedgerEvent['fields'];
	readonly reasons: LedgerEvent['reasons'];
	readonly senderMinutes: number;
	readonly receiverMinutes: number;
	readonly #data: unknown;

	constructor(cells: EventCells, data: unknown) {
		this.eventId = cells.eventId;
		this.type = cells.type;
		this.at = cells.at;
		this.handoffId = cells.handoffId;
		this.attempt = cells.attempt;
		this.policyId = cells.policyId;
		this.policyVersion = cells.policyVersion;
		this.policyDigest = cells.policyDigest;
		this.sendingTeam = cells.sendingTeam;
		this.receivingTeam = cells.receivingTeam;
		this.recordSystem = cells.recordSystem;
		this.recordType = cells.recordType;
		this.recordId = cells.recordId;
		this.recordUrl = cells.recordUrl;
		this.actor = cells.actor;
		this.proof = cells.proof;
		this.fields = cells.fields;
		this.reasons = cells.reasons;
		this.senderMinutes = cells.senderMinutes;
		this.receiverMinutes = cells.receiverMinutes;
		this.#data = data;
	}

	get data(): LedgerEvent['data'] {
		const data = this.#data;
		return typeof data === 'string' ? openText(data) : openObject(data).content;
	}
}
