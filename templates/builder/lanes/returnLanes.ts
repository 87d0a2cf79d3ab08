import type { ChannelAdapter, CrmAdapter } from '../combinations/adapters';
import { handoffOf, messageOf } from '../nodes/handoffNodes';
import { firstOf, NAMES } from '../nodes/names';
import { chain, type FlowPart } from '../nodes/workflow';
import { tellPerson } from './tellPerson';

const [RETURNED, NO_DECISION] = [2, 3];
const RETURN_ROW = 8.9;
const SILENCE_ROW = 10.7;

/** The ways back: returned with reasons, and nobody answered. */
export function returnLanes(crm: CrmAdapter, channel: ChannelAdapter): FlowPart {
	const message = messageOf(NAMES.accept);
	const telling = tellPerson(channel, {
		find: NAMES.findSellerReturned,
		tell: NAMES.tellReturned,
		at: { column: 21.9, row: RETURN_ROW },
		email: crm.expressions.ownerEmail,
		message,
		instead: `${firstOf(NAMES.settings)}.handoffChannel`,
	});
	return {
		nodes: [
			crm.note(
				{ name: NAMES.noteReturn, at: { column: 20.9, row: RETURN_ROW } },
				handoffOf(NAMES.accept),
			),
			...telling.nodes,
			channel.tellTeam(
				{ name: NAMES.tellUnanswered, at: { column: 20.9, row: SILENCE_ROW } },
				'$json.handoff.message',
			),
		],
		wires: [
			{ from: NAMES.accept, to: NAMES.noteReturn, output: RETURNED },
			...chain(NAMES.noteReturn, telling.first),
			...telling.wires,
			{ from: NAMES.accept, to: NAMES.tellUnanswered, output: NO_DECISION },
		],
	};
}
