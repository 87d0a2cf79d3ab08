import type { INodeProperties } from 'n8n-workflow';
import { languages } from '../shared/languageOptions';

/** How the decision page looks and speaks. */
export const pageOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Accent Color',
			name: 'accent',
			type: 'color',
			default: '#1f6feb',
			description: 'Color of the button and of the links on the decision page',
		},
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
		{
			displayName: 'Language',
			name: 'language',
			type: 'options',
			options: languages,
			default: 'en',
			description:
				'Language of the decision page and of the messages, for everybody who has none of their own. Without it, that of the policy.',
		},
		{
			displayName: 'Logo',
			name: 'logo',
			type: 'string',
			default: '',
			placeholder: 'e.g. data:image/png;base64,…',
			description:
				'Image shown on the decision page, as a data: URL, because the page loads nothing from elsewhere',
		},
		{
			displayName: 'Page Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description:
				'Password that must be typed to decide, 8 characters or more. Only a salted hash of it is kept with the request.',
		},
		{
			displayName: 'Wording',
			name: 'wording',
			type: 'json',
			default: '{}',
			description:
				'Texts of the page and of the messages that replace those of the language, by their names. The files in templates/wordings show all of them.',
		},
	],
};
