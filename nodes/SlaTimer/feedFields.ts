import type { INodeProperties } from 'n8n-workflow';

/** Holidays, and days on which people work, from the text of an iCalendar file. */
export const feedFields: INodeProperties[] = [
	{
		displayName: 'Holiday Feed',
		name: 'holidayFeed',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. {{ $json.data }} of an HTTP Request that read an .ics file',
		description:
			'Content of an .ics file, besides the dates above. All-day events close their dates, from the year before the start to five years after it. What was passed over is in “feed” of the calendar.',
	},
	{
		displayName: 'Leave Out of the Feed',
		name: 'holidayFeedExcept',
		type: 'string',
		default: '',
		placeholder: 'e.g. observance, school',
		description:
			'Words, separated by commas: events with one of them in their name, category or description are working days',
	},
	{
		displayName: 'Work on Days of the Feed',
		name: 'holidayFeedOpen',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. make-up day = mon; half day = 09:00-12:00',
		description:
			'Words of events on whose dates the team works, each with the weekday whose hours hold then, or with hours; separated by semicolons or lines',
	},
];
