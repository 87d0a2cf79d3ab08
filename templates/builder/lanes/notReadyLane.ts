import type { ChannelAdapter, CrmAdapter } from '../combinations/adapters';
import { handoffOf, messageOf } from '../nodes/handoffNodes';
import { storeRow } from '../ledger/ledger';
import { firstOf, itemOf, NAMES } from '../nodes/names';
import { ask } from '../nodes/coreNodes';
import { IS_NEWLY_INCOMPLETE } from '../ledger/standing';
import { tellPerson } from './tellPerson';
import { chain, type FlowPart } from '../nodes/workflow';

const NOT_READY = 1;
const ROW = 6;

/** Tells the seller what is missing: on the record and in the channel. */
export function notReadyLane(crm: CrmAdapter, channel: ChannelAdapter): FlowPart {
	const message = messageOf(NAMES.newGaps);
	const telling = tellPerson(channel, {
		find: NAMES.findSeller,
		tell: NAMES.tellSeller,
		at: { column: 13.4, row: ROW },
		email: crm.expressions.ownerEmail,
		message,
		instead: `${firstOf(NAMES.settings)}.handoffChannel`,
	});
	return {
		nodes: [
			ask({ name: NAMES.newGaps, at: { column: 11.4, row: ROW } }, `={{ ${IS_NEWLY_INCOMPLETE} }}`),
			crm.note({ name: NAMES.noteGaps, at: { column: 12.4, row: ROW } }, handoffOf(NAMES.newGaps)),
			...telling.nodes,
			// Last on purpose: after a crash the seller may be told twice, but never not at all.
			storeRow(
				{ name: NAMES.ledgerGaps, at: { column: 15.4, row: ROW } },
				`${itemOf(NAMES.newGaps)}.handoff.event`,
			),
		],
		wires: [
			{ from: NAMES.gate, to: NAMES.newGaps, output: NOT_READY },
			...chain(NAMES.newGaps, NAMES.noteGaps, telling.first),
			...telling.wires,
			...chain(NAMES.tellSeller, NAMES.ledgerGaps),
		],
	};
}
