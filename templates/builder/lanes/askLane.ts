import type { ChannelAdapter, CrmAdapter } from '../combinations/adapters';
import { handoffAccept } from '../nodes/handoffNodes';
import { firstOf, itemOf, NAMES } from '../nodes/names';
import { chain, type FlowPart, type Position, type Wire } from '../nodes/workflow';
import { tellPerson } from './tellPerson';
import { toGate } from './toGate';

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
		at: at(5.85, 1.9),
		email: '$json.handoff.message.to[0].email',
		message: MESSAGE,
		instead: (message) => `${firstOf(NAMES.settings)}[${isLate(message)}]`,
	});
	const reading = readingNodes(crm);
	const [first = NAMES.gate, now] = reading.map(({ name }) => name);
	return {
		nodes: [
			handoffAccept(at(5.1, 2.1)),
			...telling.nodes,
			...reading,
			channel.tellTeam({ name: NAMES.tellUnanswered, at: at(6, 3) }, '$json.handoff.message'),
		],
		wires: [
			{ from: NAMES.accept, to: telling.first, output: NOTIFY },
			...telling.wires,
			{ from: NAMES.askReceiver, to: NAMES.accept },
			leaves(ACCEPTED, NAMES.person),
			leaves(ACCEPTED, first),
			...(now === undefined ? [] : [...chain(first, now), ...toGate(crm, now, first)]),
			leaves(RETURNED, NAMES.note),
			leaves(RETURNED, NAMES.person),
			leaves(NO_DECISION, NAMES.tellUnanswered),
		],
	};
}

const at = (column: number, row: number): Position => ({ column, row });
const leaves = (output: number, to: string): Wire => ({ from: NAMES.accept, to, output });

/** Nothing where the record is only ever sent to us. */
const readingNodes = ({ readAgain }: CrmAdapter) =>
	readAgain === undefined
		? []
		: [{ ...readAgain.read(at(6, 3.9)), alwaysOutputData: true }, readAgain.record(at(6.75, 3.9))];
