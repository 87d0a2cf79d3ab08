import { placeholder, type ChannelAdapter, type Placed } from '../combinations/adapters';
import { setting } from '../nodes/names';
import { httpCall } from '../nodes/coreNodes';
import type { TemplateNode } from '../nodes/workflow';

interface Post {
	/** An expression for group and channel. */
	channel: string;
	members: Record<string, string>;
}

/**
 * A message in a channel. n8n's Teams node sends text and HTML only; its credential signs the call
 * all the same.
 */
const post = (node: Placed, { channel, members }: Post): TemplateNode => ({
	...httpCall({
		...node,
		method: 'POST',
		url: `=https://graph.microsoft.com/v1.0/teams/{{ ${channel} }}/messages`,
		credential: 'microsoftTeamsOAuth2Api',
		members,
	}),
	onError: 'continueRegularOutput',
});

/** An Adaptive Card, so that the links are buttons. */
const cardOf = (message: string): Record<string, string> => ({
	body: `{ contentType: 'html', content: '<attachment id="handoff"></attachment>' }`,
	attachments: `[{ id: 'handoff', contentType: 'application/vnd.microsoft.card.adaptive', content: JSON.stringify(${message}.adaptiveCard) }]`,
});

export const teams: ChannelAdapter = {
	label: 'Microsoft Teams',
	system: 'teams',
	settings: {
		handoffChannel: placeholder('Microsoft Teams channel for handoffs (GROUP/channels/CHANNEL)'),
		escalationChannel: placeholder(
			'Microsoft Teams channel for what is late (GROUP/channels/CHANNEL)',
		),
	},
	tellPerson: (node, { message, instead }) =>
		post(node, { channel: instead, members: cardOf(message) }),
	tellTeam: (node, message) =>
		post(node, { channel: setting('escalationChannel'), members: cardOf(message) }),
	tellPlain: (node, text) =>
		post(node, {
			channel: setting('escalationChannel'),
			members: {
				body: `{ contentType: 'text', content: \`${text.replaceAll('{{ ', '${').replaceAll(' }}', '}')}\` }`,
			},
		}),
	setUp: [
		'**Microsoft Teams**: the credential of a member. **Get link to channel** shows both ids, `groupId=…` and `19:…`. Whoever reads the channel can use the link.',
	],
};
