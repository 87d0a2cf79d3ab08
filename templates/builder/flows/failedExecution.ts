import { addMembers } from '../nodes/coreNodes';
import { NAMES } from '../nodes/names';
import { buildWorkflow, chain, type TemplateNode } from '../nodes/workflow';
import { CHANNELS, OPERATIONS, postInSlack } from '../nodes/slackNodes';
import { fields, notSeenBefore } from '../operations/standardNodes';
import { overviewOf } from './operationsNodes';

const [TRIGGER, SAY, ONCE, TELL] = [
	'An execution failed',
	'Say what failed',
	'Not told today',
	'Tell operations',
];
const at = (column: number) => ({ column, row: 3 });

/** Of a trigger that failed there is no execution. */
const ERROR = '($json.execution ?? $json.trigger)?.error?.message';
const NODE = `{{ $json.execution?.lastNodeExecuted ?? 'no known node' }}`;
const BUTTON = `[{ type: 'button', text: { type: 'plain_text', text: 'Open the execution' }, url: $json.execution.url }]`;
const ADVICE = 'Mend the cause and press Retry: what the ledger has recorded is not done twice.';

const sayingNodes = (): TemplateNode[] => [
	fields(
		{ name: SAY, at: at(1.7) },
		{
			subject: '=Failed: {{ $json.workflow?.name }}',
			text: `=“{{ $json.workflow?.name }}” failed at “${NODE}”: {{ ${ERROR}?.slice(0, 2000) ?? 'no message' }}`,
			advice: ADVICE,
		},
		{
			button: `={{ $json.execution?.url ? [{ type: 'actions', elements: ${BUTTON} }] : [] }}`,
		},
	),
	{
		...notSeenBefore({ name: ONCE, at: at(2.9) }, '={{ $today.toISODate() }} {{ $json.text }}'),
		// When n8n can remember no more of them, a failure is told again and not kept back.
		onError: 'continueRegularOutput',
	},
	{
		...postInSlack(
			{ name: TELL, at: at(4.1) },
			{
				channel: OPERATIONS,
				blocks: `[{ type: 'section', text: { type: 'plain_text', text: $json.text + '\\n' + $json.advice } }, ...$json.button]`,
				text: '={{ $json.subject }}',
			},
		),
		retry: true,
		onError: 'continueRegularOutput',
	},
];

/** The error workflow of a client: what failed is told once a day, with a link to the execution. */
export const failedExecution = (): Record<string, unknown> =>
	buildWorkflow({
		name: 'Tell operations when an execution fails (Slack)',
		nodes: [
			{
				name: TRIGGER,
				at: at(-2 / 3),
				type: 'n8n-nodes-base.errorTrigger',
				typeVersion: 1,
				parameters: {},
			},
			{ ...addMembers(NAMES.settings, JSON.stringify(CHANNELS, null, 2)), at: at(0.5) },
			...sayingNodes(),
		],
		wires: chain(TRIGGER, NAMES.settings, SAY, ONCE, TELL),
		stickies: [
			overviewOf(
				[
					'# Tell operations when an execution fails',
					'### How it works',
					'n8n starts this flow whenever an execution of a flow fails that names it as its error workflow. It tells operations in Slack which flow failed, at which node and why, with a button that opens the execution: which record it was stands there. The same failure is told once a day. Without a retry, a later search takes up a record that was found by one; a record that another system sent does not come again, and a question that had gone out waits until an hour after its time.',
					'### Setup',
					`1. **Slack**: the app of the handoff flow, and its channels in **${NAMES.settings}**.`,
					'2. Save this workflow. In each handoff flow: **Settings → Error workflow**, and choose it there.',
					'3. It needs no publishing: n8n calls it when something fails.',
				],
				5.3,
			),
		],
	});
