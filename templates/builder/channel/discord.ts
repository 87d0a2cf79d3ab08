import type { ChannelAdapter } from '../combinations/adapters';
import type { Position, TemplateNode } from '../nodes/workflow';

/** Discord takes 2,000 characters; of a longer message the headline and the links are left. */
const LONGEST = 1800;

const contentOf = (message: string): string =>
	`(${message}.markdown.length <= ${LONGEST} ? ${message}.markdown : ['**' + ${message}.subject + '**', ...(${message}.markdown.match(/\\[[^\\]]*\\]\\([^)]*\\)/g) ?? [])].join('\\n').slice(0, ${LONGEST}))`;

const post = (node: { name: string; at: Position }, content: string): TemplateNode => ({
	...node,
	type: 'n8n-nodes-base.discord',
	typeVersion: 2,
	retry: true,
	onError: 'continueRegularOutput',
	parameters: {
		authentication: 'webhook',
		operation: 'sendLegacy',
		content: `={{ ${content} }}`,
		options: {},
	},
});

export const discord: ChannelAdapter = {
	label: 'Discord',
	system: 'discord',
	settings: {},
	tellPerson: (node, { message, email }) =>
		post(node, `'For ' + (${email} || 'the team') + '\\n' + ${contentOf(message)}`),
	tellTeam: (node, message) => post(node, contentOf(message)),
	setUp: [
		'**Discord**: a webhook of the channel; what is late may have a webhook of its own. Whoever reads the channel can use the link.',
	],
};
