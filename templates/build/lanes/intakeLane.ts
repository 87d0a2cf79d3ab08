import type { Combination, CrmAdapter } from '../adapters';
import { claimInLine, createClaims, forgetClaims, goesOnFor, holdsClaim } from '../claims';
import { createLedger, earlierRows } from '../ledger';
import { claimOf, LOST, POLICY_ID, RUN, RUN_FIELD } from '../identity';
import { NAMES } from '../names';
import {
	addMembers,
	callItself,
	choose,
	everyMinutes,
	jsonItem,
	manualTrigger,
	whenCalled,
} from '../nodes';
import { IS_ACCEPTED, isLost, IS_WAITING } from '../standing';
import { chain, type FlowPart, type Position } from '../workflow';

const MINUTES_BETWEEN_RUNS = 5;
const FIND = 4;
/** From the first node of the lane to the last; the more there are, the closer they stand. */
const FIND_WIDTH = 2.6;
const IN_ONE_ROW = 4;
/** The check of the set-up stands between the triggers and the search. */
const AFTER_CHECK = 4.7;
const ROW = 3;
const FIRST = -2 / 3;

const at = (column: number, row: number): Position => ({ column, row });
const NAME_RUN = addMembers(
	NAMES.nameRun,
	`={{ { ${RUN_FIELD}: $execution.id + ':' + $itemIndex } }}`,
);
const step = (index: number): Position => at(FIRST + index * 0.9, ROW);

/** Finds the records, gives each an execution of its own, and sorts out those already under way. */
export function intakeLane(combination: Combination): FlowPart {
	const { crm } = combination;
	const finders = placeInLine([...crm.find(), NAME_RUN]);
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
			everyMinutes({ name: NAMES.schedule, at: at(FIND, 0) }, MINUTES_BETWEEN_RUNS),
			manualTrigger({ name: NAMES.manual, at: at(FIND, 1) }),
			...finders.nodes,
			callItself({ name: NAMES.each, at: finders.call }),
			forgetClaims({ name: NAMES.forget, at: finders.forget }),
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
		],
		wires: [
			{ from: NAMES.schedule, to: NAMES.allChosen },
			{ from: NAMES.manual, to: NAMES.allChosen },
			{ from: NAMES.allChosen, to: finders.first },
			...chain(...finders.nodes.map(({ name }) => name), NAMES.each, NAMES.forget),
			...chain(NAMES.arrives, NAMES.settings, NAMES.createLedger, NAMES.createClaims, NAMES.claim),
			...claiming.wires,
			...chain(NAMES.ours, NAMES.earlier, NAMES.standing),
		],
	};
}

/**
 * The nodes that find records, between the triggers and the call of the flow itself. Where they are
 * many, the call stands in a row of its own.
 */
function placeInLine(found: ReturnType<CrmAdapter['find']>) {
	const places = found.length + 2;
	const first = found[0]?.name ?? '';
	const inOneRow = (index: number) => at(AFTER_CHECK + ((index + 1) * FIND_WIDTH) / places, 0.5);
	const inTwo = (index: number, row: number) =>
		at(AFTER_CHECK + ((index + 1) * FIND_WIDTH) / 3, row);
	if (places <= IN_ONE_ROW) {
		return {
			first,
			nodes: found.map((node, index) => ({ ...node, at: inOneRow(index) })),
			call: inOneRow(places - 2),
			forget: inOneRow(places - 1),
		};
	}
	return {
		first,
		nodes: found.map((node, index) => ({ ...node, at: inTwo(index, 0.2) })),
		call: inTwo(1, 1.2),
		forget: inTwo(2, 1.2),
	};
}

/** What an agency sets for a client, in one place. */
const settingsOf = ({ crm, project, channel }: Combination): string =>
	JSON.stringify({ ...crm.settings, ...project.settings, ...channel.settings }, null, 2);
