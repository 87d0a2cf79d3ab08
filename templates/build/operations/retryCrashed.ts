import { placeholder } from '../adapters';
import { slack } from '../channel/slack';
import { choicesOf, describeChoice } from '../choices';
import { CLAIM_HOLDS_MS, claimInLine, createClaims, forgetClaims, holdsClaim } from '../claims';
import { firstOf, itemOf, NAMES } from '../names';
import {
	ask,
	eachInTurn,
	everyMinutes,
	httpCall,
	jsonItem,
	manualTrigger,
	splitOut,
} from '../nodes';
import { lane } from '../stickies';
import { buildWorkflow, chain, type FlowPart, type Sticky, type TemplateNode } from '../workflow';

const OWN = {
	flows: 'Which are handoff flows?',
	crashed: 'What n8n gave up',
	newest: 'What ran last',
	left: 'What nobody has retried',
	each: 'One execution each',
	turn: 'One after the other',
	retry: 'Retry it',
	outcome: 'How it went',
	any: 'Was any retried?',
	say: 'Say what was done',
	tell: 'Tell operations',
} as const;

const MINUTES_BETWEEN_RUNS = 5;
const CREDENTIAL = 'n8nApi';
/** The most that n8n gives in one answer. */
const PAGE = '250';
/**
 * n8n also marks what still runs as a sub-workflow of a worker, and takes the mark back later; and a
 * retry goes on with a record only when the claim of the execution before it has run out.
 */
const LEAVE_MINUTES = CLAIM_HOLDS_MS / 60_000 + 1;
/** Claims are kept for a day: an older execution could not be known to have been retried. */
const LOOK_BACK_HOURS = 20;
/** A retry that crashes is retried as well, but not without end. */
const MOST_RETRIES = 3;
/** n8n answers when a retry waits or has ended; what takes longer is under way. */
const ANSWER_WITHIN_MS = 5_000;

const [DONE, NEXT] = [0, 1];
const TOP = 0.2;
const LOOP = 2.6;
const TELL = 4.6;
const settings = firstOf(NAMES.settings);
const turn = itemOf(OWN.turn);
const listed = (name: string) => `${firstOf(name)}.data`;

/**
 * One workflow for all handoff flows: what n8n marks as crashed is retried once, and operations hear
 * of it. Without it, whoever accepted in the second in which n8n died has been thanked in vain.
 */
export function composeRetryCrashed(): Record<string, unknown> {
	const parts = [findingPart(), retryingPart(), tellingPart()];
	const nodes = parts.flatMap((part) => part.nodes);
	return buildWorkflow({
		name: 'Retry the handoffs that n8n gave up (Slack)',
		nodes,
		wires: parts.flatMap(({ wires }) => wires),
		stickies: stickies(nodes),
	});
}

function findingPart(): FlowPart {
	const at = (column: number) => ({ column, row: TOP });
	return {
		nodes: [
			everyMinutes({ name: NAMES.schedule, at: { column: 0, row: -0.4 } }, MINUTES_BETWEEN_RUNS),
			manualTrigger({ name: NAMES.manual, at: { column: 0, row: 0.3 } }),
			jsonItem({ name: NAMES.settings, at: at(1) }, JSON.stringify(SETTINGS, null, 2)),
			createClaims({ name: NAMES.createClaims, at: at(2) }),
			askN8n(OWN.flows, 3, 'workflows', { limit: PAGE }),
			askN8n(OWN.crashed, 4, 'executions', { status: 'crashed', limit: PAGE }),
			askN8n(OWN.newest, 5, 'executions', { limit: PAGE }),
			jsonItem({ name: OWN.left, at: at(6) }, `={{ { executions: ${LEFT} } }}`),
			{ ...splitOut(OWN.each, 'executions'), at: at(7) },
		],
		wires: [
			{ from: NAMES.manual, to: NAMES.settings },
			...chain(NAMES.schedule, NAMES.settings, NAMES.createClaims, OWN.flows),
			...chain(OWN.flows, OWN.crashed, OWN.newest, OWN.left, OWN.each, OWN.turn),
		],
	};
}

const SETTINGS = {
	n8nUrl: placeholder('Address of this n8n (https://n8n.example.com)'),
	escalationChannel: slack.settings.escalationChannel,
};

const askN8n = (
	name: string,
	column: number,
	what: string,
	query: Record<string, string>,
): TemplateNode =>
	httpCall({
		name,
		at: { column, row: TOP },
		url: `={{ ${settings}.n8nUrl }}/api/v1/${what}`,
		credential: CREDENTIAL,
		query,
	});

const FLOWS = `${listed(OWN.flows)}.filter(({ nodes }) => nodes.some(({ type }) => type.startsWith('n8n-nodes-handoff.')))`;
const KNOWN = `[...${listed(OWN.crashed)}, ...${listed(OWN.newest)}]`;
const MINUTES_AGO = `(one) => $now.diff(DateTime.fromISO(one.stoppedAt ?? one.startedAt)).as('minutes')`;
/** The execution that it is a retry of, so many steps back; undefined when there are fewer. */
const BEFORE = `Array.from({ length: ${MOST_RETRIES} }).reduce((at) => at && known.find(({ id }) => id === at.retryOf), one)`;

/**
 * Crashed executions of handoff flows, the oldest first, that are no longer at work and not retried.
 * Those that somebody started in the editor are tests, and n8n does not retry them.
 */
const LEFT = `((flows, known, ago) => ${listed(OWN.crashed)}.filter((one) => one.mode !== 'manual' && flows.some(({ id }) => id === one.workflowId) && ago(one) >= ${LEAVE_MINUTES} && ago(one) < ${LOOK_BACK_HOURS * 60} && !known.some(({ retryOf }) => retryOf === one.id) && !${BEFORE}).map((one) => ({ id: one.id, workflowId: one.workflowId, flow: flows.find(({ id }) => id === one.workflowId).name })).reverse())(${FLOWS}, ${KNOWN}, ${MINUTES_AGO})`;

function retryingPart(): FlowPart {
	const at = (column: number) => ({ column, row: LOOP });
	const claiming = claimInLine({
		names: { claim: NAMES.claim, claims: NAMES.claims, ours: NAMES.ours },
		at: { claim: at(1), claims: at(2), ours: at(3) },
		claim: `={{ 'retry:' + ${turn}.id }}`,
		goesOn: holdsClaim('$input.all()', LOOK_BACK_HOURS * 60 * 60 * 1000),
	});
	const retry = httpCall({
		name: OWN.retry,
		at: at(4),
		method: 'POST',
		url: `={{ ${settings}.n8nUrl }}/api/v1/executions/{{ ${turn}.id }}/retry`,
		credential: CREDENTIAL,
		body: `={{ JSON.stringify({ loadWorkflow: false }) }}`,
	});
	return {
		nodes: [
			eachInTurn({ name: OWN.turn, at: at(0) }),
			...claiming.nodes,
			{
				...retry,
				// A second call would retry it twice.
				retry: false,
				onError: 'continueRegularOutput',
				executeOnce: true,
				parameters: { ...retry.parameters, options: { timeout: ANSWER_WITHIN_MS } },
			},
			jsonItem(
				{ name: OWN.outcome, at: at(5) },
				`={{ ((said) => ({ ...${turn}, status: $json.status ?? 'under way', said: /timeout|aborted/i.test(said) ? '' : said }))($json.error ? String($json.error.description ?? $json.error.message ?? $json.error) : '') }}`,
			),
		],
		wires: [
			{ from: OWN.turn, to: NAMES.claim, output: NEXT },
			...claiming.wires,
			...chain(NAMES.ours, OWN.retry, OWN.outcome, OWN.turn),
			{ from: NAMES.ours, to: OWN.turn, output: 1 },
		],
	};
}

const LINK = `${settings}.n8nUrl + '/workflow/' + one.workflowId + '/executions/' + one.id`;
const LINE = `'<' + ${LINK} + '|' + one.flow.replace(/[<>|&]/g, ' ') + ' ' + one.id + '>: ' + (one.said ? 'could not be retried: ' + one.said : 'retried, ' + one.status)`;
/** Those that came back from this run; another run was at the others. */
const RETRIED = `$('${OWN.turn}').all(${DONE}).map(({ json }) => json).filter(({ flow }) => flow)`;

function tellingPart(): FlowPart {
	const at = (column: number) => ({ column, row: TELL });
	return {
		nodes: [
			{
				...ask({ name: OWN.any, at: at(1) }, `={{ ${RETRIED}.length > 0 }}`),
				executeOnce: true,
			},
			jsonItem(
				{ name: OWN.say, at: at(2) },
				`={{ ((done) => ({ subject: 'n8n gave up ' + done.length + ' handoff execution(s)', slackBlocks: [{ type: 'section', text: { type: 'mrkdwn', text: ('n8n was stopped in the middle of these executions:\\n' + done.map((one) => ${LINE}).join('\\n')).slice(0, 2900) } }] }))(${RETRIED}) }}`,
			),
			slack.tellTeam({ name: OWN.tell, at: at(3) }, '$json'),
			forgetClaims({ name: NAMES.forget, at: at(4) }),
		],
		wires: [
			{ from: OWN.turn, to: OWN.any, output: DONE },
			...chain(OWN.any, OWN.say, OWN.tell, NAMES.forget),
		],
	};
}

const overview = (nodes: readonly TemplateNode[]): string[] => [
	'# Retry the handoffs that n8n gave up',
	'### How it works',
	`When n8n is killed in the very second of a step, that execution is marked as crashed and nobody goes on with it: somebody who has just accepted was thanked, and no task is made. Every ${MINUTES_BETWEEN_RUNS} minutes this finds such executions of your handoff flows, presses **Retry** for each that nobody has retried, and tells operations in Slack. What was recorded before is not done twice. An execution is left alone for ${LEAVE_MINUTES} minutes, because n8n takes back some of its marks, is looked at for ${LOOK_BACK_HOURS} hours, and is retried ${MOST_RETRIES} times at most. Failures of a node are not retried: **failed-execution** tells of them.`,
	'### Setup',
	...[
		'In n8n: **Settings → n8n API**, a key that may list workflows, and list and retry executions. Make a credential **n8n API** of it and choose it in the four nodes that ask n8n.',
		...choicesOf(nodes).map(describeChoice),
		'**Slack**: the app of the handoff flow, and its channel in **Handoff settings**.',
		'Then **Publish**. Once in an n8n serves all handoff flows in it, those of other clients too.',
	].map((step, index) => `${index + 1}. ${step}`),
	'\nUses the Data Table `handoff_claims` of the templates of `n8n-nodes-handoff` (self-hosted).',
];

const stickies = (nodes: readonly TemplateNode[]): Sticky[] => [
	{
		name: 'Overview',
		at: { column: -4, row: -0.9 },
		columns: 3.6,
		rows: 6.7,
		color: 1,
		text: overview(nodes).join('\n'),
	},
	lane(
		'Lane: find',
		'# 1 · Find\nCrashed, of a handoff flow, and not retried.',
		[-0.3, -0.9, 8, 2.5],
	),
	lane(
		'Lane: retry',
		'# 2 · Retry once\nClaimed first: two runs retry it once.',
		[-0.3, 1.9, 8, 1.9],
	),
	lane('Lane: tell', '# 3 · Tell\nWhich ones, and what could not be retried.', [-0.3, 4, 8, 1.8]),
];
