import { firstOf, NAMES } from '../nodes/names';
import { httpCall } from '../nodes/coreNodes';
import type { Position, TemplateNode } from '../nodes/workflow';

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

/** Posts blocks, and a line for where blocks cannot be shown. All three are parameters of the node. */
export const postInSlack = (
	node: Placed,
	{ channel, blocks, text }: { channel: string; blocks: string; text: string },
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
		messageType: 'block',
		blocksUi: `={{ JSON.stringify({ blocks: ${blocks} }) }}`,
		text,
		otherOptions: { includeLinkToWorkflow: false },
	},
});
