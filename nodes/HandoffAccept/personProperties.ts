import type { INodeProperties } from 'n8n-workflow';
import { languages } from '../shared/languageOptions';

/** What can be said of one receiver. */
export const personFields: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Dana Example',
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'e.g. dana@example.com',
	},
	{
		displayName: 'Calendar',
		name: 'calendar',
		type: 'string',
		default: '',
		placeholder: 'e.g. dana',
		description:
			'Name of a calendar of the policy with the working hours of this person. Reminders wait until they work; the deadline stays.',
	},
	{
		displayName: 'Language',
		name: 'language',
		type: 'options',
		options: [{ name: 'As the Page', value: '' }, ...languages],
		default: '',
		description: 'Language of the page and the messages of this person',
	},
	{
		displayName: 'Time Zone',
		name: 'timezone',
		type: 'string',
		default: '',
		placeholder: 'e.g. Europe/Lisbon',
		description: 'Zone in which this person reads times, when not that of their calendar',
	},
];
