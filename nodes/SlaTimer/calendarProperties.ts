import type { INodeProperties } from 'n8n-workflow';
import { feedFields } from './feedFields';
import { hoursFields, otherHours } from './hoursFields';
import { startClockOperation } from './operations/startClock';

const showForStart = { operation: [startClockOperation.value] };
const showForForm = { show: { ...showForStart, calendarFrom: ['form'] } };

/** A week of working hours, as JSON that already works. */
const EXAMPLE = JSON.stringify(
	{
		timezone: 'Europe/Berlin',
		weekly: {
			mon: [['09:00', '17:00']],
			tue: [['09:00', '17:00']],
			wed: [['09:00', '17:00']],
			thu: [['09:00', '17:00']],
			fri: [['09:00', '15:00']],
		},
		holidays: ['2026-12-25'],
		exceptions: { '2026-12-24': [['09:00', '12:00']] },
	},
	null,
	2,
);

/** When the team works: the policy's calendar, a form, or JSON. */
export const calendarProperties: INodeProperties[] = [
	{
		displayName: 'Working Hours From',
		name: 'calendarFrom',
		type: 'options',
		options: [
			{ name: 'Form', value: 'form', description: 'The same hours on every working day' },
			{ name: 'JSON', value: 'json', description: 'Hours for each day, and exceptions' },
			{ name: 'Policy', value: 'policy', description: 'What the teams agreed (calendars)' },
		],
		default: 'policy',
		description: 'Where the working hours come from',
		displayOptions: { show: { ...showForStart, clockOf: ['handoff'] } },
	},
	{
		displayName: 'Working Hours From',
		name: 'calendarFrom',
		type: 'options',
		options: [
			{ name: 'Form', value: 'form', description: 'The same hours on every working day' },
			{ name: 'JSON', value: 'json', description: 'Hours for each day, and exceptions' },
		],
		default: 'form',
		description: 'Where the working hours come from',
		displayOptions: { show: { ...showForStart, clockOf: ['record'] } },
	},
	...hoursFields.map((field) => ({ ...field, displayOptions: showForForm })),
	...feedFields.map((field) => ({ ...field, displayOptions: showForForm })),
	...otherHours.map((field) => ({ ...field, displayOptions: showForForm })),
	{
		displayName: 'Calendar',
		name: 'calendar',
		type: 'json',
		default: EXAMPLE,
		typeOptions: { rows: 10 },
		description: 'Time zone, weekly hours, holidays and exceptional dates',
		displayOptions: { show: { ...showForStart, calendarFrom: ['json'] } },
	},
];
