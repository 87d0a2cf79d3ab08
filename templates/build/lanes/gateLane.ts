import type { CrmAdapter } from '../adapters';
import { readinessGate, startClock } from '../handoffNodes';
import { storeRow } from '../ledger';
import { NAMES } from '../names';
import { ask } from '../nodes';
import { EARLIER_ROWS, IS_NEWLY_READY } from '../standing';
import { chain, type FlowPart } from '../workflow';

const TO_BE_CHECKED = 2;

/** Judges the record; what is ready goes on with its clock running. */
export const gateLane = (crm: CrmAdapter): FlowPart => ({
	nodes: [
		crm.owner({ column: 9, row: 3 }),
		crm.record({ column: 10, row: 3 }),
		readinessGate({ column: 11, row: 3 }, { policy: crm.policy, earlierRows: EARLIER_ROWS }),
		ask({ name: NAMES.newReady, at: { column: 12, row: 3 } }, `={{ ${IS_NEWLY_READY} }}`),
		startClock({ column: 13, row: 3 }),
		storeRow({ name: NAMES.ledger, at: { column: 17, row: 0 } }, '$json.handoff.event'),
	],
	wires: [
		{ from: NAMES.standing, to: NAMES.owner, output: TO_BE_CHECKED },
		...chain(NAMES.owner, NAMES.record, NAMES.gate, NAMES.newReady, NAMES.startClock),
		{ from: NAMES.newReady, to: NAMES.ledger },
		{ from: NAMES.startClock, to: NAMES.ledger },
	],
});
