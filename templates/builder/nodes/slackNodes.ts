import { firstOf, NAMES } from './names';
import { httpCall } from './coreNodes';
import type { Position, TemplateNode } from './workflow';

interface Placed {
	name: string;
	at: Position;
}

/** The channels that a person names in the workflow. */
export const CHANNELS = { handoffChannel: '#handoffs', escalationChannel: '#handoffs-late' };

/** Where operations are told. */
export const OPERATIONS = `={{ ${firstOf(NAMES.settings)}.escalationChannel }}`;

/** Looks a person up by the address; who is not found, or has none, leaves without `user`. */
export const findInSlack = (node: Placed, email: string): TemplateNode => ({
	...httpCall({
		...node,
		url: 'https://slack.com/api/users.lookupByEmail',
		credential: 'slackApi',
		query: { email: `={{ ${email} }}` },
	}),
	onError: 'continueRegularOutput',
});

/** What Slack is to show; all of it are parameters of the node. */
interface SlackMessage {
	channel: string;
	/** Blocks, with `text` where they cannot be shown; otherwise the text alone. */
	blocks?: string;
	text: string;
}

export const postInSlack = (
	node: Placed,
	{ channel, blocks, text }: SlackMessage,
): TemplateNode => ({
	...node,
	type: 'n8n-nodes-base.slack',
	typeVersion: 2.3,
	parameters: {
		authentication: 'accessToken',
		resource: 'message',
		operation: 'post',
		select: 'channel',
		channelId: { __rl: true, mode: 'id', value: channel },
		messageType: blocks === undefined ? 'text' : 'block',
		...(blocks !== undefined && { blocksUi: `={{ JSON.stringify({ blocks: ${blocks} }) }}` }),
		text,
		otherOptions: { includeLinkToWorkflow: false },
	},
});

/** A channel that does not answer never stops the flow: the page and the ledger still work. */
export const postIfItCan = (node: Placed, message: SlackMessage): TemplateNode => ({
	...postInSlack(node, message),
	retry: true,
	onError: 'continueRegularOutput',
});
