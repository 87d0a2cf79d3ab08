import { placeholder } from '../adapters';
import { slack } from '../channel/slack';
import { choicesOf, describeChoice } from '../choices';
import {
	CLAIM_HOLDS_MS,
	claimFor,
	claimInLine,
	claimsOf,
	createClaims,
	forgetClaims,
	holderIn,
	holdsClaim,
	readClaims,
} from '../claims';
import { ASK, LOST } from '../identity';
import { firstOf, itemOf, NAMES } from '../names';
import {
	ask,
	choose,
	eachInTurn,
	everyMinutes,
	httpCall,
	jsonItem,
	manualTrigger,
	splitOut,
} from '../nodes';
import { lane } from '../stickies';
import {
	buildWorkflow,
	chain,
	type FlowPart,
	type Position,
	type Sticky,
	type TemplateNode,
} from '../workflow';

const OWN = {
	flows: 'Which are handoff flows?',
	crashed: 'What n8n gave up',
	failed: 'What failed',
	newest: 'What ran last',
	left: 'What nobody has retried',
	each: 'One execution each',
	turn: 'One after the other',
	look: 'What is left of it',
	which: 'Can it be retried?',
	retry: 'Retry it',
	outcome: 'How it went',
	asked: 'What it had asked',
	asking: 'Had it asked?',
	others: 'Who has asked since',
	still: 'Is it still its question?',
	lost: 'Mark the question as lost',
	lostOutcome: 'How it was lost',
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
const LOSE = 4.6;
const TELL = 6.6;
const settings = firstOf(NAMES.settings);
const turn = itemOf(OWN.turn);
const listed = (name: string) => `${firstOf(name)}.data`;

/**
 * One workflow for all handoff flows: what n8n marks as crashed is retried once, and operations hear
 * of it. Without it, whoever accepted in the second in which n8n died has been thanked in vain.
 */
export function composeRetryCrashed(): Record<string, unknown> {
	const parts = [findingPart(), retryingPart(), losingPart(), tellingPart()];
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
			askN8n(OWN.failed, 5, 'executions', { status: 'error', limit: PAGE }),
			askN8n(OWN.newest, 6, 'executions', { limit: PAGE }),
			jsonItem({ name: OWN.left, at: at(7) }, `={{ { executions: ${LEFT} } }}`),
			{ ...splitOut(OWN.each, 'executions'), at: at(8) },
		],
		wires: [
			{ from: NAMES.manual, to: NAMES.settings },
			...chain(NAMES.schedule, NAMES.settings, NAMES.createClaims, OWN.flows),
			...chain(OWN.flows, OWN.crashed, OWN.failed, OWN.newest, OWN.left, OWN.each, OWN.turn),
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
const ENDED = `[...${listed(OWN.crashed)}, ...${listed(OWN.failed)}]`;
const KNOWN = `[...${ENDED}, ...${listed(OWN.newest)}]`;
const MINUTES_AGO = `(one) => $now.diff(DateTime.fromISO(one.stoppedAt ?? one.startedAt)).as('minutes')`;
/** The execution that it is a retry of, so many steps back; undefined when there are fewer. */
const BEFORE = `Array.from({ length: ${MOST_RETRIES} }).reduce((at) => at && known.find(({ id }) => id === at.retryOf), one)`;

/**
 * Crashed and failed executions of handoff flows, the oldest first, that are no longer at work and not retried.
 * Those that somebody started in the editor are tests, and n8n does not retry them.
 */
const LEFT = `((flows, known, ago) => ${ENDED}.filter((one) => one.mode !== 'manual' && flows.some(({ id }) => id === one.workflowId) && ago(one) >= ${LEAVE_MINUTES} && ago(one) < ${LOOK_BACK_HOURS * 60} && !known.some(({ retryOf }) => retryOf === one.id) && !${BEFORE}).map((one) => ({ id: one.id, workflowId: one.workflowId, flow: flows.find(({ id }) => id === one.workflowId).name })).sort((a, b) => a.id - b.id))(${FLOWS}, ${KNOWN}, ${MINUTES_AGO})`;

function retryingPart(): FlowPart {
	const at = (column: number) => ({ column, row: LOOP });
	const claiming = claimInLine({
		names: { claim: NAMES.claim, claims: NAMES.claims, ours: NAMES.ours },
		at: { claim: at(1), claims: at(2), ours: at(3) },
		claim: `={{ 'retry:' + ${turn}.id }}`,
		goesOn: holdsClaim('$input.all()', LOOK_BACK_HOURS * 60 * 60 * 1000),
	});
	const retry = onExecution(OWN.retry, { at: at(6), path: '/retry', method: 'POST' });
	return {
		nodes: [
			eachInTurn({ name: OWN.turn, at: at(0) }),
			...claiming.nodes,
			onExecution(OWN.look, { at: at(4), query: { includeData: 'true' } }),
			choose(
				{ name: OWN.which, at: at(5) },
				[
					{ name: 'Retry it', when: "={{ $json.status === 'crashed' }}" },
					{ name: 'Its data is lost', when: `={{ $json.status === 'error' && !${RAN} }}` },
				],
				'A node failed',
			),
			{
				...retry,
				// A second call would retry it twice.
				retry: false,
				onError: 'continueRegularOutput',
				parameters: { ...retry.parameters, options: { timeout: ANSWER_WITHIN_MS } },
			},
			jsonItem(
				{ name: OWN.outcome, at: at(7) },
				`={{ ((said) => ({ ...${turn}, done: /^$|timeout|aborted/i.test(said) ? 'retried, ' + ($json.status ?? 'under way') : 'could not be retried: ' + said }))($json.error ? String($json.error.description ?? $json.error.message ?? $json.error) : '') }}`,
			),
		],
		wires: [
			{ from: OWN.turn, to: NAMES.claim, output: NEXT },
			...claiming.wires,
			...chain(NAMES.ours, OWN.look, OWN.which, OWN.retry, OWN.outcome, OWN.turn),
			{ from: NAMES.ours, to: OWN.turn, output: 1 },
			{ from: OWN.which, to: OWN.asked, output: 1 },
			{ from: OWN.which, to: OWN.turn, output: 2 },
		],
	};
}

/** How many nodes have run, as far as n8n still knows. */
const RAN = 'Object.keys($json.data?.resultData?.runData ?? {}).length';

const onExecution = (
	name: string,
	call: { at: Position; path?: string; method?: 'POST'; query?: Record<string, string> },
): TemplateNode => ({
	...httpCall({
		name,
		at: call.at,
		method: call.method,
		url: `={{ ${settings}.n8nUrl }}/api/v1/executions/{{ ${turn}.id }}${call.path ?? ''}`,
		credential: CREDENTIAL,
		query: call.query,
		...(call.method === undefined
			? {}
			: { body: '={{ JSON.stringify({ loadWorkflow: false }) }}' }),
	}),
	executeOnce: true,
});

/** The question that the lost execution had claimed, as an expression; undefined when it had none. */
const QUESTION = `$('${OWN.asked}').all().map(({ json }) => json.claim ?? '').filter((claim) => /:${ASK}:\\d+$/.test(claim)).at(-1)`;

/** What n8n wrote over cannot be retried: it is noted, and the handoff flow asks again. */
function losingPart(): FlowPart {
	const at = (column: number) => ({ column, row: LOSE });
	return {
		nodes: [
			claimsOf({ name: OWN.asked, at: at(1) }, `={{ ${turn}.id }}`),
			{
				...ask({ name: OWN.asking, at: at(2) }, `={{ !!${QUESTION} }}`),
				executeOnce: true,
			},
			readClaims({ name: OWN.others, at: at(3) }, `={{ ${QUESTION} }}`),
			{
				...ask({ name: OWN.still, at: at(4) }, `={{ ${holderIn('$input.all()')} === ${turn}.id }}`),
				executeOnce: true,
			},
			claimFor(
				{ name: OWN.lost, at: at(5) },
				`={{ ${QUESTION}.replace(/:${ASK}:\\d+$/, ':${LOST}') }}`,
			),
			jsonItem(
				{ name: OWN.lostOutcome, at: at(6) },
				`={{ { ...${turn}, done: 'lost by n8n; the receiving team is asked again when the record is found again' } }}`,
			),
		],
		wires: [
			...chain(OWN.asked, OWN.asking, OWN.others, OWN.still, OWN.lost, OWN.lostOutcome, OWN.turn),
			{ from: OWN.asking, to: OWN.turn, output: 1 },
			{ from: OWN.still, to: OWN.turn, output: 1 },
		],
	};
}

const LINK = `${settings}.n8nUrl + '/workflow/' + one.workflowId + '/executions/' + one.id`;
const LINE = `'<' + ${LINK} + '|' + one.flow.replace(/[<>|&]/g, ' ') + ' ' + one.id + '>: ' + one.done`;
/** Those that came back from this run; another run was at the others. */
const RETRIED = `$('${OWN.turn}').all(${DONE}).map(({ json }) => json).filter(({ done }) => done)`;

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

const stickies = (nodes: readonly TemplateNode[]): Sticky[] => [
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
