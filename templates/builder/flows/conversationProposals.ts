import { placeholder } from '../combinations/adapters';
import { slack } from '../channel/slack';
import { choicesOf, describeChoice } from '../setUp/choices';
import { hubspot } from '../crm/hubspot';
import { readinessGate } from '../nodes/handoffNodes';
import { firstOf, NAMES } from '../nodes/names';
import { ask, httpCall, jsonItem } from '../nodes/coreNodes';
import { buildWorkflow, chain, type Sticky, type TemplateNode } from '../nodes/workflow';
import {
	chatModel,
	confirmForm,
	conversationWebhook,
	extractProposals,
	pasteForm,
} from './conversationNodes';
import { ONE_TEXT, PROPOSAL_FIELDS } from './proposalFields';

const API = 'https://api.hubapi.com/crm/v3';
const CREDENTIAL = 'hubspotAppToken';
const TEXT = 'As one text';
const DEAL = 'Read the deal';
const OPEN = 'What is still open';
const HOLDS = 'What holds';
const MODEL = 'Chat model';
const READ = 'Read it out of the conversation';
const CONFIRM = 'The seller confirms';
const [FORM, HOOK] = ['Paste a conversation', 'A tool sends a conversation'];

const FIELDS = JSON.stringify(PROPOSAL_FIELDS);
const deal = firstOf(DEAL);
const held = firstOf(HOLDS);
const row = 3;
const at = (column: number, below = 0) => ({ column, row: row + below });

/** Reads proposals out of a conversation and writes what the seller confirms, nothing else. */
export function conversationProposals(): Record<string, unknown> {
	const nodes = [...listen(), ...read(), ...confirm()];
	return buildWorkflow({
		name: 'Propose missing deal fields from a conversation, and let the seller confirm them (HubSpot, Slack)',
		nodes,
		wires: [
			...chain(FORM, TEXT, 'Is there a deal and a text?', NAMES.settings, DEAL, NAMES.owner, OPEN),
			{ from: HOOK, to: TEXT },
			...chain(OPEN, 'Is anything open?', READ, NAMES.record, NAMES.gate, HOLDS),
			{ from: NAMES.gate, to: HOLDS, output: 1 },
			...chain(HOLDS, 'Does a proposal hold?', NAMES.findSeller, NAMES.tellSeller, CONFIRM),
			...chain(
				CONFIRM,
				'Did the seller confirm?',
				'Write what was confirmed',
				'Note where it comes from',
			),
			{ from: MODEL, to: READ, kind: 'ai_languageModel' },
		],
		stickies: stickies(nodes),
	});
}

const listen = (): TemplateNode[] => [
	pasteForm({ name: FORM, at: at(-2 / 3) }),
	conversationWebhook({ name: HOOK, at: at(-2 / 3, 1.1) }),
	jsonItem({ name: TEXT, at: at(0.4) }, `={{ ${ONE_TEXT} }}`),
	ask(
		{ name: 'Is there a deal and a text?', at: at(1.4) },
		"={{ $json.dealId !== '' && $json.text !== '' }}",
	),
	jsonItem(
		{ name: NAMES.settings, at: at(2.4) },
		JSON.stringify(
			{ hubspotAccountId: placeholder('HubSpot account number'), ...slack.settings },
			null,
			2,
		),
	),
];

/** The rules say what is open and whether a quote holds; the model only looks for words. */
const read = (): TemplateNode[] => [
	httpCall({
		name: DEAL,
		at: at(3.5),
		url: `=${API}/objects/deals/{{ ${firstOf(TEXT)}.dealId }}`,
		credential: CREDENTIAL,
		query: {
			properties: [
				'dealname,amount,dealstage,description,hubspot_owner_id',
				...PROPOSAL_FIELDS.map(({ name }) => name),
			].join(','),
		},
	}),
	{
		...httpCall({
			name: NAMES.owner,
			at: at(4.5),
			url: `=${API}/owners/{{ ${deal}.properties.hubspot_owner_id }}`,
			credential: CREDENTIAL,
		}),
		onError: 'continueRegularOutput',
	},
	jsonItem(
		{ name: OPEN, at: at(5.5) },
		`={{ { open: ${FIELDS}.filter((field) => !${deal}.properties[field.name] || /^(tbd|n\\/a|-|\\?)$/i.test(${deal}.properties[field.name].trim())) } }}`,
	),
	ask({ name: 'Is anything open?', at: at(6.5) }, '={{ $json.open.length > 0 }}'),
	extractProposals(
		{ name: READ, at: at(7.5) },
		`'Open fields:\\n' + $json.open.map((field) => '- ' + field.name + ': ' + field.about).join('\\n') + '\\n\\nConversation:\\n' + ${firstOf(TEXT)}.text`,
	),
	chatModel({ name: MODEL, at: at(7.5, 1.2) }),
	jsonItem(
		{ name: NAMES.record, at: at(8.8) },
		`={{ { ...${deal}, url: 'https://app.hubspot.com/contacts/' + ${firstOf(NAMES.settings)}.hubspotAccountId + '/record/0-3/' + ${deal}.id, owner: ((owner) => ({ name: [owner.firstName, owner.lastName].filter(Boolean).join(' '), email: owner.email ?? '' }))(${firstOf(NAMES.owner)}), conversation: ${firstOf(TEXT)}.text, proposals: ($json.output?.proposals ?? []).map((one) => ({ field: 'properties.' + one.field, value: one.value, quote: one.quote, source: 'conversation' })) } }}`,
	),
	withProposals(readinessGate(at(9.8), { policy: hubspot.policy, earlierRows: '[]' })),
];

const withProposals = (gate: TemplateNode): TemplateNode => ({
	...gate,
	parameters: { ...gate.parameters, proposals: '={{ $json.proposals }}' },
});

const confirm = (): TemplateNode[] => [
	jsonItem(
		{ name: HOLDS, at: at(10.8) },
		`={{ ((proposals) => ({ proposals, subject: 'Please confirm what was said: ' + ${deal}.properties.dealname, slackBlocks: [{ type: 'section', text: { type: 'plain_text', text: ('Read out of a conversation about “' + ${deal}.properties.dealname + '”:\\n' + proposals.map((one) => '- ' + one.field.replace('properties.', '') + ': ' + one.value + ' (“' + one.quote + '”)').join('\\n')).slice(0, 2900) } }, { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Check and confirm' }, url: $execution.resumeFormUrl }] }] }))($json.handoff.verdict.proposals.filter((one) => one.verified && ${firstOf(OPEN)}.open.some((field) => 'properties.' + field.name === one.field))) }}`,
	),
	ask({ name: 'Does a proposal hold?', at: at(11.8) }, '={{ $json.proposals.length > 0 }}'),
	...(slack.findPerson === undefined
		? []
		: [
				slack.findPerson(
					{ name: NAMES.findSeller, at: at(12.9) },
					`${firstOf(NAMES.record)}.owner.email`,
				),
			]),
	slack.tellPerson(
		{ name: NAMES.tellSeller, at: at(13.9) },
		{
			message: held,
			email: `${firstOf(NAMES.record)}.owner.email`,
			lookup: '$json',
			instead: `${firstOf(NAMES.settings)}.handoffChannel`,
		},
	),
	confirmForm(
		{ name: CONFIRM, at: at(14.9) },
		{
			description: `'Correct what is wrong and empty what was not agreed. ' + ${held}.proposals.map((one) => one.field.replace('properties.', '') + ': “' + one.quote + '”').join(' · ')`,
			valueOf: (field) =>
				`${held}.proposals.find((one) => one.field === 'properties.${field}')?.value ?? ''`,
		},
	),
	ask({ name: 'Did the seller confirm?', at: at(15.9) }, '={{ Boolean($json.submittedAt) }}'),
	httpCall({
		name: 'Write what was confirmed',
		at: at(16.9),
		method: 'PATCH',
		url: `=${API}/objects/deals/{{ ${deal}.id }}`,
		credential: CREDENTIAL,
		body: `={{ JSON.stringify({ properties: Object.fromEntries(${FIELDS}.map((field) => [field.name, $json[field.label]]).filter(([, value]) => value)) }) }}`,
	}),
	{
		...httpCall({
			name: 'Note where it comes from',
			at: at(17.9),
			method: 'POST',
			url: `${API}/objects/notes`,
			credential: CREDENTIAL,
			body: `={{ JSON.stringify({ properties: { hs_timestamp: $now.toMillis(), hs_note_body: ('Confirmed by the seller from a conversation: ' + ${held}.proposals.map((one) => one.field.replace('properties.', '') + ' “' + one.quote + '”').join('; ')).replaceAll('&', '&amp;').replaceAll('<', '&lt;') }, associations: [{ to: { id: ${deal}.id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 214 }] }] }) }}`,
		}),
		onError: 'continueRegularOutput',
	},
];

const lane = (name: string, text: string, column: number, columns: number): Sticky => ({
	name: `Lane: ${name}`,
	text,
	at: { column, row: 2.1 },
	columns,
	rows: 3,
	color: 7,
});

const stickies = (nodes: TemplateNode[], choices = choicesOf(nodes)): Sticky[] => [
	{
		name: 'Overview',
		at: { column: -1, row: -0.9 },
		columns: 4.5,
		rows: 2.8,
		color: 1,
		text: [
			'# Propose missing deal fields from a conversation',
			'### How it works',
			'A call transcript (Fireflies, Gong, Zoom), an e-mail thread or a Slack thread comes in as text, pasted into a form or sent by a tool. Rules say which fields of the deal are open; the model proposes values for these, each with a quote. **Readiness Gate** keeps a proposal only when its quote stands word for word in the conversation. The seller gets a form with what is left, corrects or empties it, and sends it. Only then something is written to HubSpot, and the handoff flow checks the deal again.',
			'### Setup',
			'1. **HubSpot**: the private app token of the handoff flow. **Slack**: its app. **OpenAI**: an API key. **Basic Auth** for the form, **Header Auth** for tools.',
			...choices.map((choice, index) => `${index + 2}. ${describeChoice(choice)}`),
			`${choices.length + 2}. Paste the policy of your handoff flow into **Readiness Gate**, then **Publish**.`,
			'\nNeeds the community package `n8n-nodes-handoff` (self-hosted).',
		].join('\n'),
	},
	lane('listen', '# 1 · Listen\nWhatever it comes from, it becomes one text.', -1, 4.2),
	lane(
		'read',
		'# 2 · Read\nRules say what is open. The model looks for words, and proposes.',
		3.3,
		5.1,
	),
	lane('check', '# 3 · Check\nA proposal without its quote in the text is dropped.', 8.6, 3.9),
	lane('confirm', '# 4 · Confirm\nNothing is written before a person has sent the form.', 12.6, 6),
];
