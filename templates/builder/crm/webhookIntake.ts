import { createInbox, keepRecord } from '../ledger/inbox';
import { firstOf, itemOf, NAMES } from '../nodes/names';
import { ask, jsonItem } from '../nodes/coreNodes';
import { authenticatedWebhook, respond } from '../nodes/respond';
import { IS_ACCEPTED } from '../ledger/standing';
import { chain, type FlowPart, type Sticky, type TemplateNode } from '../nodes/workflow';
import { verdictAnswer } from './webhookAnswers';

export const MAPPED = { webhook: 'A record is sent', map: 'Map the fields' };
const NAMED = 'Does it say which record?';
const KEEP = 'Keep it in the inbox';
const ANSWER = 'Answer with the verdict';
const [READY, NOT_READY] = [0, 1];
const NO = 1;
const UNDER_WAY = [0, 1];

/** The record, whichever way it came in. */
export const RECORD = `($('${NAMES.arrives}').isExecuted ? $('${NAMES.arrives}') : $('${MAPPED.map}')).first().json`;

const FIELDS = [
	'name',
	'url',
	'amount',
	'goals',
	'scope',
	'service',
	'billing_day',
	'kickoff_date',
	'client_email',
	'background',
	'owner_name',
	'owner_email',
];

/** Each field of the record, and where the other system has it: the one place to change. */
const MAPPING = `={{ {
  id: String($json.body.id ?? ''),
${FIELDS.map((name) => `  ${name}: $json.body.${name},`).join('\n')}
} }}`;

export interface News {
	after: string;
	node: TemplateNode;
}

/** The way in for other systems, what they are answered, and what they are told later. */
export function webhookIntake(news: News[]): FlowPart & { stickies: Sticky[] } {
	return {
		nodes: [...wayIn(), ...answers(), ...news.map(({ node }) => node)],
		wires: [
			...chain(MAPPED.webhook, MAPPED.map, NAMED, 'Create the inbox if missing', KEEP),
			{ from: KEEP, to: NAMES.settings },
			{ from: NAMED, to: 'Answer that it has no id', output: NO },
			...[READY, NOT_READY].map((output) => ({ from: NAMES.gate, to: ANSWER, output })),
			{ from: NAMES.ours, to: 'Answer that it is under way', output: NO },
			...UNDER_WAY.map((output) => ({
				from: NAMES.standing,
				to: 'Answer where it stands',
				output,
			})),
			...news.map(({ after, node }) => ({ from: after, to: node.name })),
		],
		stickies: [
			{
				name: 'Lane: sent',
				text: '# Sent to us\nKept first, then judged. Whoever sent it hears the verdict at once and the decision later.',
				at: { column: -1, row: 4.2 },
				columns: 9,
				rows: 2.5,
				color: 7,
			},
		],
	};
}

const wayIn = (): TemplateNode[] => [
	authenticatedWebhook({ name: MAPPED.webhook, at: { column: -2 / 3, row: 5 } }, 'handoff'),
	jsonItem({ name: MAPPED.map, at: { column: 1 / 3, row: 5 } }, MAPPING),
	ask({ name: NAMED, at: { column: 4 / 3, row: 5 } }, "={{ $json.id !== '' }}"),
	createInbox({ name: 'Create the inbox if missing', at: { column: 7 / 3, row: 5 } }),
	keepRecord(
		{ name: KEEP, at: { column: 10 / 3, row: 5 } },
		{
			recordId: `={{ ${firstOf(MAPPED.map)}.id }}`,
			record: `={{ JSON.stringify(${firstOf(MAPPED.map)}) }}`,
		},
	),
];

/** Each stands above what else the output leads to: n8n runs the branches from top to bottom. */
const answers = (): TemplateNode[] => [
	respond(
		{ name: 'Answer that it has no id', at: { column: 7 / 3, row: 5.9 } },
		{
			status: 400,
			body: `{ status: 'refused', ready: false, text: 'The record has no id: map it in “${MAPPED.map}”.' }`,
		},
	),
	respond(
		{ name: ANSWER, at: { column: 10.8, row: 1.7 } },
		{ status: 200, body: verdictAnswer(`${itemOf(NAMES.gate)}.handoff`) },
	),
	respond(
		{ name: 'Answer that it is under way', at: { column: 5.6, row: 5 } },
		{ status: 200, body: `{ status: 'underWay', recordId: ${RECORD}.id }` },
	),
	respond(
		{ name: 'Answer where it stands', at: { column: 7.4, row: 2.2 } },
		{
			status: 200,
			body: `{ status: ${IS_ACCEPTED} ? 'accepted' : 'underWay', recordId: ${RECORD}.id }`,
		},
	),
];
