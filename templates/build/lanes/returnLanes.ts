import type { ChannelAdapter, CrmAdapter } from '../adapters';
import { messageOf } from '../handoffNodes';
import { firstOf, NAMES } from '../names';
import { chain, type FlowPart } from '../workflow';

const [RETURNED, NO_DECISION] = [2, 3];
const RETURN_ROW = 7.1;
const SILENCE_ROW = 8.9;

/** The ways back: returned with reasons, and nobody answered. */
export function returnLanes(crm: CrmAdapter, channel: ChannelAdapter): FlowPart {
	const message = messageOf(NAMES.accept);
	return {
		nodes: [
			crm.note({ name: NAMES.noteReturn, at: { column: 18.2, row: RETURN_ROW } }, message),
			channel.findPerson(
				{ name: NAMES.findSellerReturned, at: { column: 19.2, row: RETURN_ROW } },
				crm.expressions.ownerEmail,
			),
			channel.tellPerson(
				{ name: NAMES.tellReturned, at: { column: 20.2, row: RETURN_ROW } },
				{ message, lookup: '$json', instead: `${firstOf(NAMES.settings)}.handoffChannel` },
			),
			channel.tellTeam(
				{ name: NAMES.tellUnanswered, at: { column: 18.2, row: SILENCE_ROW } },
				'$json.handoff.message',
			),
		],
		wires: [
			{ from: NAMES.accept, to: NAMES.noteReturn, output: RETURNED },
			...chain(NAMES.noteReturn, NAMES.findSellerReturned, NAMES.tellReturned),
			{ from: NAMES.accept, to: NAMES.tellUnanswered, output: NO_DECISION },
		],
	};
}
