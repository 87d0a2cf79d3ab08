import { placeholder } from '../combinations/adapters';
import { slack } from '../channel/slack';
import { choicesOf, describeChoice } from '../setUp/choices';
import { lane } from '../setUp/stickies';
import { ask, jsonItem } from '../nodes/coreNodes';
import { setFields } from '../nodes/setFields';
import { buildWorkflow, chain, type Sticky, type TemplateNode } from '../nodes/workflow';
import { confirmProposals } from './conversationConfirming';
import { at, NAMES } from './conversationNames';
import { conversationWebhook, pasteForm } from './conversationNodes';
import { readConversation } from './conversationReading';
import { ONE_TEXT, PROPOSAL_FIELDS, SENT } from './proposalFields';

const LISTEN_ROW = 0.2;

/** Reads proposals out of a conversation and writes what the seller confirms, nothing else. */
export function conversationProposals(): Record<string, unknown> {
	const nodes = [...listen(), ...readConversation(), ...confirmProposals()];
	return buildWorkflow({
		name: 'Propose missing deal fields from a conversation, and let the seller confirm them (HubSpot, Slack)',
		nodes,
		wires: [
			...chain(NAMES.form, NAMES.sent, NAMES.text),
			...chain(NAMES.text, NAMES.isThere, NAMES.settings, NAMES.deal, NAMES.owner, NAMES.open),
			{ from: NAMES.hook, to: NAMES.sent },
			...chain(NAMES.open, NAMES.isOpen, NAMES.read, NAMES.record, NAMES.gate, NAMES.holds),
			{ from: NAMES.gate, to: NAMES.holds, output: 1 },
			...chain(NAMES.holds, NAMES.doesHold, NAMES.words, NAMES.message),
			...chain(NAMES.message, NAMES.findSeller, NAMES.tellSeller, NAMES.confirm),
			...chain(NAMES.confirm, NAMES.isConfirmed, NAMES.write, NAMES.note, NAMES.keepNote),
			{ from: NAMES.model, to: NAMES.read, kind: 'ai_languageModel' },
		],
		stickies: stickies(nodes),
	});
}

const listen = (): TemplateNode[] => [
	pasteForm({ name: NAMES.form, at: at(4.5, -0.2) }),
	conversationWebhook({ name: NAMES.hook, at: at(4.5, 0.6) }),
	setFields({ name: NAMES.sent, at: at(5.7, LISTEN_ROW) }, SENT),
	setFields({ name: NAMES.text, at: at(6.8, LISTEN_ROW) }, ONE_TEXT),
	ask(
		{ name: NAMES.isThere, at: at(7.9, LISTEN_ROW) },
		"={{ $json.dealId !== '' && $json.text !== '' }}",
	),
	jsonItem(
		{ name: NAMES.settings, at: at(9, LISTEN_ROW) },
		JSON.stringify(
			{
				hubspotAccountId: placeholder('HubSpot account number'),
				...slack.settings,
				fields: PROPOSAL_FIELDS,
			},
			null,
			2,
		),
	),
];

const stickies = (nodes: TemplateNode[], choices = choicesOf(nodes)): Sticky[] => [
	{
		name: 'Overview',
		at: at(-0.3, -0.9),
		columns: 4.4,
		rows: 2.7,
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
	lane(
		'Lane: listen',
		'# 1 · Listen\nWhatever it comes from, it becomes one text.',
		[4.2, -0.9, 6.1, 2.7],
	),
	lane(
		'Lane: read',
		'# 2 · Read\nRules say what is open. The model looks for words, and proposes.',
		[-0.3, 1.9, 8.3, 2.4],
	),
	lane(
		'Lane: check',
		'# 3 · Check\nA proposal without its quote in the text is dropped.',
		[8.1, 1.9, 2.2, 2.4],
	),
	lane(
		'Lane: confirm',
		'# 4 · Confirm\nNothing is written before a person has sent the form.',
		[-0.3, 4.4, 10.6, 1.6],
	),
];
