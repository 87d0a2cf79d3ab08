import type { INodeProperties } from 'n8n-workflow';
import { languages } from '../shared/languageOptions';

export const showInForm = { show: { policyFrom: ['form'] } };

export const pathOrText = 'A field of the record, or text in which {{field}} stands for one';

/** Who hands over and who takes over, as the form of a policy asks for them. */
export const peopleProperties: INodeProperties[] = [
	{
		displayName: 'Sender',
		name: 'sender',
		type: 'collection',
		displayOptions: showInForm,
		placeholder: 'Add Detail',
		default: {},
		description: 'Who hands over',
		options: [
			{
				displayName: 'E-Mail',
				name: 'email',
				type: 'string',
				placeholder: 'name@email.com',
				requiresDataPath: 'single',
				default: '',
				description: 'An address, or the field that holds it',
			},
			{
				displayName: 'Language',
				name: 'language',
				type: 'options',
				options: languages,
				default: 'en',
				description:
					'In which the sender reads what to fix and what became of it. Without it, that of the policy.',
			},
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				requiresDataPath: 'single',
				default: '',
				description: pathOrText,
			},
			{ displayName: 'Team', name: 'team', type: 'string', default: '', placeholder: 'e.g. Sales' },
		],
	},
	{
		displayName: 'Receiving Team',
		name: 'receivingTeam',
		type: 'string',
		displayOptions: showInForm,
		default: '',
		placeholder: 'e.g. Delivery',
	},
	{
		displayName: 'Receiving People',
		name: 'receivingPeople',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		displayOptions: showInForm,
		placeholder: 'Add Person',
		default: {},
		description: 'Who may accept the handoff or return it',
		options: [
			{
				displayName: 'Person',
				name: 'person',
				values: [
					{ displayName: 'Name', name: 'name', type: 'string', default: '' },
					{
						displayName: 'E-Mail',
						name: 'email',
						type: 'string',
						placeholder: 'name@email.com',
						default: '',
						description: 'An address, or the field that holds it',
					},
				],
			},
		],
	},
	{
		displayName: 'Other Fixers',
		name: 'otherFixers',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		displayOptions: showInForm,
		placeholder: 'Add Fixer',
		default: {},
		description: 'Who fixes what neither side does, such as Legal: the fix list goes to them too',
		options: [
			{
				displayName: 'Fixer',
				name: 'fixer',
				values: [
					{
						displayName: 'Who Fixes It',
						name: 'fixer',
						type: 'string',
						default: '',
						required: true,
						placeholder: 'e.g. Legal',
						description: 'As the requirements name them',
					},
					{
						displayName: 'E-Mail',
						name: 'email',
						type: 'string',
						placeholder: 'name@email.com',
						default: '',
						required: true,
						description: 'An address, or the field that holds it',
					},
				],
			},
		],
	},
];
