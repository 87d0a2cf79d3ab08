import type { INodeProperties } from 'n8n-workflow';
import { lookProperties } from '../shared/pageLook';

/** How the decision page looks and speaks. */
export const pageOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		lookProperties.accent,
		{
			displayName: 'Confirmation Code',
			name: 'code',
			type: 'boolean',
			default: false,
			description:
				'Whether each receiver gets a code in a second message by Notify and types it on the page. Whoever has only the link cannot decide then.',
		},
		{
			displayName: 'Forwarding',
			name: 'forwarding',
			type: 'options',
			options: [
				{
					name: 'Off',
					value: 'off',
					description: 'Only the people asked can decide',
				},
				{
					name: 'To Anybody',
					value: 'anybody',
					description: 'A receiver may hand the decision on to any address but the sender',
				},
				{
					name: 'Within the Same Mail Domain',
					value: 'sameDomain',
					description:
						'A receiver may hand the decision on to addresses like those of the receivers',
				},
			],
			default: 'sameDomain',
			description: 'Whether a receiver may hand the decision on to a colleague, with a reason',
		},
		lookProperties.language,
		lookProperties.logo,
		{
			displayName: 'Page Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Password that must be typed to decide, 8 characters or more. Only a salted hash of it is kept with the request.',
		},
		lookProperties.wording,
	],
};
