import type { ChannelAdapter } from '../combinations/adapters';
import { slaTimer } from '../nodes/handoffNodes';
import { tellPerson } from '../lanes/tellPerson';
import { claimFor, forgetClaims, holdsClaim, readClaims } from '../ledger/claims';
import { earlierRows, storeRow } from '../ledger/ledger';
import { firstOf, itemOf, NAMES } from '../nodes/names';
import { ask, eachInTurn } from '../nodes/coreNodes';
import { updateOpen } from '../ledger/openHandoffs';
import { chain, type FlowPart, type TemplateNode } from '../nodes/workflow';
import { CLAIM_HOLDS, claimOf, ROW_IN_TURN, SWEEP } from './sweepNames';

const LOOP_ROW = 2.2;
const KEEP_ROW = 4.2;
const [DONE, NEXT] = [0, 1];
const STANDINGS = [0, 1, 2, 3];

const IS_OURS = holdsClaim(`$('${NAMES.claims}').all()`, CLAIM_HOLDS * 60_000);

/** A milestone that has passed, and that the ledger does not know as told. */
const IS_NEWS = `json.handoff.event && !$('${SWEEP.before}').all().some((row) => row.json.eventId === json.handoff.event.eventId)`;

/** Claims the row and looks at its clock. */
export function checkingPart(): FlowPart {
	const at = (column: number) => ({ column, row: LOOP_ROW });
	return {
		nodes: [
			eachInTurn({ name: SWEEP.each, at: at(0) }),
			claimFor({ name: NAMES.claim, at: at(1) }, `={{ ${claimOf(ROW_IN_TURN)} }}`),
			readClaims({ name: NAMES.claims, at: at(2) }, `={{ ${claimOf(ROW_IN_TURN)} }}`),
			{
				...ask({ name: NAMES.ours, at: at(3) }, `={{ ${IS_OURS} }}`),
				executeOnce: true,
			},
			earlierRows(
				{ name: SWEEP.before, at: at(4) },
				{ handoffId: `={{ ${ROW_IN_TURN}.handoffId }}` },
			),
			{
				...slaTimer(
					// As high as it has outputs: its middle stands in line with the others.
					{ name: SWEEP.check, at: { column: 5, row: LOOP_ROW - 0.16 } },
					{ operation: 'checkClock', handoff: `={{ ${ROW_IN_TURN}.handoff }}` },
				),
				executeOnce: true,
			},
			ask({ name: SWEEP.news, at: at(6) }, `={{ $input.all().some(({ json }) => ${IS_NEWS}) }}`),
		],
		wires: [
			{ from: SWEEP.each, to: NAMES.claim, output: NEXT },
			...chain(NAMES.claim, NAMES.claims, NAMES.ours, SWEEP.before, SWEEP.check),
			{ from: NAMES.ours, to: SWEEP.each, output: 1 },
			...STANDINGS.map((output) => ({ from: SWEEP.check, to: SWEEP.news, output })),
			{ from: SWEEP.news, to: SWEEP.onlyNews },
			{ from: SWEEP.news, to: SWEEP.update, output: 1 },
		],
	};
}

/** Tells what is new and writes it down; what could not be told is left to a later run. */
export function tellingPart(channel: ChannelAdapter): FlowPart {
	const at = (column: number) => ({ column, row: LOOP_ROW });
	const handoff = `${itemOf(SWEEP.onlyNews)}.handoff`;
	const settings = firstOf(NAMES.settings);
	const instead = `(${handoff}.message.subject.startsWith('Overdue') ? ${settings}.escalationChannel : ${settings}.handoffChannel)`;
	const telling = tellPerson(channel, {
		find: SWEEP.find,
		tell: SWEEP.tell,
		at: at(8),
		email: `${handoff}.message.to[0]?.email`,
		message: `${handoff}.message`,
		instead,
	});
	return {
		nodes: [
			ask({ name: SWEEP.onlyNews, at: at(7) }, `={{ [$json].some((json) => ${IS_NEWS}) }}`),
			...telling.nodes.map(leaveToLaterRun),
			storeRow({ name: SWEEP.told, at: at(10) }, `${handoff}.event`),
		],
		wires: [
			...chain(SWEEP.onlyNews, telling.first),
			...telling.wires,
			...chain(SWEEP.tell, SWEEP.told, SWEEP.wholly),
			{ from: SWEEP.tell, to: SWEEP.each, output: 1 },
		],
	};
}

/** What the channel did not take leaves by the error output. */
const leaveToLaterRun = (node: TemplateNode): TemplateNode =>
	node.name === SWEEP.tell ? { ...node, onError: 'continueErrorOutput' } : node;

/** Keeps how a clock stands, unless something could not be told. */
export const keepingPart = (): FlowPart => ({
	nodes: [
		ask(
			{ name: SWEEP.wholly, at: { column: 10, row: KEEP_ROW } },
			`={{ $('${SWEEP.tell}').all(1).length === 0 }}`,
		),
		updateOpen(
			{ name: SWEEP.update, at: { column: 7, row: KEEP_ROW } },
			{ rowId: `={{ ${ROW_IN_TURN}.id }}`, handoff: `${itemOf(SWEEP.check)}.handoff` },
		),
		forgetClaims({ name: NAMES.forget, at: { column: 1, row: KEEP_ROW } }),
	],
	wires: [
		{ from: SWEEP.wholly, to: SWEEP.update },
		{ from: SWEEP.wholly, to: SWEEP.each, output: 1 },
		{ from: SWEEP.update, to: SWEEP.each },
		{ from: SWEEP.each, to: NAMES.forget, output: DONE },
	],
});
