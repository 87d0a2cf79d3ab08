import { placeholder } from '../combinations/adapters';
import { postIfItCan } from '../nodes/slackNodes';
import { choicesOf, describeChoice } from '../setUp/choices';
import { manualTrigger } from '../nodes/coreNodes';
import {
	buildWorkflow,
	chain,
	type Position,
	type Sticky,
	type TemplateNode,
} from '../nodes/workflow';
import { report } from './insightsNodes';

const NAMES = {
	schedule: 'Every Monday at eight',
	manual: 'Run once now',
	report: 'Handoff report',
	slack: 'Post it in Slack',
	mail: 'Send it by e-mail',
} as const;

const at = (column: number, row: number): Position => ({ column, row });

/** Monday morning: the figures of the last 13 weeks in a channel, and the whole page by e-mail. */
export function composeWeeklyReport(): Record<string, unknown> {
	const nodes = [
		everyMonday({ name: NAMES.schedule, at: at(0, 0) }),
		manualTrigger({ name: NAMES.manual, at: at(0, 1) }),
		report({ name: NAMES.report, at: at(1, 0.5) }, { keepLedger: 'here' }),
		slackMessage({ name: NAMES.slack, at: at(2, 0) }),
		mail({ name: NAMES.mail, at: at(2, 1) }),
	];
	return buildWorkflow({
		name: 'Weekly handoff report to Slack and by e-mail',
		nodes,
		wires: [
			{ from: NAMES.manual, to: NAMES.report },
			...chain(NAMES.schedule, NAMES.report, NAMES.slack),
			{ from: NAMES.report, to: NAMES.mail },
		],
		stickies: [overview(nodes)],
	});
}

interface Placed {
	name: string;
	at: Position;
}

const everyMonday = (node: Placed): TemplateNode => ({
	...node,
	type: 'n8n-nodes-base.scheduleTrigger',
	typeVersion: 1.2,
	parameters: {
		rule: {
			interval: [{ field: 'weeks', weeksInterval: 1, triggerAtDay: [1], triggerAtHour: 8 }],
		},
	},
});

const slackMessage = (node: Placed): TemplateNode =>
	postIfItCan(node, {
		channel: placeholder('Slack channel ID'),
		blocks: '$json.message.slackBlocks',
		text: '={{ $json.message.subject }}',
	});

const mail = (node: Placed): TemplateNode => ({
	...node,
	type: 'n8n-nodes-base.emailSend',
	typeVersion: 2.1,
	retry: true,
	onError: 'continueRegularOutput',
	parameters: {
		fromEmail: placeholder('Sender address'),
		toEmail: placeholder('Address of the head of operations'),
		subject: '={{ $json.message.subject }}',
		emailFormat: 'html',
		html: '={{ $json.message.html }}',
		options: { appendAttribution: false, attachments: 'report' },
	},
});

const overview = (nodes: readonly TemplateNode[]): Sticky => ({
	name: 'Overview',
	at: at(-4.2, -0.4),
	columns: 3.9,
	rows: 2.8,
	color: 1,
	text: [
		'# The handoff report, every Monday',
		'### How it works',
		'Reads the ledger of this project (the Data Table `handoff_ledger`) and tells the figures of the last 13 weeks and the rule to change next: in Slack with the numbers as text, by e-mail with the whole report attached as a page that can be printed. No person is named.',
		'### Setup',
		'1. Choose the credentials of Slack and of your mail server, or remove the one you do not use.',
		...choicesOf(nodes).map((choice, index) => `${index + 2}. ${describeChoice(choice)}`),
		`${choicesOf(nodes).length + 2}. Try **Run once now**, then publish. Give your policies to **Handoff report** to see which requirements never hold anything up.`,
		'\nNeeds the community package `n8n-nodes-handoff` and a ledger with rows.',
	].join('\n'),
});
