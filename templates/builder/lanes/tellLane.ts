import type { ChannelAdapter, CrmAdapter } from '../combinations/adapters';
import { splitOut } from '../nodes/coreNodes';
import { itemOf, NAMES, setting } from '../nodes/names';
import { chain, type FlowPart, type Position } from '../nodes/workflow';
import { tellPerson } from './tellPerson';

const NOT_READY = 1;
const ROW = 4;
const at = (column: number, row = ROW): Position => ({ column, row });

/** Who hears what has become of a handoff: each person that its message is for, and the record. */
export function tellLane(crm: CrmAdapter, channel: ChannelAdapter): FlowPart {
	const telling = tellPerson(channel, {
		find: NAMES.findPerson,
		tell: NAMES.tellPerson,
		at: at(9.25),
		email: '$json.person.email',
		message: `${itemOf(NAMES.person)}.handoff.message`,
		instead: () => setting('handoffChannel'),
	});
	return {
		nodes: [
			crm.note({ name: NAMES.note, at: at(10.25, 2.9) }),
			eachPerson(at(8.6)),
			...telling.nodes,
		],
		wires: [
			{ from: NAMES.gate, to: NAMES.note, output: NOT_READY },
			...chain(NAMES.person, telling.first),
			...telling.wires,
		],
	};
}

/** One item for each person, with the message; the envelope has somebody to tell at all times. */
const eachPerson = (place: Position) => {
	const node = splitOut(NAMES.person, 'handoff.message.to');
	const keep = { include: 'allOtherFields', options: { destinationFieldName: 'person' } };
	return { ...node, at: place, parameters: { ...node.parameters, ...keep } };
};
