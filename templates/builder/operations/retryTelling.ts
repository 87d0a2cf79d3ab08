import { itemOf } from '../nodes/names';
import type { TemplateNode } from '../nodes/workflow';
import { callN8n } from './callN8n';
import { LOOK_COLUMN, LOOK_ROW, RETRIES, SETTINGS } from './retryNames';
import { OPERATIONS, postInSlack } from '../nodes/slackNodes';
import { fields } from './standardNodes';

/** n8n answers when a retry waits or has ended; what takes longer is under way. */
const ANSWER_WITHIN_MS = 5_000;
/** What has died together is not started again together. */
const AT_A_TIME = { batch: { batchSize: 5, batchInterval: 2_000 } };

const IT = itemOf(RETRIES.look);
const NO_ANSWER = '/timeout|aborted/i.test($json.error.message)';
const REFUSED = "'could not be retried: ' + $json.error.message";
/** As n8n lists it, for one that could not be read. */
const LISTED = itemOf(RETRIES.unseen);
const LINE = `'<' + json.url + '|' + json.flow + '>: ' + json.done`;

/** Retries what is to be retried, and tells operations of all of it in one message. */
export function retryingNodes(): TemplateNode[] {
	const at = (column: number) => ({ column: column + LOOK_COLUMN, row: LOOK_ROW });
	const retry = callN8n(
		{ name: RETRIES.retry, at: { column: 4 + LOOK_COLUMN, row: LOOK_ROW + 0.7 } },
		{
			path: 'executions/{{ $json.id }}/retry',
			method: 'POST',
			body: '={{ JSON.stringify({ loadWorkflow: false }) }}',
		},
	);
	return [
		{
			...retry,
			// A second call would retry it twice.
			retry: false,
			onError: 'continueRegularOutput',
			parameters: {
				...retry.parameters,
				options: { timeout: ANSWER_WITHIN_MS, batching: AT_A_TIME },
			},
		},
		fields(
			{ name: RETRIES.outcome, at: at(5) },
			{
				url: `={{ ${SETTINGS}.n8nUrl }}/workflow/{{ ${LISTED}.workflowId }}/executions/{{ ${LISTED}.id }}`,
				flow: `={{ ${IT}.workflowData?.name.replace(/[<>|&]/g, ' ') ?? 'Execution' }} {{ ${LISTED}.id }}`,
				// Of what was retried too often the status is the old one: crashed.
				done: `={{ !$json.error ? 'retried: ' + $json.status : ${NO_ANSWER} ? 'retried: under way' : ${REFUSED} }}`,
			},
		),
		{
			...postInSlack(
				{ name: RETRIES.tell, at: at(6) },
				{
					channel: OPERATIONS,
					blocks: `[{ type: 'section', text: { type: 'mrkdwn', text: $input.all().map(({ json }) => ${LINE}).join('\\n').slice(0, 2900) } }]`,
					text: '=n8n gave up {{ $input.all().length }} handoff execution(s)',
				},
			),
			executeOnce: true,
			retry: true,
			onError: 'continueRegularOutput',
		},
	];
}
