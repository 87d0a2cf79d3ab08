import { choicesOf, describeChoice } from '../setUp/choices';
import { lane } from '../setUp/stickies';
import type { Sticky, TemplateNode } from '../nodes/workflow';
import { LEAVE_MINUTES, LOOK_BACK_HOURS, MINUTES_BETWEEN_RUNS, MOST_RETRIES } from './retryNames';

/** What the retries do and need, and a note behind each of their parts. */
export const retryStickies = (nodes: readonly TemplateNode[]): Sticky[] => [
	{
		name: 'Overview',
		at: { column: -3.3, row: -1.3 },
		columns: 2.9,
		rows: 5.6,
		color: 1,
		text: overview(nodes).join('\n'),
	},
	lane(
		'Lane: find',
		'# 1 · Find\nWhat ended because n8n was killed or ran out of memory.',
		[-0.3, -1.3, 7.8, 2.7],
	),
	lane(
		'Lane: look',
		'# 2 · Look\nOnce at each: is it of a handoff flow, and has nobody retried it? What n8n does not give out is told.',
		[-0.3, 1.5, 4.7, 2.8],
	),
	lane('Lane: retry', '# 3 · Retry and tell\nWhich ones, and what came of it.', [4.5, 1.5, 3, 2.8]),
];

const overview = (nodes: readonly TemplateNode[]): string[] => [
	'# Retry the handoffs that n8n gave up',
	'### How it works',
	`When n8n is killed in the very second of a step, that execution is marked as crashed and nobody goes on with it: somebody who has just accepted was thanked, and no task is made. Every ${MINUTES_BETWEEN_RUNS} minutes this finds such executions of your handoff flows, presses **Retry** for each that nobody has retried, and tells operations in Slack. What the ledger has recorded is not done twice. An execution is left alone for ${LEAVE_MINUTES} minutes, because n8n takes back some of its marks, is looked at for ${LOOK_BACK_HOURS} hours, and is retried ${MOST_RETRIES} times at most. What fails is left alone: **failed-execution** tells of it.`,
	'### Setup',
	...[
		'In n8n: **Settings → n8n API**, a key that may list, read and retry executions. Make a credential **n8n API** of it and choose it in the four nodes that ask n8n.',
		...choicesOf(nodes).map(describeChoice),
		'**Slack**: the app of the handoff flow, and its channel in **Handoff settings**.',
		'Then **Publish**. Once in an n8n serves all handoff flows in it, those of other clients too.',
	].map((step, index) => `${index + 1}. ${step}`),
	'\nNeeds the community package `n8n-nodes-handoff` (self-hosted).',
];
