import type { INodeProperties } from 'n8n-workflow';

const showFor = (...kinds: string[]) => ({ show: { kind: kinds } });

const dataPath: Pick<INodeProperties, 'type' | 'requiresDataPath' | 'default' | 'placeholder'> = {
	type: 'string',
	requiresDataPath: 'single',
	default: '',
	placeholder: 'e.g. properties.amount',
};

const text = (displayName: string, name: string, more: Partial<INodeProperties>) => ({
	displayName,
	name,
	type: 'string' as const,
	default: '',
	...more,
});

const flag = (displayName: string, name: string, more: Partial<INodeProperties>) => ({
	displayName,
	name,
	type: 'boolean' as const,
	default: false,
	...more,
});

const kinds: INodeProperties = {
	displayName: 'Must Be',
	name: 'kind',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'A Date', value: 'date' },
		{ name: 'A List', value: 'list' },
		{ name: 'A Number', value: 'number' },
		{ name: 'A Phone Number', value: 'phone' },
		{ name: 'A Web Address', value: 'url' },
		{ name: 'An Amount of Money', value: 'money' },
		{ name: 'An E-Mail Address', value: 'email' },
		{ name: 'Changed Lately', value: 'fresh' },
		{ name: 'Filled In', value: 'present' },
		{ name: 'One of These Values', value: 'oneOf' },
		{ name: 'Text', value: 'text' },
		{ name: 'The Same as Another Field', value: 'matchesField' },
		{ name: 'Yes or No', value: 'boolean' },
	],
	default: 'present',
	description: 'What the field must hold. Blanks and placeholders such as TBD never count.',
};

const limits: INodeProperties[] = [
	text('At Least', 'min', {
		displayOptions: showFor('number', 'money', 'list'),
		placeholder: 'e.g. 1000',
		description: 'Smallest value, or fewest entries of a list; no limit when empty',
	}),
	text('At Most', 'max', {
		displayOptions: showFor('number', 'money', 'list'),
		description: 'Largest value, or most entries of a list; no limit when empty',
	}),
	flag('Whole Number', 'integer', {
		displayOptions: showFor('number'),
		description: 'Whether only whole numbers count',
	}),
	text('Fewest Characters', 'minLength', { displayOptions: showFor('text') }),
	text('Most Characters', 'maxLength', { displayOptions: showFor('text') }),
	text('Pattern', 'pattern', {
		displayOptions: showFor('text'),
		placeholder: 'e.g. PO-\\d{4}',
		description: 'A regular expression that the whole text must match; any text when empty',
	}),
	text('Pattern in Words', 'patternLabel', {
		displayOptions: showFor('text'),
		placeholder: 'e.g. an order number like PO-1234',
		description: 'What the people who fix the field read instead of the pattern',
	}),
	text('Not Before', 'after', {
		displayOptions: showFor('date'),
		placeholder: 'e.g. today + 14',
		description:
			'A date such as 2026-12-24, or today or another field with a number of days, such as "today + 14" or "properties.closedate + 7". That day itself counts.',
	}),
	text('Not After', 'before', {
		displayOptions: showFor('date'),
		placeholder: 'e.g. today',
		description: 'Written as in Not Before. That day itself counts.',
	}),
	text('Written As', 'format', {
		displayOptions: showFor('date'),
		placeholder: 'e.g. dd.MM.yyyy',
		description: 'How the date is written, besides 2026-12-24 and what CRMs send',
	}),
	text('Time Zone', 'timezone', {
		displayOptions: showFor('date', 'fresh'),
		default: 'UTC',
		description: 'Where the day begins and ends, as an IANA name such as Europe/Berlin',
	}),
];

const choices: INodeProperties[] = [
	text('Values', 'values', {
		displayOptions: showFor('oneOf'),
		placeholder: 'e.g. Gold, Silver, Bronze',
		description: 'The values that are in order, with commas between them',
	}),
	{
		...text('Other Field', 'otherField', { displayOptions: showFor('matchesField') }),
		...dataPath,
	},
	flag('Match Case', 'matchCase', {
		displayOptions: showFor('oneOf', 'matchesField'),
		description: 'Whether capital and small letters differ',
	}),
	{
		displayName: 'Wanted Answer',
		name: 'is',
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
		...text('Changed Field', 'changedField', { displayOptions: showFor('fresh') }),
		...dataPath,
		placeholder: 'e.g. properties.hs_lastmodifieddate',
		description: 'The field that says when the value was last changed',
	},
	{
		displayName: 'Within Days',
		name: 'withinDays',
		type: 'number',
		displayOptions: showFor('fresh'),
		typeOptions: { minValue: 0 },
		default: 30,
	},
];

const whenApplies = { hide: { whenTest: ['always'] } };

const circumstances: INodeProperties[] = [
	{
		displayName: 'Applies',
		name: 'whenTest',
		type: 'options',
		options: [
			{ name: 'Always', value: 'always' },
			{ name: 'When a Field Equals', value: 'equals' },
			{ name: 'When a Field Is at Least', value: 'atLeast' },
			{ name: 'When a Field Is at Most', value: 'atMost' },
			{ name: 'When a Field Is Filled In', value: 'present' },
			{ name: 'When a Field Is Missing', value: 'missing' },
			{ name: 'When a Field Is One Of', value: 'oneOf' },
		],
		default: 'always',
	},
	{
		...text('When Field', 'whenField', { displayOptions: whenApplies }),
		...dataPath,
		placeholder: 'e.g. properties.dealtype',
	},
	text('When Value', 'whenValue', {
		displayOptions: { show: { whenTest: ['atLeast', 'atMost', 'equals', 'oneOf'] } },
		description: 'With commas between them when there are several',
	}),
];

const guidance: INodeProperties[] = [
	{
		displayName: 'If Not',
		name: 'severity',
		type: 'options',
		options: [
			{ name: 'Block the Handoff', value: 'blocker' },
			{ name: 'Only Warn', value: 'warning' },
		],
		default: 'blocker',
	},
	text('Who Fixes It', 'fixer', {
		default: 'sender',
		description: 'Either sender or receiver, or the name of somebody else',
	}),
	text('How to Fix It', 'howToFix', {
		placeholder: 'e.g. Enter the amount of the signed offer',
	}),
	text('Where to Fix It', 'fixUrl', {
		placeholder: 'e.g. https://crm.example.com/deals/{{id}}',
		description: 'A link; {{field}} stands for a field of the record',
	}),
	text('Requirement ID', 'id', {
		placeholder: 'e.g. amount',
		description: 'Stays the same when the label changes; made from the label when empty',
	}),
];

/** One requirement of the form, as a collapsed row that reads as a sentence. */
export const requirements: INodeProperties = {
	displayName: 'Requirements',
	name: 'requirements',
	type: 'fixedCollection',
	typeOptions: {
		multipleValues: true,
		sortable: true,
		fixedCollection: {
			itemTitle:
				'={{ ($collection.item.value.label || "This field") + " must be " + $collection.item.properties.find(p => p.name === "kind").options.find(o => o.value === $collection.item.value.kind)?.name.toLowerCase() }}',
		},
	},
	placeholder: 'Add Requirement',
	default: {},
	description: 'What must hold before the record may be handed over',
	options: [
		{
			displayName: 'Requirement',
			name: 'requirement',
			values: [
				text('Label', 'label', { required: true, placeholder: 'e.g. Amount' }),
				{
					displayName: 'Field',
					name: 'field',
					...dataPath,
					required: true,
					description: 'Drag the field in from the input panel, or write its path',
				},
				kinds,
				...limits,
				...choices,
				...circumstances,
				...guidance,
			],
		},
	],
};
