import { NAMES } from '../nodes/names';
import { setFields } from '../nodes/setFields';
import { lane } from '../setUp/stickies';
import {
	buildWorkflow,
	chain,
	type FlowPart,
	type Position,
	type Sticky,
	type TemplateNode,
} from '../nodes/workflow';
import {
	createMessages,
	handOver,
	keepMessage,
	LEDGER,
	page,
	readMessages,
	visit,
	visitReport,
	type Placed,
} from './nodes';
import { tryOutPage } from './page';
import { SAMPLE_DEAL, SAMPLE_POLICY } from './samplePolicy';

const [READY, NOT_READY, STILL_ACCEPTED] = [0, 1, 2];
const [NOTIFY, ACCEPTED, RETURNED, NO_DECISION] = [0, 1, 2, 3];
const YELLOW = 1;

const LOOKS = 'Somebody looks';
const CREATE = 'Create the messages if missing';
const READ = 'Read the messages';
const SHOW = 'Write the page';
const ASKS_REPORT = 'Somebody wants the report';
const REPORT = 'Handoff Insights';
const HANDED_OVER = 'A deal is handed over';
const DEAL = 'Sample deal';
const ASK = 'Tell the receiver';
const TELL = 'Tell both sides';
const DONE = 'Note that the work is set up';

const at = (column: number, row: number): Position => ({ column, row });

const ours = (node: Placed, type: string, parameters: Record<string, unknown>): TemplateNode => ({
	...node,
	type: `n8n-nodes-handoff.${type}`,
	typeVersion: 1,
	parameters: { ...parameters, ...LEDGER },
});

/** The page with the two buttons and the messages. */
const desk: FlowPart = {
	nodes: [
		visit({ name: LOOKS, at: at(0, 2.2) }),
		createMessages({ name: CREATE, at: at(1, 2.2) }),
		readMessages({ name: READ, at: at(2, 2.2) }),
		page({ name: SHOW, at: at(3, 2.2) }, tryOutPage(READ)),
	],
	wires: chain(LOOKS, CREATE, READ, SHOW),
};

const reportLane: FlowPart = {
	nodes: [
		visitReport({ name: ASKS_REPORT, at: at(5, 2.2) }),
		ours({ name: REPORT, at: at(6, 2.2) }, 'handoffInsights', {
			title: 'Handoffs of the try-out',
		}),
	],
	wires: chain(ASKS_REPORT, REPORT),
};

const handoffLane: FlowPart = {
	nodes: [
		handOver({ name: HANDED_OVER, at: at(0, 4.9) }),
		setFields({ name: DEAL, at: at(1.1, 4.9) }, SAMPLE_DEAL),
		{
			...ours({ name: NAMES.gate, at: at(2.4, 4.9) }, 'readinessGate', {
				policyFrom: 'json',
				policy: JSON.stringify(SAMPLE_POLICY, null, 2),
			}),
			notes: 'The agreed definition of ready',
		},
		ours({ name: NAMES.accept, at: at(3.8, 4.1) }, 'handoffAccept', {}),
		keepMessage({ name: ASK, at: at(4.8, 3.8) }),
		ours({ name: DONE, at: at(6, 5) }, 'handoffLedger', {}),
		keepMessage({ name: TELL, at: at(6, 6) }),
	],
	wires: [
		...chain(HANDED_OVER, DEAL, NAMES.gate),
		{ from: NAMES.gate, to: NAMES.accept, output: READY },
		{ from: NAMES.gate, to: TELL, output: NOT_READY },
		{ from: NAMES.gate, to: DONE, output: STILL_ACCEPTED },
		{ from: NAMES.accept, to: ASK, output: NOTIFY },
		{ from: ASK, to: NAMES.accept },
		{ from: NAMES.accept, to: DONE, output: ACCEPTED },
		...[ACCEPTED, RETURNED, NO_DECISION].map((output) => ({
			from: NAMES.accept,
			to: TELL,
			output,
		})),
	],
};

const STICKIES: Sticky[] = [
	{
		name: 'Overview',
		at: at(-3, 1.6),
		columns: 2.6,
		rows: 5.3,
		color: YELLOW,
		text: [
			'# Try a handoff',
			'### How it works',
			'A page with two buttons hands over a sample deal, with gaps or complete. The gate says what is missing, who fixes it and how. What is ready is put before delivery: the page shows the message that Slack or e-mail would bring, with the link to the decision page. There you accept the deal, or return it with reasons, as Dana of delivery. Say nothing, and she is reminded after 90 seconds; after three minutes the handoff leaves by No Decision. The nodes keep each step in a ledger of their own, `try_out_handoff_ledger`, and the report counts them.',
			'### Setup',
			'1. **Publish** the workflow.',
			'2. Open **Somebody looks** and copy its production URL into the browser.',
			'\nNeeds the community package `n8n-nodes-handoff` (self-hosted n8n 2.39 or later).',
		].join('\n'),
	},
	lane(
		'Lane: desk',
		'# The desk\nThe page with the buttons and every message.',
		[-0.3, 1.6, 4.4, 1.5],
	),
	lane('Lane: report', '# The report\nWhat the ledger says of it.', [4.7, 1.6, 2.2, 1.5]),
	lane(
		'Lane: ready?',
		'# 1 · Ready?\nGaps go back to the seller. While delivery is asked, the same deal once more is nothing new.',
		[-0.3, 3.2, 3.7, 3.7],
	),
	lane('Lane: ask', '# 2 · Ask\nA signed link. Silence never accepts.', [3.5, 3.2, 1.9, 3.7]),
	lane('Lane: done', '# 3 · Done\nHere your flow makes the task.', [5.5, 3.2, 1.9, 3.7]),
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
