import { placeholder } from '../combinations/adapters';
import type { Position, TemplateNode } from '../nodes/workflow';
import { INSTRUCTIONS, PROPOSAL_FIELDS, PROPOSAL_SCHEMA } from './proposalFields';

const LANGCHAIN = '@n8n/n8n-nodes-langchain';

interface Placed {
	name: string;
	at: Position;
}

/** A form for people; only those with the password reach it. */
export const pasteForm = ({ name, at }: Placed): TemplateNode => ({
	name,
	at,
	type: 'n8n-nodes-base.formTrigger',
	typeVersion: 2.2,
	webhookId: 'handoff-conversation-form',
	parameters: {
		authentication: 'basicAuth',
		formTitle: 'A conversation about a deal',
		formDescription: 'A call transcript, an e-mail thread or a Slack thread, as text.',
		formFields: {
			values: [
				{ fieldLabel: 'HubSpot deal id', requiredField: true },
				{ fieldLabel: 'Text of the conversation', fieldType: 'textarea', requiredField: true },
			],
		},
		options: {},
	},
});

/** A tool that has the text sends it here. */
export const conversationWebhook = ({ name, at }: Placed): TemplateNode => ({
	name,
	at,
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2,
	webhookId: 'handoff-conversation',
	parameters: {
		httpMethod: 'POST',
		path: 'handoff-conversation',
		authentication: 'headerAuth',
		options: {},
	},
});

/** n8n's own extractor: proposals with quotes, and nothing else. */
export const extractProposals = ({ name, at }: Placed, text: string): TemplateNode => ({
	name,
	at,
	type: `${LANGCHAIN}.informationExtractor`,
	typeVersion: 1.1,
	retry: true,
	// A model that does not answer proposes nothing; the deal stays as it is.
	onError: 'continueRegularOutput',
	parameters: {
		text: `={{ ${text} }}`,
		schemaType: 'manual',
		inputSchema: JSON.stringify(PROPOSAL_SCHEMA, null, 2),
		options: { systemPromptTemplate: INSTRUCTIONS },
	},
});

export const chatModel = ({ name, at }: Placed): TemplateNode => ({
	name,
	at,
	type: `${LANGCHAIN}.lmChatOpenAi`,
	typeVersion: 1.2,
	notes: 'Choose a model',
	parameters: {
		model: { __rl: true, mode: 'list', value: placeholder('OpenAI model') },
		options: { temperature: 0 },
	},
});

/** Waits for the form of a person; the page that opens decides nothing. */
export const confirmForm = (
	{ name, at }: Placed,
	{ description, valueOf }: { description: string; valueOf: (field: string) => string },
): TemplateNode => ({
	name,
	at,
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	webhookId: 'handoff-confirm',
	parameters: {
		resume: 'form',
		formTitle: 'Is this what was said?',
		formDescription: `={{ ${description} }}`,
		formFields: {
			values: PROPOSAL_FIELDS.map((field) => ({
				fieldLabel: field.label,
				defaultValue: `={{ ${valueOf(field.name)} }}`,
			})),
		},
		limitWaitTime: true,
		limitType: 'afterTimeInterval',
		resumeAmount: 7,
		resumeUnit: 'days',
		options: {},
	},
});
