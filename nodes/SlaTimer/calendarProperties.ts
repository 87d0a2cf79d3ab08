import type { INodeProperties } from 'n8n-workflow';
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
	{
		displayName: 'Time Zone',
		name: 'timezone',
		type: 'string',
		default: '={{ $now.zoneName }}',
		required: true,
		placeholder: 'e.g. Europe/Berlin',
		description: 'IANA name of the zone in which the team works',
		displayOptions: showForForm,
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
		displayOptions: showForForm,
	},
	{
		displayName: 'Hours',
		name: 'workingHours',
		type: 'string',
		default: '09:00-17:00',
		placeholder: 'e.g. 09:00-12:30, 13:15-17:00',
		description: 'From and to on each working day, several separated by commas',
		displayOptions: showForForm,
	},
	{
		displayName: 'Holidays',
		name: 'holidays',
		type: 'string',
		default: '',
		placeholder: 'e.g. 12-25, 12-26, 2027-03-26',
		description:
			'Dates on which the team does not work, separated by commas or lines; month-day is every year',
		displayOptions: showForForm,
	},
	{
		displayName: 'Holiday Feed',
		name: 'holidayFeed',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. {{ $json.data }} of an HTTP Request that read an .ics file',
		description:
			'Content of an .ics file, besides the dates above. All-day events close their dates, from the year before the start to five years after it. What was passed over is in “feed” of the calendar.',
		displayOptions: showForForm,
	},
	{
		displayName: 'Leave Out of the Feed',
		name: 'holidayFeedExcept',
		type: 'string',
		default: '',
		placeholder: 'e.g. observance, school',
		description:
			'Words, separated by commas: events with one of them in their name, category or description are working days',
		displayOptions: showForForm,
	},
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
