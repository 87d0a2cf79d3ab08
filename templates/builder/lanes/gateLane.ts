import type { CrmAdapter } from '../combinations/adapters';
import { claimInLine, goesOnFor, holdsClaim, runBefore } from '../ledger/claims';
import { readinessGate, startClock } from '../nodes/handoffNodes';
import { ASK, ASKED_FOR, claimOf, RUN } from '../ledger/identity';
import { storeRow } from '../ledger/ledger';
import { firstOf, NAMES } from '../nodes/names';
import { ask, jsonItem } from '../nodes/coreNodes';
import {
	EARLIER_ROWS,
	IS_NEWLY_READY,
	isLost,
	IS_WAITING,
	OUTCOMES_SO_FAR,
} from '../ledger/standing';
import { chain, type FlowPart, type Position } from '../nodes/workflow';

const TO_BE_CHECKED = 2;
const ROW = 4;
const WAITS = `(${IS_WAITING} && !${isLost(`$('${NAMES.claims}').all()`)})`;
const step = (index: number): Position => ({ column: 8.4 + index * 0.8, row: ROW });

/**
 * Judges the record; what is ready goes on with its clock running. The question is claimed right
 * before it is asked: an execution that was held up for minutes, in a long queue or by a crash, must
 * not ask beside another one that went on meanwhile. Where a request is out already, only the retry
 * of the execution that made it asks again.
 */
export function gateLane(crm: CrmAdapter): FlowPart {
	const claims = `$('${NAMES.askClaims}').all()`;
	const askedBefore = `${runBefore(claims)} === ${RUN} && ${goesOnFor(claims, RUN)}`;
	const claiming = claimInLine({
		names: { claim: NAMES.askClaim, claims: NAMES.askClaims, ours: NAMES.askOurs },
		at: {
			claim: step(4),
			claims: step(5),
			ours: step(6),
		},
		claim: claimOf(crm, `'${ASK}:' + ${OUTCOMES_SO_FAR}`),
		run: RUN,
		keepFor: ASKED_FOR,
		goesOn: `(${WAITS} ? ${askedBefore} : ${holdsClaim(claims)})`,
	});
	return {
		nodes: [
			...(crm.owner === undefined ? [] : [crm.owner(step(0))]),
			crm.record(step(1)),
			readinessGate(step(2), { policy: crm.policy, earlierRows: EARLIER_ROWS }),
			ask({ name: NAMES.newReady, at: step(3) }, `={{ ${IS_NEWLY_READY} }}`),
			...claiming.nodes,
			// The claims are items of their own: what goes on is the record as the gate left it.
			jsonItem({ name: NAMES.readyRecord, at: step(7) }, `={{ ${firstOf(NAMES.gate)} }}`),
			startClock(step(8)),
			// Above the others: n8n runs it before what it tells of goes on.
			storeRow({ name: NAMES.ledgerReady, at: { column: 15.6, row: 1.9 } }, '$json.handoff.event'),
		],
		wires: [
			{
				from: NAMES.standing,
				to: crm.owner === undefined ? NAMES.record : NAMES.owner,
				output: TO_BE_CHECKED,
			},
			...(crm.owner === undefined ? [] : chain(NAMES.owner, NAMES.record)),
			...chain(NAMES.record, NAMES.gate, NAMES.newReady, NAMES.askClaim),
			...claiming.wires,
			...chain(NAMES.askOurs, NAMES.readyRecord, NAMES.startClock),
			{ from: NAMES.readyRecord, to: NAMES.ledgerReady },
			{ from: NAMES.startClock, to: NAMES.ledgerReady },
		],
	};
}
