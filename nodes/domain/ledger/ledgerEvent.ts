import type { Instant } from '../base/instant';
import type { LedgerEventType, LedgerRow } from '../handoff/row';

/** A reason as a return gave it. */
export interface ReturnReason {
	code: string;
	label: string;
	note: string;
	/** The field of the record that it points at. */
	field?: string;
}

/** A ledger row as read back from a store: lists and objects opened, the time as an instant. */
export interface LedgerEvent extends Omit<
	LedgerRow,
	'type' | 'at' | 'fields' | 'reasons' | 'data' | 'previousSeal' | 'seal'
> {
	type: LedgerEventType;
	at: Instant;
	fields: readonly string[];
	reasons: readonly ReturnReason[];
	/** What the step noted besides. Any member may be absent or of another type. */
	data: Readonly<Record<string, unknown>>;
}

/** A text that the step noted, or undefined when it noted none under that name. */
export function readText({ data }: LedgerEvent, name: string): string | undefined {
	const value = data[name];
	return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The texts of a list that the step noted; undefined when there is no such list. */
export function readTexts({ data }: LedgerEvent, name: string): string[] | undefined {
	const value = data[name];
	if (!Array.isArray(value)) return undefined;
	return value.filter((member): member is string => typeof member === 'string');
}

/** A moment that the step noted as ISO 8601 text. */
export function readMoment(event: LedgerEvent, name: string): Instant | undefined {
	const instant = Date.parse(readText(event, name) ?? '');
	return Number.isNaN(instant) ? undefined : instant;
}
