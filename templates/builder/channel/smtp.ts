import { placeholder, type ChannelAdapter } from '../combinations/adapters';
import { asText } from '../nodes/coreNodes';
import { setting } from '../nodes/names';
import type { Position, TemplateNode } from '../nodes/workflow';
import { addressee, MAIL_SETTINGS } from './mailTexts';

interface Mail {
	to: string;
	subject: string;
	text: string;
	html?: string;
}

const send = (
	node: { name: string; at: Position },
	{ to, subject, ...body }: Mail,
): TemplateNode => ({
	...node,
	type: 'n8n-nodes-base.emailSend',
	typeVersion: 2.1,
	retry: true,
	onError: 'continueRegularOutput',
	parameters: {
		operation: 'send',
		fromEmail: `={{ ${setting('sender')} }}`,
		toEmail: to,
		subject,
		emailFormat: body.html === undefined ? 'text' : 'both',
		...body,
		options: { appendAttribution: false },
	},
});

const RESPONSIBLE = `={{ ${setting('escalationChannel')} }}`;
const formsOf = (message: string) => ({
	subject: `={{ ${message}.subject }}`,
	text: `={{ ${message}.text }}`,
	html: `={{ ${message}.html }}`,
});

export const smtp: ChannelAdapter = {
	label: 'e-mail',
	system: 'smtp',
	settings: { sender: placeholder('E-mail address that the mails come from'), ...MAIL_SETTINGS },
	tellPerson: (node, { message, email, instead }) =>
		send(node, { to: addressee(email, instead), ...formsOf(message) }),
	tellTeam: (node, message) => send(node, { to: RESPONSIBLE, ...formsOf(message) }),
	tellPlain: (node, text) =>
		send(node, { to: RESPONSIBLE, subject: 'A handoff needs you', text: asText(text) }),
	setUp: ['**E-mail**: the SMTP server that sends for your address.'],
};
