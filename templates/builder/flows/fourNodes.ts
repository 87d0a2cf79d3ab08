import { placeholder } from '../combinations/adapters';
import { jsonItem } from '../nodes/coreNodes';
import {
	buildWorkflow,
	chain,
	type Position,
	type Sticky,
	type TemplateNode,
} from '../nodes/workflow';
import { OFFICE_HOURS } from '../policies/starter';
import { describeChoice, choicesOf } from '../setUp/choices';

const NAMES = {
	sent: 'A deal is sent',
	deal: 'The deal',
	gate: 'Readiness Gate',
	accept: 'Handoff Accept',
	tell: 'Tell them',
	done: 'Note that it is set up',
} as const;

const PACKAGE = 'n8n-nodes-handoff';
const ACCEPTED_BY_GATE = 2;
const ACCEPTED_BY_TEAM = 1;

const at = (column: number, row: number): Position => ({ column, row });

/** What sales and delivery agreed, over the fields of the deal as it is sent. */
const POLICY = {
	id: 'won-deals',
	name: 'Won deals',
	record: { system: 'crm', type: 'deal', id: 'id', title: 'name', url: '{{url}}' },
	sender: { team: 'Sales', email: 'owner_email' },
	receiver: {
		team: 'Delivery',
		people: [
			{
				name: placeholder('Name of who leads delivery'),
				email: placeholder('E-mail address of who leads delivery'),
			},
		],
	},
	handOver: { when: { field: 'stage', equals: 'won' } },
	requirements: [
		{
			id: 'budget',
			label: 'Budget',
			field: 'amount',
			check: { kind: 'number', min: 1 },
			howToFix: 'Enter the amount of the signed offer.',
		},
		{
			id: 'scope',
			label: 'Scope',
			field: 'scope',
			check: { kind: 'text', minLength: 20 },
			howToFix: 'List what is in the offer, and what was said about what is not.',
		},
	],
	packet: [
		{ label: 'Budget', field: 'amount' },
		{ label: 'Scope', field: 'scope' },
	],
	acceptance: {
		checklist: [{ id: 'capacity', label: 'We have people for it', required: true }],
		returnReasons: [{ code: 'scope', label: 'The scope is not clear', needsNote: true }],
	},
	sla: { accept: { minutes: 480, milestones: [50, 100] } },
	calendars: { receiver: OFFICE_HOURS },
};

const sent: TemplateNode = {
	name: NAMES.sent,
	at: at(0, 0),
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	webhookId: 'won-deals',
	parameters: {
		httpMethod: 'POST',
		path: 'won-deals',
		authentication: 'headerAuth',
		options: {},
	},
};

const ours = (
	name: string,
	type: string,
	{ place, parameters = {} }: { place: Position; parameters?: Record<string, unknown> },
): TemplateNode => ({ name, at: place, type: `${PACKAGE}.${type}`, typeVersion: 1, parameters });

const tell: TemplateNode = {
	name: NAMES.tell,
	at: at(4, 0.8),
	type: 'n8n-nodes-base.emailSend',
	typeVersion: 2.1,
	retry: true,
	onError: 'continueRegularOutput',
	parameters: {
		fromEmail: placeholder('E-mail address that the mails come from'),
		toEmail: "={{ $json.handoff.message.to.map((person) => person.email).join(', ') }}",
		subject: '={{ $json.handoff.message.subject }}',
		emailFormat: 'html',
		html: '={{ $json.handoff.message.html }}',
		options: { appendAttribution: false },
	},
};

const NODES: TemplateNode[] = [
	sent,
	jsonItem({ name: NAMES.deal, at: at(1, 0) }, '={{ $json.body }}'),
	ours(NAMES.gate, 'readinessGate', {
		place: at(2, 0),
		parameters: { policyFrom: 'json', policy: JSON.stringify(POLICY, null, 2) },
	}),
	ours(NAMES.accept, 'handoffAccept', { place: at(3, 0) }),
	tell,
	ours(NAMES.done, 'handoffLedger', { place: at(3, -0.9) }),
];

/** The smallest flow that keeps every promise: a record, the gate, a person who decides. */
export const fourNodes = (): Record<string, unknown> =>
	buildWorkflow({
		name: 'A handoff in four nodes, built by hand',
		nodes: NODES,
		wires: [
			...chain(NAMES.sent, NAMES.deal, NAMES.gate, NAMES.accept, NAMES.tell, NAMES.accept),
			{ from: NAMES.accept, to: NAMES.gate, output: ACCEPTED_BY_TEAM },
			{ from: NAMES.gate, to: NAMES.done, output: ACCEPTED_BY_GATE },
		],
		stickies: [overview(NODES)],
	});

const overview = (nodes: readonly TemplateNode[]): Sticky => ({
	name: 'Overview',
	at: at(-3.4, -1),
	columns: 3.1,
	rows: 3.1,
	color: 1,
	text: [
		'# A handoff in four nodes',
		'### How it works',
		'The CRM sends a deal whenever it changes. The gate holds it against the policy, asks the receiving team once, and asks anew when the deal changes. Accepted deals come back to the gate, which lets each of them out by **Accepted** until the work is set up. The nodes keep all of it in the Data Tables of this project.',
		'### Setup',
		'1. Choose the Header Auth credential by which the CRM shows who it is, and your mail server.',
		...choicesOf(nodes).map((choice, index) => `${index + 2}. ${describeChoice(choice)}`),
		`${choicesOf(nodes).length + 2}. Put the node that makes the task before **${NAMES.done}**.`,
		`${choicesOf(nodes).length + 3}. Connect **Not Ready**, **Returned** and **No Decision** to what tells the sender: the message is in \`handoff.message\`.`,
		`${choicesOf(nodes).length + 4}. Publish.`,
		'\nNeeds the community package `n8n-nodes-handoff` (self-hosted n8n 2.39 or later). Where a search brings several deals at once, put **Execute Sub-workflow** between gate and Accept: once for each item, not waiting.',
	].join('\n'),
});
