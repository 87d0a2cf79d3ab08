import type { Combination } from '../combinations/adapters';
import { claimInLine, giveBackClaim } from '../ledger/claims';
import { messageOf } from '../nodes/handoffNodes';
import { claimOf } from '../ledger/identity';
import { firstOf, NAMES } from '../nodes/names';
import { ask, jsonItem, pause } from '../nodes/coreNodes';
import { LAST_STEP } from '../ledger/standing';
import { chain, type FlowPart, type Position } from '../nodes/workflow';
import { tellPerson } from './tellPerson';

/** What is there already goes straight on; what has to be made goes the lower way. */
const ROW = 2.6;
const CLAIM_ROW = 3.6;
const MAKING_ROW = 4.4;
const AGAIN_ROW = 5.2;
const FAILED_ROW = 6.3;
const TELL_ROW = 7.1;
const ALREADY_ACCEPTED = 0;
const ACCEPTED = 1;
const FAILED = 1;
/** Below the creation, where nothing else stands. */
const DESCRIBE_AT: [Position, Position] = [
	{ column: 25.5, row: AGAIN_ROW },
	{ column: 25.5, row: FAILED_ROW },
];

const GATE_RAN = `$('${NAMES.gate}').isExecuted`;
const PACKET = `(${GATE_RAN} ? ${firstOf(NAMES.gate)}.handoff.agreed.packet.map((entry) => '**' + entry.label + ':** ' + entry.value).join('\\n\\n') : '')`;
const SINCE = `DateTime.fromISO(${GATE_RAN} ? ${firstOf(NAMES.gate)}.handoff.turns[0].from : ${LAST_STEP}.at).minus({ days: 30 }).toISO()`;
const CREATED = `($('${NAMES.createTask}').isExecuted ? $('${NAMES.createTask}').all() : []).map((item) => item.json)`;

/**
 * Makes sure that there is one task: looks before it creates, claims that it creates, writes the link
 * back, and can be run again at any time. A record that was accepted before enters here straight from
 * the intake, perhaps while the execution that was accepted is still on its way.
 */
export function acceptedLane({ crm, project, channel }: Combination): FlowPart {
	const { id, title } = crm.expressions;
	const mark = `' [${crm.recordName} ' + ${id} + ']'`;
	const { listed = (item: string) => `[${item}]` } = project.task;
	const found = `$('${NAMES.findTask}').all().flatMap((item) => ${listed('item.json')})`;
	const isTask = project.task.id('task');
	const isIt = `(task) => ${isTask} && ${project.task.title('task')}.endsWith(${mark})`;
	const theTask = `(${CREATED}.find((task) => ${isTask}) ?? ${found}.find(${isIt}))`;
	const describing =
		project.describeTask?.(DESCRIBE_AT, {
			task: `${CREATED}.find((task) => ${isTask})`,
			text: PACKET,
		}) ?? [];
	const claim = claimOf(crm, `'task'`);
	const claiming = claimInLine({
		names: { claim: NAMES.taskClaim, claims: NAMES.taskClaims, ours: NAMES.taskOurs },
		at: {
			claim: { column: 22.7, row: CLAIM_ROW },
			claims: { column: 23.6, row: CLAIM_ROW },
			ours: { column: 24.5, row: CLAIM_ROW },
		},
		claim,
	});
	const telling = tellSeller(channel, crm.expressions.ownerEmail);
	return {
		nodes: [
			project.findTask(
				{ name: NAMES.findTask, at: { column: 20.9, row: ROW } },
				{ mark, since: SINCE },
			),
			{
				...ask(
					{ name: NAMES.isThere, at: { column: 21.8, row: ROW } },
					`={{ ${found}.some(${isIt}) }}`,
				),
				executeOnce: true,
			},
			...claiming.nodes,
			project.createTask(
				{ name: NAMES.createTask, at: { column: 25.5, row: MAKING_ROW } },
				{ title: `${title} + ${mark}`, text: PACKET },
			),
			...describing,
			crm.writeLink(
				{ name: NAMES.writeLink, at: { column: 26.5, row: ROW } },
				`[${theTask}].map((task) => ${project.task.url('task')})[0]`,
			),
			...tryAgain(),
			giveBackClaim({ name: NAMES.giveBack, at: { column: 27.5, row: FAILED_ROW } }, claim),
			...telling.nodes,
			...tellOperations(channel, title),
		],
		wires: [
			{ from: NAMES.standing, to: NAMES.findTask, output: ALREADY_ACCEPTED },
			{ from: NAMES.accept, to: NAMES.findTask, output: ACCEPTED },
			...chain(NAMES.findTask, NAMES.isThere, NAMES.writeLink, WAS_ASKED),
			{ from: NAMES.isThere, to: NAMES.taskClaim, output: 1 },
			...claiming.wires,
			{ from: NAMES.taskOurs, to: NAMES.createTask },
			{ from: NAMES.taskOurs, to: WAS_ASKED, output: 1 },
			...chain(NAMES.createTask, ...describing.map(({ name }) => name), NAMES.writeLink),
			{ from: NAMES.createTask, to: NAMES.tryAgain, output: FAILED },
			{ from: NAMES.tryAgain, to: NAMES.waitALittle },
			{ from: NAMES.waitALittle, to: NAMES.findTask },
			{ from: NAMES.tryAgain, to: NAMES.giveBack, output: 1 },
			{ from: NAMES.tryAgain, to: WHY_FAILED, output: 1 },
			{ from: WHY_FAILED, to: NAMES.tellFailed },
			{ from: WAS_ASKED, to: telling.first },
			...telling.wires,
		],
	};
}

const WAS_ASKED = 'Was it accepted just now?';
const WHY_FAILED = 'Say why no task was made';

const MORE_TRIES = 2;
const SECONDS_BETWEEN = 5;

/**
 * Tries again by looking first: a call that failed may have done its work all the same. (n8n's own
 * “Retry on Fail” does not notice a failure of the ClickUp node that goes to its error output.)
 */
const tryAgain = () => [
	ask(
		{ name: NAMES.tryAgain, at: { column: 26.5, row: AGAIN_ROW } },
		`={{ $runIndex < ${MORE_TRIES} }}`,
	),
	pause({ name: NAMES.waitALittle, at: { column: 27.5, row: AGAIN_ROW } }, SECONDS_BETWEEN),
];

/** Only in the execution in which it was accepted: a repeated run does not tell it again. */
function tellSeller(channel: Combination['channel'], email: string) {
	const wasAsked = ask(
		{ name: WAS_ASKED, at: { column: 27.5, row: CLAIM_ROW } },
		`={{ $('${NAMES.accept}').isExecuted }}`,
	);
	const telling = tellPerson(channel, {
		find: NAMES.findSellerAccepted,
		tell: NAMES.tellAccepted,
		at: { column: 28.5, row: CLAIM_ROW },
		email,
		message: messageOf(NAMES.accept),
		instead: `${firstOf(NAMES.settings)}.handoffChannel`,
	});
	return { ...telling, nodes: [wasAsked, ...telling.nodes] };
}

/** A message of our own, in every form that a channel may want. */
const tellOperations = (channel: Combination['channel'], title: string) => [
	jsonItem(
		{ name: WHY_FAILED, at: { column: 27.5, row: TELL_ROW } },
		`={{ [('No task could be made for “' + ${title} + '”. It stays accepted and is tried again at the next run. The answer was: ' + ($json.error?.message ?? $json.error ?? 'unknown')).slice(0, 1900)].map((text) => ({ subject: 'No task yet for ' + ${title} + ': tried again at the next run', text, markdown: text, html: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'), slackBlocks: [{ type: 'section', text: { type: 'plain_text', text } }], adaptiveCard: { type: 'AdaptiveCard', version: '1.4', body: [{ type: 'TextBlock', text, wrap: true }] } }))[0] }}`,
	),
	channel.tellTeam({ name: NAMES.tellFailed, at: { column: 28.5, row: TELL_ROW } }, '$json'),
];
