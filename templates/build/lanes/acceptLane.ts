import type { ChannelAdapter } from '../adapters';
import { handoffAccept, messageOf, stopClock } from '../handoffNodes';
import { firstOf, NAMES } from '../names';
import type { FlowPart } from '../workflow';

const [NOTIFY, ACCEPTED, RETURNED, NO_DECISION] = [0, 1, 2, 3];
const [MET, BREACHED] = [0, 1];

/** Puts the request before the receiving team and waits; every step is written to the ledger. */
export function acceptLane(channel: ChannelAdapter): FlowPart {
	const message = messageOf(NAMES.accept);
	const settings = firstOf(NAMES.settings);
	return {
		nodes: [
			handoffAccept({ column: 14, row: 3 }),
			channel.findPerson(
				{ name: NAMES.findReceiver, at: { column: 15, row: 1.5 } },
				'$json.handoff.message.to[0].email',
			),
			channel.tellPerson(
				{ name: NAMES.askReceiver, at: { column: 16, row: 1.5 } },
				{
					message,
					lookup: '$json',
					instead: `(${message}.kind === 'escalation' ? ${settings}.escalationChannel : ${settings}.handoffChannel)`,
				},
			),
			stopClock({ column: 17, row: 1.5 }),
		],
		wires: [
			{ from: NAMES.startClock, to: NAMES.accept },
			{ from: NAMES.accept, to: NAMES.ledger, output: NOTIFY },
			{ from: NAMES.accept, to: NAMES.findReceiver, output: NOTIFY },
			{ from: NAMES.findReceiver, to: NAMES.askReceiver },
			{ from: NAMES.askReceiver, to: NAMES.accept },
			...[ACCEPTED, RETURNED, NO_DECISION].flatMap((output) => [
				{ from: NAMES.accept, to: NAMES.ledger, output },
				{ from: NAMES.accept, to: NAMES.stopClock, output },
			]),
			{ from: NAMES.stopClock, to: NAMES.ledger, output: MET },
			{ from: NAMES.stopClock, to: NAMES.ledger, output: BREACHED },
		],
	};
}
