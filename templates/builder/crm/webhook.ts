import { placeholder, type CrmAdapter, type Placed } from '../combinations/adapters';
import { httpCall, jsonItem } from '../nodes/coreNodes';
import { fieldsItem } from '../nodes/fields';
import { ARRIVED, itemsOf, NAMES, setting } from '../nodes/names';
import { authenticatedWebhook, respond } from '../nodes/respond';
import { sentDeals } from '../policies/sentDeals';
import { chain, type FlowPart, type TemplateNode } from '../nodes/workflow';

export const SENT = {
	webhook: 'A record is sent',
	map: 'Map the fields',
	refuse: 'Refuse what has no id',
	answer: 'Answer the system that sent it',
};

/** What nobody could find again is refused before anything is kept of it. */
export const REFUSAL = {
	status: 'refused',
	reason:
		'No id came with it. Send one record in each request, as JSON or as a form, with its id as a text or a number in “id”.',
};
/** An id that is a list or an object would become the same text for every record. */
const ID = "typeof $json.body.id === 'object' ? '' : $json.body.id";

/** The fields of a record that is sent, each with what it holds. */
export const FIELDS = {
	id: 'The id of the deal in your CRM; the same deal always with the same',
	name: 'Name of the deal',
	url: 'Address of the deal in your CRM',
	amount: 'Amount of the offer',
	goals: 'What the client wants to achieve',
	scope: 'What is in the offer, and what is not',
	service: 'project or retainer',
	billing_day: 'Day of the month, for a retainer',
	kickoff_date: 'As 2026-03-09',
	client_email: 'Who leads the project at the client',
	background: 'A few lines on how the deal came about',
	owner_name: 'Name of the seller',
	owner_email: 'Who sells it, and is told what is missing',
};

const NO_DECISION = 3;
const FAILED = 1;
/** The way of a record without an id, behind those of a handoff. */
const REFUSED = 4;
const HANDOFF = '$json.handoff';
/** As the other system hears of values to write: it keeps them, and answers that it has. */
const FILLED_IN = 'filledIn';

/** What the other system hears later; the same members whatever it is. The names are a promise. */
const news = (handoff: string, taskUrl: string): Record<string, string> => ({
	status: `$json.write ? '${FILLED_IN}' : ${handoff}.outcome ?? ${handoff}.answer.status`,
	recordId: `${handoff}.record.id`,
	recordTitle: `${handoff}.record.title`,
	recordUrl: `${handoff}.record.url`,
	handoffId: `${handoff}.id`,
	attempt: `${handoff}.attempt`,
	decidedBy: `${handoff}.decision?.by.name ?? ''`,
	decidedAt: `${handoff}.decision?.at ?? ''`,
	reasons: `(${handoff}.decision?.reasons ?? []).map(({ code, note }) => [code, note].filter(Boolean).join(': ')).join('; ')`,
	missing: `${handoff}.outcome ? '' : ${handoff}.answer.missing`,
	taskUrl,
	subject: `${handoff}.message?.subject ?? ''`,
	text: `${handoff}.message?.text ?? ''`,
	values: '$json.write?.fields ?? {}',
});

/** Tells the system that sent the record, by the address of its own hook. */
const post = (node: Placed, members: Record<string, string>): TemplateNode => ({
	...httpCall({
		...node,
		method: 'POST',
		url: `={{ ${setting('callbackUrl')} }}`,
		members,
	}),
	onError: 'continueErrorOutput',
});

/** What was sent, with what was filled in since: the other system has taken it. */
const WITH_VALUES = `(({ write, ...record }) => ({ ...record, ...write.fields }))(${itemsOf(NAMES.check)}.first(0).json)`;

/** Zapier, Make, and every CRM that can send a request: the record comes to us. */
export const webhook: CrmAdapter = {
	label: 'another system',
	system: 'webhook',
	recordName: 'deal',
	seam: {
		records: 'won deals that other systems send',
		one: 'A won deal that Zapier, Make or a CRM sends',
		receiver: 'delivery',
	},
	policy: sentDeals,
	settings: { callbackUrl: placeholder('Hook of the other system that hears of decisions') },
	find: () => [],
	note: (node) => post(node, news(HANDOFF, "''")),
	writeLink: (node, url) => post(node, news(ARRIVED, url)),
	writeBack: {
		itemsAre: 'record',
		write: (node) => post(node, news(HANDOFF, "''")),
		after: (at) => jsonItem({ name: NAMES.recordNow, at }, `={{ ${WITH_VALUES} }}`),
	},
	sent: sentLane,
	setUp: [
		`**Another system** (Zapier, Make, Close, Attio, HighLevel, your own): it posts to the address in **${SENT.webhook}** with the header of its Header Auth credential, and is answered with the verdict. What it calls the fields stands in **${SENT.map}**. Sent again, a record goes on where it stands.`,
	],
};

/** The way in for other systems, and what they are answered at once. */
function sentLane(): FlowPart {
	const at = (column: number, row: number) => ({ column, row });
	return {
		nodes: [
			authenticatedWebhook({ name: SENT.webhook, at: at(2.6, 0.35) }, 'handoff'),
			fieldsItem({ name: SENT.map, at: at(2.6, 1.1) }, { ...theFields(), id: ID }),
			respond({ name: SENT.refuse, at: at(5.1, 0.35) }, { body: REFUSAL, status: 400 }),
			respond({ name: SENT.answer, at: at(10.33, 0.7) }, { body: `${HANDOFF}.answer` }),
		],
		wires: [
			...chain(SENT.webhook, SENT.map, NAMES.settings),
			{ from: NAMES.next, to: SENT.refuse, output: REFUSED },
			...[0, 1, 2, 3].map((output) => ({ from: NAMES.gate, to: SENT.answer, output })),
			// Another system has no list in which somebody would see that nobody decided.
			{ from: NAMES.accept, to: NAMES.note, output: NO_DECISION },
			...[NAMES.note, NAMES.writeLink].map((from) => ({
				from,
				to: NAMES.tellFailed,
				output: FAILED,
			})),
		],
	};
}

const theFields = () =>
	Object.fromEntries(Object.keys(FIELDS).map((name) => [name, `$json.body.${name}`]));
