import type { ChannelAdapter } from '../combinations/adapters';
import { firstOf, NAMES } from '../nodes/names';
import type { Position, TemplateNode } from '../nodes/workflow';
import { addressee, MAIL_SETTINGS } from './mailTexts';

const send = (
	node: { name: string; at: Position },
	{ to, message }: { to: string; message: string },
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
		subject: `={{ ${message}.subject }}`,
		emailType: 'html',
		message: `={{ ${message}.html }}`,
		options: { appendAttribution: false },
	},
});

export const gmail: ChannelAdapter = {
	label: 'Gmail',
	system: 'gmail',
	settings: MAIL_SETTINGS,
	tellPerson: (node, { message, email, instead }) =>
		send(node, { message, to: addressee(email, instead) }),
	tellTeam: (node, message) =>
		send(node, { message, to: `={{ ${firstOf(NAMES.settings)}.escalationChannel }}` }),
	setUp: ['**Gmail**: the account that the mails come from.'],
};
