import type { ChannelAdapter } from '../combinations/adapters';
import { asText } from '../nodes/coreNodes';
import type { Position, TemplateNode } from '../nodes/workflow';

const post = (node: { name: string; at: Position }, content: string): TemplateNode => ({
	...node,
	type: 'n8n-nodes-base.discord',
	typeVersion: 2,
	retry: true,
	onError: 'continueRegularOutput',
	parameters: {
		authentication: 'webhook',
		operation: 'sendLegacy',
		content,
		options: {},
	},
});

export const discord: ChannelAdapter = {
	label: 'Discord',
	system: 'discord',
	settings: {},
	tellPerson: (node, { message }) => post(node, `={{ ${message}.short }}`),
	tellTeam: (node, message) => post(node, `={{ ${message}.short }}`),
	tellPlain: (node, text) => post(node, asText(text)),
	setUp: [
		'**Discord**: a webhook of the channel; what is late may have a webhook of its own. Whoever reads the channel can use the link.',
	],
};
