import type { ChannelAdapter, CrmAdapter } from '../combinations/adapters';
import { handoffAccept, messageOf, stopClock } from '../nodes/handoffNodes';
import { firstOf, NAMES } from '../nodes/names';
import { storeRow } from '../ledger/ledger';
import { wakeIt } from '../ledger/resting';
import type { FlowPart } from '../nodes/workflow';
import { tellPerson } from './tellPerson';

const [NOTIFY, ACCEPTED, RETURNED, NO_DECISION] = [0, 1, 2, 3];
const ASK_ROW = 0.8;
const OUTCOME_ROW = 1.9;
const EVENT = '$json.handoff.event';
const [MET, BREACHED] = [0, 1];

/** Puts the request before the receiving team and waits; every step is written to the ledger. */
export function acceptLane(crm: CrmAdapter, channel: ChannelAdapter): FlowPart {
	const message = messageOf(NAMES.accept);
	const settings = firstOf(NAMES.settings);
	const telling = tellPerson(channel, {
		find: NAMES.findReceiver,
		tell: NAMES.askReceiver,
		at: { column: 17.7, row: ASK_ROW },
		email: '$json.handoff.message.to[0]?.email',
		message,
		instead: `(${message}.kind === 'escalation' ? ${settings}.escalationChannel : ${settings}.handoffChannel)`,
	});
	return {
		nodes: [
			handoffAccept({ column: 16.7, row: 4 }),
			...telling.nodes,
			stopClock({ column: 18.7, row: OUTCOME_ROW }),
			// Above what it tells of: n8n runs the branches of an output from top to bottom.
			storeRow({ name: NAMES.ledgerRequest, at: { column: 17.7, row: -0.3 } }, EVENT),
			storeRow({ name: NAMES.ledgerOutcome, at: { column: 17.7, row: OUTCOME_ROW } }, EVENT),
			wakeIt({ name: NAMES.wake, at: { column: 18.7, row: 2.9 } }, crm),
			storeRow({ name: NAMES.ledgerClock, at: { column: 19.7, row: OUTCOME_ROW } }, EVENT),
		],
		wires: [
			{ from: NAMES.startClock, to: NAMES.accept },
			{ from: NAMES.accept, to: NAMES.ledgerRequest, output: NOTIFY },
			{ from: NAMES.accept, to: telling.first, output: NOTIFY },
			...telling.wires,
			{ from: NAMES.askReceiver, to: NAMES.accept },
			...[ACCEPTED, RETURNED, NO_DECISION].map((output) => ({
				from: NAMES.accept,
				to: NAMES.ledgerOutcome,
				output,
			})),
			{ from: NAMES.ledgerOutcome, to: NAMES.stopClock },
			{ from: NAMES.ledgerOutcome, to: NAMES.wake },
			{ from: NAMES.stopClock, to: NAMES.ledgerClock, output: MET },
			{ from: NAMES.stopClock, to: NAMES.ledgerClock, output: BREACHED },
		],
	};
}
