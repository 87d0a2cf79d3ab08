import { choicesOf, describeChoice } from '../setUp/choices';
import {
	buildWorkflow,
	chain,
	type Position,
	type Sticky,
	type TemplateNode,
} from '../nodes/workflow';
import { insights, report } from './insightsNodes';

const NAMES = {
	visitReport: 'Somebody opens the report',
	report: 'Handoff report',
	showReport: 'Show the report',
	visitOpen: 'Somebody asks what is open',
	open: 'Open handoffs',
	showOpen: 'Give the open handoffs',
} as const;

const at = (column: number, row: number): Position => ({ column, row });
const REPORT_ROW = 0;
const OPEN_ROW = 1.4;

/** A page with the report, and a list of what is open, behind a user name and a password. */
export function composeDashboard(): Record<string, unknown> {
	const nodes = [
		protectedVisit(NAMES.visitReport, 'handoff-report', at(0, REPORT_ROW)),
		report({ name: NAMES.report, at: at(1, REPORT_ROW) }, { keepLedger: 'here' }),
		answer(NAMES.showReport, at(2, REPORT_ROW), {
			respondWith: 'binary',
			responseDataSource: 'set',
			inputFieldName: 'report',
		}),
		protectedVisit(NAMES.visitOpen, 'handoff-open', at(0, OPEN_ROW)),
		{
			...insights(
				{ name: NAMES.open, at: at(1, OPEN_ROW) },
				{ operation: 'listOpen', keepLedger: 'here' },
			),
			alwaysOutputData: true,
		},
		answer(NAMES.showOpen, at(2, OPEN_ROW), {
			respondWith: 'json',
			responseBody:
				'={{ JSON.stringify($input.all().map((item) => item.json).filter((open) => open.handoffId)) }}',
		}),
	];
	return buildWorkflow({
		name: 'Handoff dashboard: the report and the open handoffs, behind a password',
		nodes,
		wires: [
			...chain(NAMES.visitReport, NAMES.report, NAMES.showReport),
			...chain(NAMES.visitOpen, NAMES.open, NAMES.showOpen),
		],
		stickies: [overview(nodes)],
	});
}

/** n8n asks for user name and password before anything runs. */
const protectedVisit = (name: string, path: string, where: Position): TemplateNode => ({
	name,
	at: where,
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	webhookId: path,
	parameters: {
		httpMethod: 'GET',
		path,
		authentication: 'basicAuth',
		responseMode: 'responseNode',
		options: {},
	},
});

const answer = (
	name: string,
	where: Position,
	parameters: Record<string, unknown>,
): TemplateNode => ({
	name,
	at: where,
	type: 'n8n-nodes-base.respondToWebhook',
	typeVersion: 1.1,
	executeOnce: true,
	parameters: { ...parameters, options: {} },
});

const overview = (nodes: readonly TemplateNode[]): Sticky => ({
	name: 'Overview',
	at: at(-4.2, -0.4),
	columns: 3.9,
	rows: 2.8,
	color: 1,
	text: [
		'# A dashboard of your handoffs',
		'### How it works',
		'`/webhook/handoff-report` shows the report of the last 13 weeks as a page: why handoffs come back, how long each team has them, which rule to change next. `/webhook/handoff-open` gives what is open as JSON: who has the ball, since when, due when. Both read the ledger of this project (the Data Table `handoff_ledger`), and both ask for a user name and a password.',
		'### Setup',
		`1. Choose one **Basic Auth** credential in **${NAMES.visitReport}** and **${NAMES.visitOpen}**.`,
		...choicesOf(nodes).map((choice, index) => `${index + 2}. ${describeChoice(choice)}`),
		'3. Publish, and open the address in a browser. Give your policies to **Handoff report** to see which requirements never hold anything up.',
		'\nNeeds the community package `n8n-nodes-handoff` and a ledger with rows.',
	].join('\n'),
});
