import type { INodeProperties } from 'n8n-workflow';

/** What the fields are called in the form of a node. */
export interface AllowanceNames {
	allowedIn: string;
	hours: string;
	days: string;
}

interface Form {
	names: AllowanceNames;
	/** The field for hours, which every node begins with in its own way. */
	hours: INodeProperties;
	hint?: string;
	show: Record<string, string[]>;
}

/** How much time is allowed: working hours, or working days with a cut-off. */
export const allowanceProperties = (form: Form): INodeProperties[] => [
	unitProperty(form),
	{ ...form.hours, displayOptions: { show: { ...form.show, allowedIn: ['hours'] } } },
	...daysProperties(form),
];

const unitProperty = ({ names, hint, show }: Form): INodeProperties => ({
	displayName: names.allowedIn,
	name: 'allowedIn',
	type: 'options',
	options: [
		{ name: 'Working Days', value: 'days', description: 'Until the end of a working day' },
		{ name: 'Working Hours', value: 'hours', description: 'Counted while the team works' },
	],
	default: 'hours',
	description: 'Whether working hours are counted or working days',
	...(hint === undefined ? {} : { hint }),
	displayOptions: { show },
});

const daysProperties = ({ names, show }: Form): INodeProperties[] => [
	{
		displayName: names.days,
		name: 'days',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 2,
		description:
			'The time ends when the team stops work on that day. 1 is the next working day, 0 the same.',
		displayOptions: { show: { ...show, allowedIn: ['days'] } },
	},
	{
		displayName: 'Cut-Off',
		name: 'cutOff',
		type: 'string',
		default: '',
		placeholder: 'e.g. 15:00',
		description:
			"What comes after this time of day counts from the next working day, as does what comes on a day off. In the zone of the team's working hours; without it, what comes after they end.",
		displayOptions: { show: { ...show, allowedIn: ['days'] } },
	},
];
