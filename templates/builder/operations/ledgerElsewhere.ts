import { choicesOf, describeChoice } from '../setUp/choices';
import { choose, whenCalled } from '../nodes/coreNodes';
import { setFields } from '../nodes/setFields';
import type { FlowPart, Position, Sticky, TemplateNode } from '../nodes/workflow';

/** The nodes that every workflow has which keeps the ledger outside n8n. */
export const NAMES = {
	called: 'When a node asks its ledger',
	whose: 'Whose ledger it is',
	which: 'Which call it is',
	unknown: 'Refuse what is no call',
	report: 'Run to see the report',
	insights: 'Why handoffs fail',
} as const;

export const at = (column: number, row: number): Position => ({ column, row });

/** What the nodes ask a workflow that keeps their ledger; docs/ledger.md says it in full. */
export const CALLS = [
	'positions',
	'rows',
	'allRows',
	'claim',
	'write',
	'rewrite',
	'remove',
] as const;
export type Call = (typeof CALLS)[number];

const ROW = 0.8;
/** The height at which a call is answered. */
export const rowOf = (call: Call): number => CALLS.indexOf(call) * ROW;
const LAST = CALLS.length * ROW;
const MIDDLE = LAST / 2;

/** Takes a call, says whose ledger is meant, and leads it to the node that is named for it. */
export const takeCalls = (nodeOf: Record<Call, string>): FlowPart => ({
	nodes: [
		whenCalled({ name: NAMES.called, at: at(0, MIDDLE) }),
		setFields({ name: NAMES.whose, at: at(1, MIDDLE) }, [WHOSE], { keep: true }),
		choose(
			{ name: NAMES.which, at: at(2, MIDDLE - 0.5) },
			CALLS.map((name) => ({ name, when: `={{ $json.call === '${name}' }}` })),
			'no call',
		),
		refuse({ name: NAMES.unknown, at: at(3.2, LAST) }),
	],
	wires: [
		{ from: NAMES.called, to: NAMES.whose },
		{ from: NAMES.whose, to: NAMES.which },
		...CALLS.map((call, output) => ({ from: NAMES.which, to: nodeOf[call], output })),
		{ from: NAMES.which, to: NAMES.unknown, output: CALLS.length },
	],
});

/** What begins in a test run is kept apart, and so is each client of an agency. */
const WHOSE = { name: 'ledger', value: "={{ $json.ledgerName + ($json.test ? ':test' : '') }}" };

interface Placed {
	name: string;
	at: Position;
}

/** The node that asked must not go on as if its step had been kept. */
const refuse = (node: Placed): TemplateNode => ({
	...node,
	type: 'n8n-nodes-base.stopAndError',
	typeVersion: 1,
	parameters: { errorMessage: '=This workflow cannot answer “{{ $json.call }}”.' },
});

interface Overview {
	store: string;
	how: string;
	nodes: readonly TemplateNode[];
	steps: string[];
}

/** What the workflow is for, and how it is set up. */
export function overview({ store, how, nodes, steps }: Overview): Sticky {
	const setUp = [
		...steps,
		...choicesOf(nodes).map(describeChoice),
		'**Publish**. In every node of this package in your flows choose **Keep Ledger** → **By a Workflow of Mine**, and this workflow.',
	];
	return {
		name: 'Overview',
		at: at(-4.4, -0.4),
		columns: 3.9,
		rows: 3.2,
		color: 1,
		text: [
			`# The ledger in ${store}`,
			'### How it works',
			'Gate, acceptance, clocks and report ask this workflow instead of a Data Table: where handoffs stand, what happened, and who does the next step. One line answers each call.',
			how,
			'Ledgers with a name, and what test runs in the editor leave, are kept apart by the column `ledger`. **Run to see the report** reads the ledger that has no name.',
			'### Setup',
			...setUp.map((step, index) => `${index + 1}. ${step}`),
			'\nNeeds the community package `n8n-nodes-handoff`.',
		].join('\n'),
	};
}
