import type { Agreed } from '../handoff/envelope';
import type { Showing } from '../handoff/showing';
import type { Fact } from '../message/document';
import type { Reader } from './reader';
import { showValue } from './showValue';

/** How the values of a field are shown: as the packet says, or the requirements. */
export const showingIn = (
	{ packet, fields }: Pick<Agreed, 'packet' | 'fields'>,
	field: string,
): Showing | undefined =>
	[...packet, ...fields].find((one) => one.field === field && one.shown !== undefined)?.shown;

/** The packet as its reader gets it; a field without a value is a dash. */
export const packetFacts = (agreed: Pick<Agreed, 'packet' | 'fields'>, reader: Reader): Fact[] =>
	agreed.packet.map(({ label, field, value }) => {
		const { text, link } = showValue(value, showingIn(agreed, field), reader);
		return { label, value: text || '–', ...(link !== undefined && { link }) };
	});
