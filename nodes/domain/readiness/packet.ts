import { compilePath, type ReadRecord } from '../base/record';
import type { Agreed } from '../handoff/envelope';
import type { Showing } from '../handoff/showing';
import { compilePathOrText, type ReadText } from '../policy/compileText';
import type { Policy } from '../policy/policy';
import { keptValue } from '../shown/keptValue';
import { seenInText } from '../shown/showText';
import { currencyFieldOf, showingOf } from '../shown/showingOf';

/** A line of the packet, ready to be read from any record. */
export interface CompiledLine {
	label: string;
	field: string;
	read: ReadRecord;
	shown: Showing | undefined;
	/** What the record says of the currency of the amount. */
	readCurrency: ReadText | undefined;
}

/** Each line is shown as the packet says, and otherwise as what the requirements check. */
export const compilePacket = (policy: Policy): CompiledLine[] =>
	policy.packet.map(({ label, field, as }) => {
		const judged = showingOf(field, policy);
		const shown = as === undefined ? judged : { ...judged, as };
		const currencyField = shown?.as === 'money' ? currencyFieldOf(field, policy) : undefined;
		return {
			...{ label, field, shown, read: compilePath(field) },
			readCurrency: currencyField === undefined ? undefined : compilePathOrText(currencyField),
		};
	});

/** How a record is called, as a reader sees it: some systems keep tags and entities in it. */
export function compileTitle(title: string): ReadText {
	const read = compilePathOrText(title);
	return (record) => seenInText(read(record));
}

/** The requirements and their fields, each with how its values are shown. */
export const describeFields = (policy: Policy): Agreed['fields'] =>
	policy.requirements.map(({ id, field, label, fixer }) => {
		const shown = showingOf(field, policy);
		const isNamed = Object.hasOwn(policy.fixers, fixer);
		return { id, field, label, ...(shown !== undefined && { shown }), ...(isNamed && { fixer }) };
	});

/** The packet of a record, with the values as it has them. */
export const readPacket = (packet: readonly CompiledLine[], record: unknown): Agreed['packet'] =>
	packet.map(({ label, field, read, shown, readCurrency }) => {
		const entry: Agreed['packet'][number] = { label, field, value: keptValue(read(record)) };
		if (shown === undefined) return entry;
		const currency = readCurrency?.(record) || shown.currency;
		return { ...entry, shown: { ...shown, ...(currency !== undefined && { currency }) } };
	});
