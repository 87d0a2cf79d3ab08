import type { INodeProperties } from 'n8n-workflow';
import type { ShownAs } from '../domain/handoff/showing';
import { pathOrText, peopleProperties, showInForm } from './peopleProperties';
import { requirements } from './requirementProperties';

/** As the words of `as` are called in the form; empty stands for none of them. */
const SHOWN_AS: Record<ShownAs | '', string> = {
	'': 'As the Requirements Say',
	date: 'A Day',
	link: 'A Link',
	list: 'A List',
	money: 'An Amount of Money',
	number: 'A Number',
	person: 'A Person',
	text: 'Text',
	time: 'A Day and Time',
	yesNo: 'Yes or No',
};

const shownAs: INodeProperties = {
	displayName: 'Shown As',
	name: 'as',
	type: 'options',
	default: '',
	description:
		'As what people read the value, in their language; by what a requirement of this field checks, or what the value looks like, when nothing is chosen',
	options: Object.entries(SHOWN_AS)
		.map(([value, name]) => ({ name, value }))
		.sort((one, other) => one.name.localeCompare(other.name, 'en')),
};

/** The policy as a form; it builds the same object as the JSON. */
export const policyProperties: INodeProperties[] = [
	{
		displayName: 'Policy ID',
		name: 'policyId',
		type: 'string',
		displayOptions: showInForm,
		default: 'sales-to-delivery',
		required: true,
		placeholder: 'e.g. sales-to-delivery',
		description:
			'Handoffs are recognised by it: give every seam between two teams its own, and keep it for good',
	},
	{
		displayName: 'Record ID Field',
		name: 'recordId',
		type: 'string',
		requiresDataPath: 'single',
		displayOptions: showInForm,
		default: 'id',
		required: true,
		description: 'The field that tells one record from another',
	},
	{ ...requirements, displayOptions: showInForm },
	{
		displayName: 'Record',
		name: 'recordDetails',
		type: 'collection',
		displayOptions: showInForm,
		placeholder: 'Add Detail',
		default: {},
		description: 'How the record is named to people',
		options: [
			{
				displayName: 'Closed At',
				name: 'closedAt',
				type: 'string',
				requiresDataPath: 'single',
				default: '',
				placeholder: 'e.g. properties.closedate',
				description: 'When the deal was won; the report counts from then to the acceptance',
			},
			{
				displayName: 'Link',
				name: 'url',
				type: 'string',
				default: '',
				placeholder: 'e.g. https://crm.example.com/deals/{{ID}}',
				description: pathOrText,
			},
			{
				displayName: 'System',
				name: 'system',
				type: 'string',
				default: '',
				placeholder: 'e.g. hubspot',
			},
			{
				displayName: 'Title',
				name: 'title',
				type: 'string',
				requiresDataPath: 'single',
				default: '',
				placeholder: 'e.g. properties.dealname',
				description: pathOrText,
			},
			{ displayName: 'Type', name: 'type', type: 'string', default: '', placeholder: 'e.g. deal' },
		],
	},
	...peopleProperties,
	{
		displayName: 'Handoff Packet',
		name: 'packet',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		displayOptions: showInForm,
		placeholder: 'Add Line',
		default: {},
		description: 'What the receiving team gets to see',
		options: [
			{
				displayName: 'Line',
				name: 'line',
				values: [
					{ displayName: 'Label', name: 'label', type: 'string', default: '', required: true },
					{
						displayName: 'Field',
						name: 'field',
						type: 'string',
						requiresDataPath: 'single',
						default: '',
						required: true,
					},
					shownAs,
				],
			},
		],
	},
	{
		displayName: 'More of the Policy',
		name: 'morePolicy',
		type: 'json',
		displayOptions: showInForm,
		default: '{}',
		description:
			'What the form has no place for, as JSON: name, version, language, acceptance, sla, calendars, waivers, placeholders',
	},
];
