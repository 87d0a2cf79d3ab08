import type { Combination } from '../combinations/adapters';
import { claimInLine, createClaims, goesOnFor, holdsClaim } from '../ledger/claims';
import { createLedger, earlierRows } from '../ledger/ledger';
import { claimOf, LOST, POLICY_ID, RUN } from '../ledger/identity';
import { NAMES } from '../nodes/names';
import { choose, jsonItem, whenCalled } from '../nodes/coreNodes';
import { letItRest } from '../ledger/resting';
import { IS_ACCEPTED, isLost, IS_WAITING } from '../ledger/standing';
import { chain, type FlowPart, type Position } from '../nodes/workflow';

const [WAITS, NO] = [1, 1];
const ROW = 3;
const FIRST = -2 / 3;
/** Below the gate, between the three nodes that may find nothing to do. */
const REST_AT: Position = { column: 9.6, row: 5.8 };

const step = (index: number): Position => ({ column: FIRST + index * 0.9, row: ROW });

/** Sorts out the records that are already under way, by claims and by the ledger. */
export function intakeLane(combination: Combination): FlowPart {
	const { crm } = combination;
	const read = `$('${NAMES.claims}').all()`;
	const claims = `${read}.filter(({ json }) => !json.claim.endsWith(':${LOST}'))`;
	const claiming = claimInLine({
		names: { claim: NAMES.claim, claims: NAMES.claims, ours: NAMES.ours },
		at: { claim: step(4), claims: step(5), ours: step(6) },
		claim: claimOf(crm, crm.expressions.version),
		alsoRead: [claimOf(crm, `'${LOST}'`)],
		run: RUN,
		goesOn: `${holdsClaim(claims)} || ${goesOnFor(claims, RUN)}`,
	});
	return {
		nodes: [
			whenCalled({ name: NAMES.arrives, at: step(0) }),
			jsonItem({ name: NAMES.settings, at: step(1) }, settingsOf(combination)),
			createLedger({ name: NAMES.createLedger, at: step(2) }),
			createClaims({ name: NAMES.createClaims, at: step(3) }),
			...claiming.nodes,
			earlierRows(
				{ name: NAMES.earlier, at: step(7) },
				{ recordId: `={{ ${crm.expressions.id} }}`, policyId: `={{ ${POLICY_ID} }}` },
			),
			{
				...choose(
					{ name: NAMES.standing, at: step(8) },
					[
						{ name: 'Accepted', when: `={{ ${IS_ACCEPTED} }}` },
						{
							name: 'Waiting for an answer',
							// Whoever asked and was given up does not wait any more.
							when: `={{ ${IS_WAITING} && !${isLost(read)} && !${goesOnFor(claims, RUN)} }}`,
						},
					],
					'To be checked',
				),
				executeOnce: true,
			},
			letItRest({ name: NAMES.rest, at: REST_AT }, crm),
		],
		wires: [
			...[
				{ from: NAMES.standing, output: WAITS },
				{ from: NAMES.newReady, output: NO },
				{ from: NAMES.newGaps, output: NO },
			].map((wire) => ({ ...wire, to: NAMES.rest })),
			...chain(NAMES.arrives, NAMES.settings, NAMES.createLedger, NAMES.createClaims, NAMES.claim),
			...claiming.wires,
			...chain(NAMES.ours, NAMES.earlier, NAMES.standing),
		],
	};
}

/** What an agency sets for a client, in one place. */
const settingsOf = ({ crm, project, channel }: Combination): string =>
	JSON.stringify({ ...crm.settings, ...project.settings, ...channel.settings }, null, 2);
