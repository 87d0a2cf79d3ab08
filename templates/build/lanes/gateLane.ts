import type { CrmAdapter } from '../adapters';
import { readinessGate, startClock } from '../handoffNodes';
import { storeRow } from '../ledger';
import { NAMES } from '../names';
import { ask } from '../nodes';
import { EARLIER_ROWS, IS_NEWLY_READY } from '../standing';
import { chain, type FlowPart } from '../workflow';

const TO_BE_CHECKED = 2;
const ROW = 4;

/** Judges the record; what is ready goes on with its clock running. */
export const gateLane = (crm: CrmAdapter): FlowPart => ({
	nodes: [
		...(crm.owner === undefined ? [] : [crm.owner({ column: 8.4, row: ROW })]),
		crm.record({ column: 9.4, row: ROW }),
		readinessGate({ column: 10.4, row: ROW }, { policy: crm.policy, earlierRows: EARLIER_ROWS }),
		ask({ name: NAMES.newReady, at: { column: 11.4, row: ROW } }, `={{ ${IS_NEWLY_READY} }}`),
		startClock({ column: 12.4, row: ROW }),
		// Above the others: n8n runs it before what it tells of goes on.
		storeRow({ name: NAMES.ledgerReady, at: { column: 13, row: 1.9 } }, '$json.handoff.event'),
	],
	wires: [
		{
			from: NAMES.standing,
			to: crm.owner === undefined ? NAMES.record : NAMES.owner,
			output: TO_BE_CHECKED,
		},
		...(crm.owner === undefined ? [] : chain(NAMES.owner, NAMES.record)),
		...chain(NAMES.record, NAMES.gate, NAMES.newReady, NAMES.startClock),
		{ from: NAMES.newReady, to: NAMES.ledgerReady },
		{ from: NAMES.startClock, to: NAMES.ledgerReady },
	],
});
