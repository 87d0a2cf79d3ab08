import { handoffAccept, readinessGate } from '../nodes/handoffNodes';
import { createLedger, earlierRows, storeRow } from '../ledger/ledger';
import { firstOf, NAMES } from '../nodes/names';
import { ask, jsonItem } from '../nodes/coreNodes';
import { EARLIER_ROWS, IS_WAITING } from '../ledger/standing';
import { lane } from '../setUp/stickies';
import { buildWorkflow, chain, type FlowPart, type Sticky } from '../nodes/workflow';
import {
	createMessages,
	keepMessage,
	openWebhook,
	PATH,
	readMessages,
	report,
	REPORT_PATH,
	showAgain,
	showFile,
	showPage,
} from './nodes';
import { tryOutPage } from './page';
import { SAMPLE_ID, SAMPLE_POLICY, sampleDeal } from './samplePolicy';

const EVENT = '$json.handoff.event';
const [READY, NOT_READY] = [0, 1];
const [NOTIFY, ACCEPTED, RETURNED, NO_DECISION] = [0, 1, 2, 3];
const YELLOW = 1;

const HANDED_OVER = 'A deal is handed over';
const ASKED = 'Is delivery asked already?';
const NO = 1;
const DEAL = 'Sample deal';
const ROWS = { newest: 'Read the messages', ledger: 'Read the ledger' };

/** The page with the two buttons and the messages. */
const desk: FlowPart = {
	nodes: [
		openWebhook(
			{ name: 'Somebody looks', at: { column: 4, row: 0 } },
			{ method: 'GET', path: PATH },
		),
		createMessages({ name: 'Create the messages if missing', at: { column: 5, row: 0 } }),
		readMessages({ name: ROWS.newest, at: { column: 6, row: 0 } }),
		showPage(
			{ name: 'Show the desk', at: { column: 7, row: 0 } },
			tryOutPage(`$('${ROWS.newest}').all().map((row) => row.json)`),
		),
	],
	wires: chain('Somebody looks', 'Create the messages if missing', ROWS.newest, 'Show the desk'),
};

const reportLane: FlowPart = {
	nodes: [
		openWebhook(
			{ name: 'Somebody wants the report', at: { column: 9, row: 0 } },
			{ method: 'GET', path: REPORT_PATH },
		),
		createLedger({ name: 'Create the ledger before the report', at: { column: 10, row: 0 } }),
		earlierRows({ name: ROWS.ledger, at: { column: 11, row: 0 } }, { policyId: SAMPLE_POLICY.id }),
		report({ name: 'Handoff Insights', at: { column: 12, row: 0 } }),
		showFile({ name: 'Show the report', at: { column: 13, row: 0 } }, 'report'),
	],
	wires: chain(
		'Somebody wants the report',
		'Create the ledger before the report',
		ROWS.ledger,
		'Handoff Insights',
		'Show the report',
	),
};

const ROW = 3;

const handoffLane: FlowPart = {
	nodes: [
		openWebhook({ name: HANDED_OVER, at: { column: 0, row: ROW } }, { method: 'POST', path: PATH }),
		showAgain({ name: 'Back to the desk', at: { column: 1, row: ROW } }),
		createLedger({ name: NAMES.createLedger, at: { column: 2, row: ROW } }),
		earlierRows(
			{ name: NAMES.earlier, at: { column: 3, row: ROW } },
			{ policyId: SAMPLE_POLICY.id, recordId: SAMPLE_ID },
		),
		{
			...ask({ name: ASKED, at: { column: 4, row: ROW } }, `={{ ${IS_WAITING} }}`),
			executeOnce: true,
		},
		jsonItem(
			{ name: DEAL, at: { column: 5, row: ROW } },
			sampleDeal(firstOf(HANDED_OVER), EARLIER_ROWS),
		),
		readinessGate({ column: 6, row: ROW }, { policy: SAMPLE_POLICY, earlierRows: EARLIER_ROWS }),
		storeRow({ name: NAMES.ledgerReady, at: { column: 7, row: 2.2 } }, EVENT),
		handoffAccept({ column: 9, row: 4.2 }),
		storeRow({ name: NAMES.ledgerRequest, at: { column: 10, row: 2.2 } }, EVENT),
		keepMessage({ name: 'Tell the receiver', at: { column: 10, row: 3.1 } }),
		storeRow({ name: NAMES.ledgerOutcome, at: { column: 11.2, row: 4.1 } }, EVENT),
		keepMessage({ name: 'Tell both sides', at: { column: 11.2, row: 5.1 } }),
		storeRow({ name: NAMES.ledgerGaps, at: { column: 7, row: 4.4 } }, EVENT),
		keepMessage({ name: 'Tell the seller', at: { column: 7, row: 5.4 } }),
	],
	wires: [
		...chain(HANDED_OVER, 'Back to the desk', NAMES.createLedger, NAMES.earlier, ASKED),
		{ from: ASKED, to: DEAL, output: NO },
		...chain(DEAL, NAMES.gate),
		{ from: NAMES.gate, to: NAMES.ledgerReady, output: READY },
		{ from: NAMES.gate, to: NAMES.accept, output: READY },
		{ from: NAMES.gate, to: NAMES.ledgerGaps, output: NOT_READY },
		{ from: NAMES.gate, to: 'Tell the seller', output: NOT_READY },
		{ from: NAMES.accept, to: NAMES.ledgerRequest, output: NOTIFY },
		{ from: NAMES.accept, to: 'Tell the receiver', output: NOTIFY },
		{ from: 'Tell the receiver', to: NAMES.accept },
		...[ACCEPTED, RETURNED, NO_DECISION].flatMap((output) => [
			{ from: NAMES.accept, to: NAMES.ledgerOutcome, output },
			{ from: NAMES.accept, to: 'Tell both sides', output },
		]),
	],
};

const STICKIES: Sticky[] = [
	{
		name: 'Overview',
		at: { column: -1, row: -0.9 },
		columns: 4.6,
		rows: 2.1,
		color: YELLOW,
		text: [
			'# Try a handoff',
			'### How it works',
			'A page with two buttons hands over a sample deal, with gaps or complete. The gate says what is missing, who fixes it and how. What is ready is put before delivery: the page shows the message that Slack or e-mail would bring, with the link to the decision page. There you accept the deal, or return it with reasons, as Dana of delivery. Say nothing, and she is reminded after 90 seconds; after three minutes the handoff leaves by No Decision. Each step is a row of the Data Table `handoff_ledger`, which the flow creates, and the report counts them.',
			'### Setup',
			'1. **Publish** the workflow.',
			'2. Open **Somebody looks** and copy its production URL into the browser.',
			'\nNeeds the community package `n8n-nodes-handoff` (self-hosted n8n 2.39 or later).',
		].join('\n'),
	},
	lane(
		'Lane: desk',
		'# The desk\nThe page with the buttons and every message.',
		[3.8, -0.6, 4.4, 1.6],
	),
	lane('Lane: report', '# The report\nWhat the ledger says of it.', [8.8, -0.6, 5.2, 1.6]),
	lane(
		'Lane: handed over',
		'# 1 · Handed over\nThe page answers at once. While delivery is asked, another press does nothing.',
		[-0.3, 1.6, 5.9, 2.3],
	),
	lane('Lane: ready?', '# 2 · Ready?\nGaps go back to the seller.', [5.75, 1.6, 2.2, 4.9]),
	lane('Lane: ask', '# 3 · Ask\nA signed link. Silence never accepts.', [8.7, 1.6, 3.5, 4.9]),
];

/** A template that needs no account: only our nodes, core nodes, and a sample deal. */
export const composeTryOut = (): Record<string, unknown> => {
	const parts = [desk, reportLane, handoffLane];
	return buildWorkflow({
		name: 'Try a handoff, without any account',
		nodes: parts.flatMap(({ nodes }) => nodes),
		wires: parts.flatMap(({ wires }) => wires),
		stickies: STICKIES,
	});
};
