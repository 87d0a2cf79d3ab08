import { placeholder, type ChannelAdapter } from '../combinations/adapters';
import { firstOf, NAMES } from '../nodes/names';
import type { Position, TemplateNode } from '../nodes/workflow';

/** Google Chat takes 4,096 bytes; of a longer message the headline and the links are left. */
const LONGEST = 1900;

const textOf = (message: string): string =>
	`(${message}.text.length <= ${LONGEST} ? ${message}.text : [${message}.subject, ...(${message}.text.match(/https?:\\S+/g) ?? [])].join('\\n').slice(0, ${LONGEST}))`;

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
		messageUi: { text: `={{ ${text} }}` },
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
	tellPerson: (node, { message, email, instead }) =>
		post(node, {
			space: instead,
			text: `'For ' + (${email} || 'the team') + '\\n' + ${textOf(message)}`,
		}),
	tellTeam: (node, message) =>
		post(node, { space: `${firstOf(NAMES.settings)}.escalationChannel`, text: textOf(message) }),
	setUp: ['**Google Chat**: an account in both spaces. Whoever reads them can use the link.'],
};
