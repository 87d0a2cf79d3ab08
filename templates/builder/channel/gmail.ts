import type { ChannelAdapter } from '../combinations/adapters';
import { asText } from '../nodes/coreNodes';
import { setting } from '../nodes/names';
import type { Position, TemplateNode } from '../nodes/workflow';
import { addressee, MAIL_SETTINGS } from './mailTexts';

const send = (
	node: { name: string; at: Position },
	{ to, subject, html }: { to: string; subject: string; html: string },
): TemplateNode => ({
	...node,
	type: 'n8n-nodes-base.gmail',
	typeVersion: 2.1,
	retry: true,
	onError: 'continueRegularOutput',
	parameters: {
		authentication: 'oAuth2',
		resource: 'message',
		operation: 'send',
		sendTo: to,
		subject,
		emailType: 'html',
		message: html,
		options: { appendAttribution: false },
	},
});

const RESPONSIBLE = `={{ ${setting('escalationChannel')} }}`;
const formsOf = (message: string) => ({
	subject: `={{ ${message}.subject }}`,
	html: `={{ ${message}.html }}`,
});

export const gmail: ChannelAdapter = {
	label: 'Gmail',
	system: 'gmail',
	settings: MAIL_SETTINGS,
	tellPerson: (node, { message, email, instead }) =>
		send(node, { to: addressee(email, instead), ...formsOf(message) }),
	tellTeam: (node, message) => send(node, { to: RESPONSIBLE, ...formsOf(message) }),
	tellPlain: (node, text) =>
		send(node, { to: RESPONSIBLE, subject: 'A handoff needs you', html: asText(text) }),
	setUp: ['**Gmail**: the account that the mails come from.'],
};
