import type { INodeProperties } from 'n8n-workflow';

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
			displayName: 'Language',
			name: 'language',
			type: 'options',
			options: [
				{ name: 'Dutch', value: 'nl' },
				{ name: 'English', value: 'en' },
				{ name: 'French', value: 'fr' },
				{ name: 'German', value: 'de' },
				{ name: 'Portuguese', value: 'pt' },
				{ name: 'Spanish', value: 'es' },
			],
			default: 'en',
			description: 'Language of the decision page',
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
			displayName: 'Wording',
			name: 'wording',
			type: 'json',
			default: '{}',
			description:
				'Texts of the decision page that replace those of the language, by their names. The files in templates/wordings show all of them.',
		},
	],
};
