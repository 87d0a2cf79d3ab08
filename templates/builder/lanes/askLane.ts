import type { ChannelAdapter, CrmAdapter } from '../combinations/adapters';
import { handoffAccept } from '../nodes/handoffNodes';
import { firstOf, itemOf, NAMES } from '../nodes/names';
import type { FlowPart, Position, Wire } from '../nodes/workflow';
import { tellPerson } from './tellPerson';
import { againFrom } from './writeLane';

const [NOTIFY, ACCEPTED, RETURNED, NO_DECISION] = [0, 1, 2, 3];
const MESSAGE = `${itemOf(NAMES.accept)}.handoff.message`;
const isLate = (message: string): string =>
	`${message}.kind === 'escalation' ? 'escalationChannel' : 'handoffChannel'`;

/**
 * Puts the question before the receiving team and waits. What is accepted is read once more and goes
 * back to the gate, which says whether it still is what was accepted.
 */
export function askLane(crm: CrmAdapter, channel: ChannelAdapter): FlowPart {
	const telling = tellPerson(channel, {
		find: NAMES.findReceiver,
		tell: NAMES.askReceiver,
		at: at(5.75, 4),
		email: '$json.handoff.message.to[0].email',
		message: MESSAGE,
		instead: (message) => `${firstOf(NAMES.settings)}[${isLate(message)}]`,
	});
	return {
		nodes: [
			handoffAccept(at(5.08, 4.4)),
			...telling.nodes,
			channel.tellTeam({ name: NAMES.tellUnanswered, at: at(9.83, 4.7) }, '$json.handoff.message'),
		],
		wires: [
			{ from: NAMES.accept, to: telling.first, output: NOTIFY },
			...telling.wires,
			{ from: NAMES.askReceiver, to: NAMES.accept },
			leaves(ACCEPTED, NAMES.person),
			leaves(ACCEPTED, againFrom(crm) ?? NAMES.check),
			leaves(RETURNED, NAMES.note),
			leaves(RETURNED, NAMES.person),
			leaves(NO_DECISION, NAMES.tellUnanswered),
		],
	};
}

const at = (column: number, row: number): Position => ({ column, row });
const leaves = (output: number, to: string): Wire => ({ from: NAMES.accept, to, output });
