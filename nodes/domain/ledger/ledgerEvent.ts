import type { Instant } from '../base/instant';
import type { GivenReason } from '../handoff/decision';
import type { LedgerRow } from '../handoff/row';
import type { LedgerEventType, TypedStep } from '../handoff/rowData';
import type { Turn } from '../handoff/turns';

/** The columns of a ledger row as read back: lists opened, the time as an instant. */
export interface EventColumns extends Omit<
	LedgerRow,
	'type' | 'at' | 'fields' | 'reasons' | 'data' | 'previousSeal' | 'seal'
> {
	at: Instant;
	fields: readonly string[];
	reasons: readonly GivenReason[];
}

/** What rows of a type note besides, as far as it can be read: any member may be absent. */
export type NotedData<Type extends LedgerEventType> = Readonly<
	Partial<Extract<TypedStep, { type: Type }>['data'] & { turns: Turn[] }>
>;

/** A ledger row as read back from a store. What it noted is in `data`, closed: see `openData`. */
export type LedgerEvent = {
	[Type in LedgerEventType]: EventColumns & { type: Type; data: unknown };
}[LedgerEventType];

/** A ledger row of one type, or of one of several. */
export type LedgerEventOf<Type extends LedgerEventType> = Extract<LedgerEvent, { type: Type }>;

/** A ledger row that tells about a clock. */
export type ClockEvent = Extract<LedgerEvent, { type: `sla.${string}` }>;

export const isClockEvent = (event: LedgerEvent): event is ClockEvent =>
	event.type.startsWith('sla.');
