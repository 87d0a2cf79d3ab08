import { slaTimer } from '../nodes/handoffNodes';
import { storeRow } from '../ledger/ledger';
import { firstOf, itemOf, NAMES } from '../nodes/names';
import { ask } from '../nodes/coreNodes';
import { createOpen, findOpen, forgetOpen, keepOpen, notOpen } from '../ledger/openHandoffs';
import { chain, type FlowPart } from '../nodes/workflow';

const START_ROW = 8;
/** The wires from the right come down between two nodes of the lane above. */
const START = 10.75;
/** Right of what leads here, and above it. */
const STOP_ROW = -2;
const [MET, BREACHED] = [0, 1];

/** The handoff that went back to the sender just now: returned, or not ready. */
const RETURNED = `($('${NAMES.stopClock}').isExecuted ? ${itemOf(NAMES.stopClock)} : ${itemOf(NAMES.newGaps)}).handoff`;

const hasTime = `${RETURNED}.agreed.sla.fix && ${RETURNED}.agreed.calendars.sender`;
const wentBack = `(!${RETURNED}.outcome || ${RETURNED}.outcome === 'returned')`;

/**
 * The sender's clock: when the policy agrees a time to fix (`sla.fix`), it starts when the record
 * goes back and stops when it comes again ready. Nobody waits for it here; the sweep looks at it.
 */
export const fixLane = (): FlowPart => ({
	nodes: [...startingNodes(), ...stoppingNodes()],
	wires: [
		{ from: NAMES.ledgerGaps, to: NAMES.fixAgreed },
		{ from: NAMES.ledgerClock, to: NAMES.fixAgreed },
		...chain(NAMES.fixAgreed, NAMES.createOpen, NAMES.fixRuns, NAMES.startFix),
		...chain(NAMES.startFix, NAMES.ledgerFix, NAMES.keepFix),
		{ from: NAMES.readyRecord, to: NAMES.createOpenFirst },
		...chain(NAMES.createOpenFirst, NAMES.openFix, NAMES.stopFix),
		{ from: NAMES.stopFix, to: NAMES.ledgerFixed, output: MET },
		{ from: NAMES.stopFix, to: NAMES.ledgerFixed, output: BREACHED },
		...chain(NAMES.ledgerFixed, NAMES.forgetFix),
	],
});

const startingNodes = () => [
	ask(
		{ name: NAMES.fixAgreed, at: { column: START, row: START_ROW } },
		`={{ Boolean(${wentBack} && ${hasTime}) }}`,
	),
	createOpen({ name: NAMES.createOpen, at: { column: START + 1, row: START_ROW } }),
	notOpen(
		{ name: NAMES.fixRuns, at: { column: START + 2, row: START_ROW } },
		`={{ ${RETURNED}.id }}`,
	),
	slaTimer(
		{ name: NAMES.startFix, at: { column: START + 3, row: START_ROW } },
		{
			operation: 'startClock',
			handoff: `={{ ${RETURNED} }}`,
			side: 'sender',
			targetName: 'fix',
		},
	),
	storeRow(
		{ name: NAMES.ledgerFix, at: { column: START + 4, row: START_ROW } },
		'$json.handoff.event',
	),
	keepOpen(
		{ name: NAMES.keepFix, at: { column: START + 5, row: START_ROW } },
		`${itemOf(NAMES.startFix)}.handoff`,
	),
];

/** Above the question to the receiving team: n8n runs it before that waits. */
const stoppingNodes = () => [
	createOpen({ name: NAMES.createOpenFirst, at: { column: 15.2, row: STOP_ROW } }),
	findOpen(
		{ name: NAMES.openFix, at: { column: 16.2, row: STOP_ROW } },
		`={{ ${firstOf(NAMES.readyRecord)}.handoff.id }}`,
	),
	slaTimer(
		{ name: NAMES.stopFix, at: { column: 17.2, row: STOP_ROW } },
		{ operation: 'stopClock', handoff: '={{ $json.handoff }}', stopTarget: 'fix' },
	),
	storeRow({ name: NAMES.ledgerFixed, at: { column: 18.2, row: STOP_ROW } }, '$json.handoff.event'),
	forgetOpen(
		{ name: NAMES.forgetFix, at: { column: 19.2, row: STOP_ROW } },
		`={{ ${itemOf(NAMES.openFix)}.handoffId }}`,
	),
];
