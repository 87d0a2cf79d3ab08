import type { ChannelAdapter, CrmAdapter } from '../adapters';
import { placeholder } from '../adapters';
import {
	claimRecord,
	createClaims,
	createLedger,
	earlierRows,
	forgetClaims,
	readClaims,
} from '../ledger';
import { NAMES } from '../names';
import {
	ask,
	callItself,
	choose,
	everyMinutes,
	jsonItem,
	manualTrigger,
	whenCalled,
} from '../nodes';
import { IS_ACCEPTED, IS_WAITING } from '../standing';
import { chain, type FlowPart, type Position } from '../workflow';

const MINUTES_BETWEEN_RUNS = 5;
/** Shorter than the pause between two runs, so that a run that died does not block the next. */
const CLAIM_HOLDS = 4 * 60 * 1000;

const FIND = 4;
const ROW = 3;
const FIRST = -2 / 3;

const at = (column: number, row: number): Position => ({ column, row });
const find = (index: number): Position => at(FIND + index, 0.5);
const step = (index: number): Position => at(FIRST + index, ROW);

/** Finds the records, gives each an execution of its own, and sorts out those already under way. */
export function intakeLane(crm: CrmAdapter, channel: ChannelAdapter): FlowPart {
	const found = crm.find(find(1));
	const claim = `={{ '${crm.system}:' + ${crm.expressions.id} + ':' + ${crm.expressions.version} }}`;
	const first = `$input.all().map((row) => row.json).filter((row) => $now.toMillis() - new Date(row.createdAt).getTime() < ${CLAIM_HOLDS}).sort((a, b) => a.id - b.id)[0]?.execution === $execution.id`;
	return {
		nodes: [
			everyMinutes({ name: NAMES.schedule, at: at(FIND, 0) }, MINUTES_BETWEEN_RUNS),
			manualTrigger({ name: NAMES.manual, at: at(FIND, 1) }),
			found,
			callItself({ name: NAMES.each, at: find(2) }),
			forgetClaims({ name: NAMES.forget, at: find(3) }),
			whenCalled({ name: NAMES.arrives, at: step(0) }),
			jsonItem({ name: NAMES.settings, at: step(1) }, settingsOf(crm, channel)),
			createLedger({ name: NAMES.createLedger, at: step(2) }),
			createClaims({ name: NAMES.createClaims, at: step(3) }),
			claimRecord({ name: NAMES.claim, at: step(4) }, claim),
			readClaims({ name: NAMES.claims, at: step(5) }, claim),
			{ ...ask({ name: NAMES.ours, at: step(6) }, `={{ ${first} }}`), executeOnce: true },
			earlierRows({ name: NAMES.earlier, at: step(7) }, `={{ ${crm.expressions.id} }}`),
			{
				...choose(
					{ name: NAMES.standing, at: step(8) },
					[
						{ name: 'Accepted', when: `={{ ${IS_ACCEPTED} }}` },
						{ name: 'Waiting for an answer', when: `={{ ${IS_WAITING} }}` },
					],
					'To be checked',
				),
				executeOnce: true,
			},
		],
		wires: [
			{ from: NAMES.schedule, to: found.name },
			{ from: NAMES.manual, to: found.name },
			{ from: found.name, to: NAMES.each },
			{ from: NAMES.each, to: NAMES.forget },
			...chain(
				NAMES.arrives,
				NAMES.settings,
				NAMES.createLedger,
				NAMES.createClaims,
				NAMES.claim,
				NAMES.claims,
				NAMES.ours,
				NAMES.earlier,
				NAMES.standing,
			),
		],
	};
}

/** What an agency sets for a client, in one place. */
function settingsOf(crm: CrmAdapter, channel: ChannelAdapter): string {
	const account = `${crm.system}AccountId`;
	return JSON.stringify(
		{ [account]: placeholder(`${crm.label} account number`), ...channel.settings },
		null,
		2,
	);
}
