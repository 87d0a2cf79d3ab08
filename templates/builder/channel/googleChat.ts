import { placeholder, type ChannelAdapter } from '../combinations/adapters';
import { asText } from '../nodes/coreNodes';
import { setting } from '../nodes/names';
import type { Position, TemplateNode } from '../nodes/workflow';

const post = (
	node: { name: string; at: Position },
	{ space, text }: { space: string; text: string },
): TemplateNode => ({
	...node,
	type: 'n8n-nodes-base.googleChat',
	typeVersion: 1,
	retry: true,
	onError: 'continueRegularOutput',
	parameters: {
		authentication: 'oAuth2',
		resource: 'message',
		operation: 'create',
		spaceId: `={{ ${space} }}`,
		messageUi: { text },
		additionalFields: {},
	},
});

export const googleChat: ChannelAdapter = {
	label: 'Google Chat',
	system: 'googleChat',
	settings: {
		handoffChannel: placeholder('Google Chat space for handoffs (spaces/…)'),
		escalationChannel: placeholder('Google Chat space for what is late (spaces/…)'),
	},
	tellPerson: (node, { message, instead }) =>
		post(node, { space: instead, text: `={{ ${message}.short }}` }),
	tellTeam: (node, message) =>
		post(node, { space: setting('escalationChannel'), text: `={{ ${message}.short }}` }),
	tellPlain: (node, text) =>
		post(node, { space: setting('escalationChannel'), text: asText(text) }),
	setUp: ['**Google Chat**: an account in both spaces. Whoever reads them can use the link.'],
};
