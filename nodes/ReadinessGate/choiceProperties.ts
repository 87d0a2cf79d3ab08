import type { INodeProperties } from 'n8n-workflow';
import { dataPath, flag, showFor, text } from './rowFields';

/** What a value is compared with, and how it is read. */
export const choices: INodeProperties[] = [
	text('Values', 'values', {
		typeOptions: { showEvenWhenOptional: true },
		displayOptions: showFor('oneOf'),
		placeholder: 'e.g. Gold, Silver, Bronze',
		description: 'The values that are in order, with commas between them',
	}),
	{
		...text('Other Field', 'otherField', {
			typeOptions: { showEvenWhenOptional: true },
			displayOptions: showFor('matchesField'),
		}),
		...dataPath,
	},
	flag('Match Case', 'matchCase', {
		displayOptions: showFor('oneOf', 'matchesField'),
		description: 'Whether capital and small letters differ',
	}),
	{
		displayName: 'Wanted Answer',
		name: 'is',
		typeOptions: { showEvenWhenOptional: true },
		type: 'options',
		displayOptions: showFor('boolean'),
		options: [
			{ name: 'Either', value: 'either' },
			{ name: 'No', value: 'no' },
			{ name: 'Yes', value: 'yes' },
		],
		default: 'either',
	},
	text('Hosts', 'hosts', {
		displayOptions: showFor('url'),
		placeholder: 'e.g. docs.example.com, drive.example.com',
		description: 'Where the address must point to, with commas between them; anywhere when empty',
	}),
	flag('With Country', 'international', {
		displayOptions: showFor('phone'),
		description: 'Whether the number must start with + and the country',
	}),
	text('Currencies', 'currencies', {
		typeOptions: { showEvenWhenOptional: true },
		displayOptions: showFor('money'),
		placeholder: 'e.g. EUR, USD',
		description: 'The currencies that are in order, with commas between them; any when empty',
	}),
	{
		...text('Currency Field', 'currencyField', { displayOptions: showFor('money') }),
		...dataPath,
		placeholder: 'e.g. properties.deal_currency_code',
	},
	{
		displayName: 'Decimal Sign',
		name: 'decimal',
		type: 'options',
		displayOptions: showFor('money'),
		options: [
			{ name: 'Comma (1.500,00)', value: ',' },
			{ name: 'Point (1,500.00)', value: '.' },
			{ name: 'Tell From the Amount', value: 'auto' },
		],
		default: 'auto',
	},
	text('Separator', 'separator', {
		displayOptions: showFor('list'),
		placeholder: 'e.g. ;',
		description: 'What separates the entries when the list comes as one text',
	}),
	{
		displayName: 'Each Entry Must Be',
		name: 'eachKind',
		typeOptions: { showEvenWhenOptional: true },
		type: 'options',
		displayOptions: showFor('list'),
		options: [
			{ name: 'A Date', value: 'date' },
			{ name: 'A Number', value: 'number' },
			{ name: 'A Phone Number', value: 'phone' },
			{ name: 'A Web Address', value: 'url' },
			{ name: 'An E-Mail Address', value: 'email' },
			{ name: 'Anything', value: 'anything' },
			{ name: 'Filled In', value: 'present' },
			{ name: 'Text', value: 'text' },
		],
		default: 'anything',
	},
	text('Field of the Entry', 'eachField', {
		displayOptions: showFor('list'),
		placeholder: 'e.g. email',
		description: 'Which field of each entry to look at; the entry itself when empty',
	}),
	{
		...text('Changed Field', 'changedField', {
			typeOptions: { showEvenWhenOptional: true },
			displayOptions: showFor('fresh'),
		}),
		...dataPath,
		placeholder: 'e.g. properties.hs_lastmodifieddate',
		description: 'The field that says when the value was last changed',
	},
	{
		displayName: 'Within Days',
		name: 'withinDays',
		type: 'number',
		displayOptions: showFor('fresh'),
		typeOptions: { minValue: 0, showEvenWhenOptional: true },
		default: 30,
	},
	{
		displayName: 'Conditions',
		name: 'conditions',
		type: 'filter',
		displayOptions: showFor('condition'),
		typeOptions: {
			filter: { caseSensitive: true, typeValidation: 'loose', version: 2 },
			showEvenWhenOptional: true,
		},
		default: {},
		description:
			'What must hold. {{ }} names a field of the record; anything that calculates belongs before the gate.',
	},
];
