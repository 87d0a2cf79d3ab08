import type { ChannelAdapter } from '../combinations/adapters';
import { setting } from '../nodes/names';
import { asText, httpCall } from '../nodes/coreNodes';
import type { Position, TemplateNode } from '../nodes/workflow';

const TO_CHANNEL = {
	authentication: 'accessToken',
	resource: 'message',
	operation: 'post',
	select: 'channel',
};

/** A channel that does not answer never stops the flow: the page and the ledger still work. */
export const postToSlack = (
	node: { name: string; at: Position },
	{ channelId, message }: { channelId: string; message: string },
): TemplateNode => ({
	...node,
	type: 'n8n-nodes-base.slack',
	typeVersion: 2.3,
	retry: true,
	onError: 'continueRegularOutput',
	parameters: {
		...TO_CHANNEL,
		channelId: { __rl: true, mode: 'id', value: channelId },
		messageType: 'block',
		blocksUi: `={{ JSON.stringify({ blocks: ${message}.slackBlocks }) }}`,
		text: `={{ ${message}.subject }}`,
		otherOptions: { includeLinkToWorkflow: false },
	},
});

const post = (
	node: { name: string; at: Position },
	{ channel, message }: { channel: string; message: string },
): TemplateNode => postToSlack(node, { channelId: `={{ ${channel} }}`, message });

export const slack: ChannelAdapter = {
	label: 'Slack',
	system: 'slack',
	settings: { handoffChannel: '#handoffs', escalationChannel: '#handoffs-late' },
	findPerson: (node, email) => ({
		...httpCall({
			...node,
			url: 'https://slack.com/api/users.lookupByEmail',
			credential: 'slackApi',
			query: { email: `={{ ${email} }}` },
		}),
		onError: 'continueRegularOutput',
	}),
	tellPerson: (node, { message, instead }) =>
		post(node, { message, channel: `$json.user?.id ?? ${instead}` }),
	tellTeam: (node, message) => post(node, { message, channel: setting('escalationChannel') }),
	tellPlain: (node, text) => ({
		...node,
		type: 'n8n-nodes-base.slack',
		typeVersion: 2.3,
		retry: true,
		onError: 'continueRegularOutput',
		parameters: {
			...TO_CHANNEL,
			channelId: { __rl: true, mode: 'id', value: `={{ ${setting('escalationChannel')} }}` },
			messageType: 'text',
			text: asText(text),
			otherOptions: { includeLinkToWorkflow: false },
		},
	}),
	setUp: [
		'**Slack**: an app with `chat:write` and `users:read.email`, invited to both channels of **Handoff settings**.',
	],
};
