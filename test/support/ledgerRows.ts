import type { Claim } from '../../nodes/domain/life/claims';
import type { Position } from '../../nodes/domain/life/position';
import type { LedgerRow } from '../../nodes/domain/handoff/row';

/** What a ledger keeps of handoffs that are told apart by a number alone. */

export const idOf = (place: number): string => place.toString(16).padStart(32, '0');

export const rowOf = (place: number, more: Partial<LedgerRow> = {}): LedgerRow => ({
	eventId: `event-${place}`,
	type: 'handoff.evaluated',
	at: '2026-03-02T09:00:00.000Z',
	handoffId: idOf(place),
	attempt: 1,
	policyId: 'kick-off',
	policyVersion: '1',
	policyDigest: '',
	sendingTeam: 'Sales',
	receivingTeam: 'Delivery',
	recordSystem: 'crm',
	recordType: 'deal',
	recordId: String(place),
	recordUrl: '',
	actor: '',
	proof: '',
	fields: '[]',
	reasons: '[]',
	senderMinutes: 1.5,
	receiverMinutes: 0,
	data: '{}',
	previousSeal: '',
	seal: '',
	...more,
});

export const positionOf = (place: number, more: Partial<Position> = {}): Position => ({
	handoffId: idOf(place),
	policyId: 'kick-off',
	step: 'asked',
	attempt: 1,
	fingerprint: 'f'.repeat(32),
	since: '2026-03-02T09:00:00.000Z',
	closesAt: '2026-03-04T09:00:00.000Z',
	...more,
});

export const claimOf = (place: number, holder: string): Claim => ({
	claim: `${idOf(place)}:ask:1`,
	handoffId: idOf(place),
	holder,
	until: '2026-03-02T09:10:00.000Z',
});

/** Consecutive whole numbers. */
export const range = (from: number, length: number): number[] =>
	Array.from({ length }, (_, place) => from + place);
