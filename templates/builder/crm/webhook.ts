import { placeholder, type CrmAdapter, type Placed } from '../combinations/adapters';
import { httpCall, withoutPlace } from '../nodes/coreNodes';
import { fieldsItem } from '../nodes/fields';
import { ARRIVED, NAMES, setting } from '../nodes/names';
import { authenticatedWebhook, respond } from '../nodes/respond';
import { webhook as fields } from '../policies/crms';
import { salesToDelivery } from '../policies/salesToDelivery';
import { chain, type FlowPart, type Sticky, type TemplateNode } from '../nodes/workflow';

export const SENT = {
	webhook: 'A record is sent',
	map: 'Map the fields',
	verdict: 'What it is told',
	answer: 'Answer the system that sent it',
};

const FIELDS = [
	'id',
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

const NO_DECISION = 3;
const HANDOFF = '$json.handoff';

const RESTING = `${HANDOFF}.nothingNew`;
/** Over the envelope `handoff`. */
const STATUS =
	"(({ nothingNew: rest, outcome, verdict }) => rest ? (rest.step === 'done' ? 'accepted' : 'underWay') : outcome ?? (verdict?.ready ? 'ready' : 'notReady'))";

/** What the other system hears later; the same members whatever it is. The names are a promise. */
const news = (handoff: string, taskUrl: string): Record<string, string> => ({
	status: `${handoff}.outcome ?? 'notReady'`,
	recordId: `${handoff}.record.id`,
	recordTitle: `${handoff}.record.title`,
	recordUrl: `${handoff}.record.url`,
	handoffId: `${handoff}.id`,
	attempt: `${handoff}.attempt`,
	decidedBy: `${handoff}.decision?.by.name ?? ''`,
	decidedAt: `${handoff}.decision?.at ?? ''`,
	reasons: `(${handoff}.decision?.reasons ?? []).map(({ code, note }) => [code, note].filter(Boolean).join(': ')).join('; ')`,
	missing: `${handoff}.outcome ? '' : ${handoff}.verdict.findings.map(({ label }) => label).join('; ')`,
	taskUrl,
	subject: `${handoff}.message?.subject ?? ''`,
	text: `${handoff}.message?.text ?? ''`,
});

/** Tells the system that sent the record, by the address of its own hook. */
const post = (node: Placed, members: Record<string, string>): TemplateNode => ({
	...httpCall({
		...node,
		method: 'POST',
		url: `={{ ${setting('callbackUrl')} }}`,
		members,
	}),
	onError: 'continueRegularOutput',
});

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
	policy: salesToDelivery(fields),
	settings: { callbackUrl: placeholder('Hook of the other system that hears of decisions') },
	find: () => [],
	note: (node) => post(node, news(HANDOFF, "''")),
	writeLink: (node, url) => post(node, news(ARRIVED, url)),
	sent: sentLane(),
	setUp: [
		`**Another system** (Zapier, Make, Close, Attio, HighLevel, your own): it posts to the address in **${SENT.webhook}** with the header of its Header Auth credential, and is answered with the verdict. What it calls the fields stands in **${SENT.map}**. Sent again, a record goes on where it stands.`,
	],
};

/** The way in for other systems, and what they are answered at once. */
function sentLane(): FlowPart & { stickies: Sticky[] } {
	const at = (column: number, row: number) => ({ column, row });
	return {
		nodes: [
			authenticatedWebhook({ name: SENT.webhook, at: at(2.6, 0.35) }, 'handoff'),
			fieldsItem(
				{ name: SENT.map, at: at(2.6, 1.1) },
				Object.fromEntries(FIELDS.map((name) => [name, `$json.body.${name}`])),
			),
			{ ...withoutPlace(verdictItem()), at: at(8.9, 0.7) },
			respond({ name: SENT.answer, at: at(10.33, 0.7) }),
		],
		wires: [
			...chain(SENT.webhook, SENT.map, NAMES.settings),
			...[0, 1, 2, 3].map((output) => ({ from: NAMES.gate, to: SENT.verdict, output })),
			...chain(SENT.verdict, SENT.answer),
			// Another system has no list in which somebody would see that nobody decided.
			{ from: NAMES.accept, to: NAMES.note, output: NO_DECISION },
		],
		stickies: [],
	};
}

function verdictItem(): TemplateNode {
	const findings = `(${HANDOFF}.verdict?.findings ?? [])`;
	return fieldsItem(
		{ name: SENT.verdict, at: { column: 0, row: 0 } },
		{
			status: `!$json.id ? 'refused' : ${STATUS}(${HANDOFF})`,
			ready: `${HANDOFF}.verdict?.ready === true`,
			recordId: "$json.id ?? ''",
			handoffId: `${HANDOFF}.id ?? ${RESTING}?.handoffId ?? ''`,
			attempt: `${HANDOFF}.attempt ?? ${RESTING}?.attempt ?? 0`,
			missing: `${findings}.map(({ label }) => label).join('; ')`,
			findings,
		},
		{ kinds: { ready: 'boolean', attempt: 'number', findings: 'array' } },
	);
}
