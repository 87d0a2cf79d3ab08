import { placeholder, type ChannelAdapter } from '../combinations/adapters';
import { firstOf, NAMES } from '../nodes/names';
import { httpCall } from '../nodes/coreNodes';
import type { Position, TemplateNode } from '../nodes/workflow';

const SETTINGS = firstOf(NAMES.settings);

/**
 * An Adaptive Card in a channel, so that the links are buttons. n8n's Teams node sends text and HTML
 * only; its credential signs the call all the same.
 */
const post = (
	node: { name: string; at: Position },
	{ channel, card }: { channel: string; card: string },
): TemplateNode => ({
	...httpCall({
		...node,
		method: 'POST',
		url: `=https://graph.microsoft.com/v1.0/teams/{{ ${SETTINGS}.teamsTeam }}/channels/{{ encodeURIComponent(${channel}) }}/messages`,
		credential: 'microsoftTeamsOAuth2Api',
		body: `={{ JSON.stringify({ body: { contentType: 'html', content: '<attachment id="handoff"></attachment>' }, attachments: [{ id: 'handoff', contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: JSON.stringify(${card}) }] }) }}`,
	}),
	onError: 'continueRegularOutput',
});

/** The card of a message with a first line that says for whom it is. */
const cardFor = (message: string, email: string): string =>
	`{ ...${message}.adaptiveCard, body: [{ type: 'TextBlock', text: 'For ' + (${email} || 'the team'), wrap: true, isSubtle: true }, ...${message}.adaptiveCard.body] }`;

export const teams: ChannelAdapter = {
	label: 'Microsoft Teams',
	system: 'teams',
	settings: {
		teamsTeam: placeholder('Microsoft Teams team id'),
		handoffChannel: placeholder('Microsoft Teams channel id for handoffs'),
		escalationChannel: placeholder('Microsoft Teams channel id for what is late'),
	},
	tellPerson: (node, { message, email, instead }) =>
		post(node, { channel: instead, card: cardFor(message, email) }),
	tellTeam: (node, message) =>
		post(node, { channel: `${SETTINGS}.escalationChannel`, card: `${message}.adaptiveCard` }),
	setUp: [
		'**Microsoft Teams**: the credential of a member. **Get link to channel** shows the ids: `groupId=…` and `19:…`. Whoever reads the channel can use the link.',
	],
};
