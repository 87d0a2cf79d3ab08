import type { ChannelAdapter, CrmAdapter } from '../adapters';
import { messageOf } from '../handoffNodes';
import { storeRow } from '../ledger';
import { firstOf, itemOf, NAMES } from '../names';
import { ask } from '../nodes';
import { IS_NEWLY_INCOMPLETE } from '../standing';
import { chain, type FlowPart } from '../workflow';

const NOT_READY = 1;
const ROW = 6;

/** Tells the seller what is missing: on the record and in the channel. */
export function notReadyLane(crm: CrmAdapter, channel: ChannelAdapter): FlowPart {
	const message = messageOf(NAMES.newGaps);
	return {
		nodes: [
			ask({ name: NAMES.newGaps, at: { column: 11.4, row: ROW } }, `={{ ${IS_NEWLY_INCOMPLETE} }}`),
			crm.note({ name: NAMES.noteGaps, at: { column: 12.4, row: ROW } }, message),
			channel.findPerson(
				{ name: NAMES.findSeller, at: { column: 13.4, row: ROW } },
				crm.expressions.ownerEmail,
			),
			channel.tellPerson(
				{ name: NAMES.tellSeller, at: { column: 14.4, row: ROW } },
				{ message, lookup: '$json', instead: `${firstOf(NAMES.settings)}.handoffChannel` },
			),
			// Last on purpose: after a crash the seller may be told twice, but never not at all.
			storeRow(
				{ name: NAMES.ledgerGaps, at: { column: 15.4, row: ROW } },
				`${itemOf(NAMES.newGaps)}.handoff.event`,
			),
		],
		wires: [
			{ from: NAMES.gate, to: NAMES.newGaps, output: NOT_READY },
			...chain(NAMES.newGaps, NAMES.noteGaps, NAMES.findSeller, NAMES.tellSeller, NAMES.ledgerGaps),
		],
	};
}
