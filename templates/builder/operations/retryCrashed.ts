import { placeholder } from '../combinations/adapters';
import { choose, everyMinutes, jsonItem, manualTrigger, splitOut } from '../nodes/coreNodes';
import { firstOf, NAMES } from '../nodes/names';
import { buildWorkflow, chain, type TemplateNode, type Wire } from '../nodes/workflow';
import { callN8n } from './callN8n';
import {
	CASES,
	LEAVE_MINUTES,
	LOOK_BACK_HOURS,
	LOOK_COLUMN,
	LOOK_ROW,
	MINUTES_BETWEEN_RUNS,
	MOST_RETRIES,
	RETRIES,
} from './retryNames';
import { retryStickies } from './retryStickies';
import { retryingNodes } from './retryTelling';
import { CHANNELS } from '../nodes/slackNodes';
import { keepWhereAll, notSeenBefore } from './standardNodes';

/** The most that n8n gives in one answer. */
const PAGE = '250';
const CHOICES = {
	n8nUrl: placeholder('Address of this n8n (https://n8n.example.com)'),
	escalationChannel: CHANNELS.escalationChannel,
};

/**
 * One workflow for all handoff flows: what n8n marks as crashed is retried once, and operations hear
 * of it. Without it, whoever accepted in the second in which n8n died has been thanked in vain. Its
 * own executions are looked after as well: what it has seen once it never looks at again.
 */
export function composeRetryCrashed(): Record<string, unknown> {
	const nodes = [...findingNodes(), ...lookingNodes(), ...retryingNodes()];
	const workflow = buildWorkflow({
		name: 'Retry the handoffs that n8n gave up (Slack)',
		nodes,
		wires: WIRES,
		stickies: retryStickies(nodes),
	});
	return { ...workflow, settings: { executionOrder: 'v1', saveExecutionProgress: true } };
}

/** The outputs of the question what is to be done; the two between them lead nowhere. */
const [UNREAD, TOO_OFTEN, RETRY] = [0, 3, 4];
const WIRES: Wire[] = [
	{ from: NAMES.manual, to: NAMES.settings },
	...chain(
		NAMES.schedule,
		NAMES.settings,
		RETRIES.newest,
		RETRIES.crashed,
		RETRIES.each,
		RETRIES.due,
		RETRIES.unseen,
		RETRIES.look,
		RETRIES.which,
	),
	{ from: RETRIES.which, to: RETRIES.outcome, output: UNREAD },
	{ from: RETRIES.which, to: RETRIES.outcome, output: TOO_OFTEN },
	{ from: RETRIES.which, to: RETRIES.retry, output: RETRY },
	...chain(RETRIES.retry, RETRIES.outcome, RETRIES.tell),
];

function findingNodes(): TemplateNode[] {
	const at = (column: number) => ({ column, row: 0 });
	return [
		everyMinutes({ name: NAMES.schedule, at: { column: 0, row: -0.5 } }, MINUTES_BETWEEN_RUNS),
		manualTrigger({ name: NAMES.manual, at: { column: 0, row: 0.5 } }),
		jsonItem({ name: NAMES.settings, at: at(1) }, JSON.stringify(CHOICES, null, 2)),
		callN8n({ name: RETRIES.newest, at: at(2) }, { path: 'executions', query: { limit: PAGE } }),
		callN8n(
			{ name: RETRIES.crashed, at: at(3) },
			{ path: 'executions', query: { status: 'crashed', limit: PAGE } },
		),
		{ ...splitOut(RETRIES.each, 'data'), at: at(4) },
	];
}

const MINUTES_AGO = `={{ $now.diff(DateTime.fromISO($json.stoppedAt ?? $json.startedAt)).as('minutes') }}`;
/** Those that somebody started in the editor are tests, and n8n does not retry them. */
const COUNTS = `={{ $json.mode !== 'manual' && !$json.retrySuccessId }}`;

const IS_UNREAD = '={{ Boolean($json.error) }}';
const IS_OTHER = `={{ $json.workflowId !== $workflow.id && !($json.workflowData?.nodes ?? []).some(({ type }) => type.startsWith('n8n-nodes-handoff.')) }}`;
const IS_RETRIED = `={{ ${firstOf(RETRIES.newest)}.data.some(({ retryOf }) => retryOf == $json.id) }}`;
/** Goes back from a retry to what it is a retry of, so many steps. */
const IS_TOO_OFTEN = `={{ !!${steps()}.reduce((at) => ${firstOf(RETRIES.crashed)}.data.find(({ id }) => id == at)?.retryOf, $json.id) }}`;

function steps(): string {
	return JSON.stringify(Array.from({ length: MOST_RETRIES }, (_, index) => index + 1));
}

function lookingNodes(): TemplateNode[] {
	const at = (column: number) => ({ column: column + LOOK_COLUMN, row: LOOK_ROW });
	return [
		keepWhereAll({ name: RETRIES.due, at: at(0) }, [
			{ when: COUNTS },
			{ when: MINUTES_AGO, atLeast: LEAVE_MINUTES },
			{ when: MINUTES_AGO, below: LOOK_BACK_HOURS * 60 },
		]),
		notSeenBefore({ name: RETRIES.unseen, at: at(1) }, '={{ $json.id }}'),
		{
			...callN8n(
				{ name: RETRIES.look, at: at(2) },
				{ path: 'executions/{{ $json.id }}', query: { includeData: 'true' } },
			),
			// What cannot be read now is told, since it is not looked at again: it may be a handoff.
			onError: 'continueRegularOutput',
		},
		choose(
			{ name: RETRIES.which, at: at(3) },
			[
				{ name: CASES.unread, when: IS_UNREAD },
				{ name: CASES.other, when: IS_OTHER },
				{ name: CASES.byHand, when: IS_RETRIED },
				{ name: CASES.tooOften, when: IS_TOO_OFTEN },
			],
			CASES.retry,
		),
	];
}
