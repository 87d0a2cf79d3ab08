import { choicesOf, describeChoice } from '../setUp/choices';
import { lane } from '../setUp/stickies';
import type { Sticky, TemplateNode } from '../nodes/workflow';
import { LEAVE_MINUTES } from './retryFinding';
import { LOOK_BACK_HOURS, MINUTES_BETWEEN_RUNS, MOST_RETRIES } from './retryNames';

/** What the retries do and need, and a note behind each of their parts. */
export const retryStickies = (nodes: readonly TemplateNode[]): Sticky[] => [
	{
		name: 'Overview',
		at: { column: -4, row: -0.9 },
		columns: 3.6,
		rows: 8.7,
		color: 1,
		text: overview(nodes).join('\n'),
	},
	lane(
		'Lane: find',
		'# 1 · Find\nOf a handoff flow, ended by n8n, and not retried.',
		[-0.3, -0.9, 9, 2.5],
	),
	lane(
		'Lane: retry',
		'# 2 · Retry once\nClaimed first: two runs retry it once.',
		[-0.3, 1.9, 9, 1.9],
	),
	lane(
		'Lane: lost',
		'# 3 · Or mark it as lost\nn8n has written over what it knew: the handoff flow asks again.',
		[-0.3, 3.95, 9, 1.9],
	),
	lane('Lane: tell', '# 4 · Tell\nWhich ones, and what was done.', [-0.3, 6, 9, 1.8]),
];

const overview = (nodes: readonly TemplateNode[]): string[] => [
	'# Retry the handoffs that n8n gave up',
	'### How it works',
	`When n8n is killed in the very second of a step, that execution is marked as crashed and nobody goes on with it: somebody who has just accepted was thanked, and no task is made. Every ${MINUTES_BETWEEN_RUNS} minutes this finds such executions of your handoff flows, presses **Retry** for each that nobody has retried, and tells operations in Slack. What was recorded before is not done twice. When a worker dies in the middle of a step, n8n writes over what it knew of the execution, and nothing is left to retry: then the handoff flow is told, and asks the receiving team again when it finds the record. An execution is left alone for ${LEAVE_MINUTES} minutes, because n8n takes back some of its marks, is looked at for ${LOOK_BACK_HOURS} hours, and is retried ${MOST_RETRIES} times at most. Failures of a node are left alone: **failed-execution** tells of them.`,
	'### Setup',
	...[
		'In n8n: **Settings → n8n API**, a key that may list workflows, and list and retry executions. Make a credential **n8n API** of it and choose it in the six nodes that ask n8n.',
		...choicesOf(nodes).map(describeChoice),
		'**Slack**: the app of the handoff flow, and its channel in **Handoff settings**.',
		'Then **Publish**. Once in an n8n serves all handoff flows in it, those of other clients too.',
	].map((step, index) => `${index + 1}. ${step}`),
	'\nUses the Data Table `handoff_claims` of the templates of `n8n-nodes-handoff` (self-hosted).',
];
