import type { INodeProperties } from 'n8n-workflow';

/** When a team works: zone, days, hours and holidays. */
export const hoursFields: INodeProperties[] = [
	{
		displayName: 'Time Zone',
		name: 'timezone',
		type: 'string',
		default: '={{ $now.zoneName }}',
		required: true,
		placeholder: 'e.g. Europe/Berlin',
		description: 'IANA name of the zone in which the team works',
	},
	{
		displayName: 'Working Days',
		name: 'workingDays',
		type: 'multiOptions',
		options: [
			{ name: 'Friday', value: 'fri' },
			{ name: 'Monday', value: 'mon' },
			{ name: 'Saturday', value: 'sat' },
			{ name: 'Sunday', value: 'sun' },
			{ name: 'Thursday', value: 'thu' },
			{ name: 'Tuesday', value: 'tue' },
			{ name: 'Wednesday', value: 'wed' },
		],
		default: ['mon', 'tue', 'wed', 'thu', 'fri'],
	},
	{
		displayName: 'Hours',
		name: 'workingHours',
		type: 'string',
		default: '09:00-17:00',
		placeholder: 'e.g. 09:00-12:30, 13:15-17:00',
		description: 'From and to on each working day, several separated by commas',
	},
	{
		displayName: 'Holidays',
		name: 'holidays',
		type: 'string',
		default: '',
		placeholder: 'e.g. 12-25, 12-26, 2027-03-26',
		description:
			'Dates on which the team does not work, separated by commas or lines; month-day is every year',
	},
];

/** Other hours for values of a field, such as those of another region. */
export const otherHours: INodeProperties[] = [
	{
		displayName: 'Hours by Value',
		name: 'hoursBy',
		type: 'string',
		default: '',
		placeholder: 'e.g. {{ $json.properties.region }}',
		description:
			'The field that says whose hours hold. A value that Other Hours does not name gets the hours above.',
	},
	{
		displayName: 'Other Hours',
		name: 'otherHours',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Hours',
		default: {},
		description: 'The hours for values of that field',
		options: [
			{
				displayName: 'Hours',
				name: 'hours',
				values: [
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. America',
						description: 'Capitals and spaces around it do not matter',
					},
					...hoursFields,
				],
			},
		],
	},
];
