import type { ChannelAdapter } from '../combinations/adapters';
import { setting } from '../nodes/names';
import { asText } from '../nodes/coreNodes';
import { findInSlack, postIfItCan } from '../nodes/slackNodes';

const post = (
	node: Parameters<typeof postIfItCan>[0],
	{ channel, message }: { channel: string; message: string },
) =>
	postIfItCan(node, {
		channel: `={{ ${channel} }}`,
		blocks: `${message}.slackBlocks`,
		text: `={{ ${message}.subject }}`,
	});

export const slack: ChannelAdapter = {
	label: 'Slack',
	system: 'slack',
	settings: { handoffChannel: '#handoffs', escalationChannel: '#handoffs-late' },
	findPerson: findInSlack,
	tellPerson: (node, { message, instead }) =>
		post(node, { message, channel: `$json.user?.id ?? ${instead}` }),
	tellTeam: (node, message) => post(node, { message, channel: setting('escalationChannel') }),
	tellPlain: (node, text) =>
		postIfItCan(node, { channel: `={{ ${setting('escalationChannel')} }}`, text: asText(text) }),
	setUp: [
		'**Slack**: an app with `chat:write` and `users:read.email`, invited to both channels of **Handoff settings**.',
	],
};
