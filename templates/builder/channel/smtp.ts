import { placeholder, type ChannelAdapter } from '../combinations/adapters';
import { firstOf, NAMES } from '../nodes/names';
import type { Position, TemplateNode } from '../nodes/workflow';
import { addressee, MAIL_SETTINGS } from './mailTexts';

const SETTINGS = firstOf(NAMES.settings);

const send = (
	node: { name: string; at: Position },
	{ to, message }: { to: string; message: string },
): TemplateNode => ({
	...node,
	type: 'n8n-nodes-base.emailSend',
	typeVersion: 2.1,
	retry: true,
	onError: 'continueRegularOutput',
	parameters: {
		operation: 'send',
		fromEmail: `={{ ${SETTINGS}.sender }}`,
		toEmail: to,
		subject: `={{ ${message}.subject }}`,
		emailFormat: 'both',
		text: `={{ ${message}.text }}`,
		html: `={{ ${message}.html }}`,
		options: { appendAttribution: false },
	},
});

export const smtp: ChannelAdapter = {
	label: 'e-mail',
	system: 'smtp',
	settings: { sender: placeholder('E-mail address that the mails come from'), ...MAIL_SETTINGS },
	tellPerson: (node, { message, email, instead }) =>
		send(node, { message, to: addressee(email, instead) }),
	tellTeam: (node, message) => send(node, { message, to: `={{ ${SETTINGS}.escalationChannel }}` }),
	setUp: ['**E-mail**: the SMTP server that sends for your address.'],
};
