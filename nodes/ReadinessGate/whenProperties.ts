import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { dataPath, text } from './rowFields';

const TESTS: INodePropertyOptions[] = [
	{ name: 'When a Field Contains', value: 'contains' },
	{ name: 'When a Field Equals', value: 'equals' },
	{ name: 'When a Field Is at Least', value: 'atLeast' },
	{ name: 'When a Field Is at Most', value: 'atMost' },
	{ name: 'When a Field Is Filled In', value: 'present' },
	{ name: 'When a Field Is Missing', value: 'missing' },
	{ name: 'When a Field Is One Of', value: 'oneOf' },
	{ name: 'When a List Has the Entry', value: 'hasEntry' },
];

/** The tests that hold a field against something that is written beside it. */
const WITH_VALUE = ['atLeast', 'atMost', 'contains', 'equals', 'hasEntry', 'oneOf'];

const whenApplies = { hide: { whenTest: ['always'] } };

const field: INodeProperties = {
	...text('When Field', 'whenField', { displayOptions: whenApplies }),
	...dataPath,
	typeOptions: { showEvenWhenOptional: true },
	placeholder: 'e.g. properties.dealtype',
};

const value = text('When Value', 'whenValue', {
	typeOptions: { showEvenWhenOptional: true },
	displayOptions: { show: { whenTest: WITH_VALUE } },
	description:
		'With commas between them when there are several; one that holds a comma stands in quotes',
});

/** When a requirement applies: always, by one test of a field, or by several. */
export const whenProperties: INodeProperties[] = [
	{
		displayName: 'Applies',
		name: 'whenTest',
		type: 'options',
		options: [{ name: 'Always', value: 'always' }, ...TESTS],
		default: 'always',
	},
	field,
	value,
	{
		displayName: 'More Tests',
		name: 'moreTests',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		displayOptions: whenApplies,
		placeholder: 'Add Test',
		default: {},
		description: 'What else must hold for the requirement to apply',
		options: [
			{
				displayName: 'Test',
				name: 'test',
				values: [
					{
						displayName: 'Applies',
						name: 'whenTest',
						type: 'options',
						options: TESTS,
						default: 'equals',
					},
					{ ...field, displayOptions: {} },
					value,
				],
			},
		],
	},
	{
		displayName: 'Tests That Must Hold',
		name: 'whenJoin',
		type: 'options',
		displayOptions: whenApplies,
		options: [
			{ name: 'All of Them', value: 'all' },
			{ name: 'At Least One of Them', value: 'any' },
		],
		default: 'all',
		description: 'How many of the tests must hold, where there are several',
	},
];
