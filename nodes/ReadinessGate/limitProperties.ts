import type { INodeProperties } from 'n8n-workflow';
import { flag, showFor, text } from './rowFields';

/** What limits a value: its size, its length, its form, its time. */
export const limits: INodeProperties[] = [
	text('At Least', 'min', {
		typeOptions: { showEvenWhenOptional: true },
		displayOptions: showFor('number', 'money', 'list'),
		placeholder: 'e.g. 1000',
		description: 'Smallest value, or fewest entries of a list; no limit when empty',
	}),
	text('At Most', 'max', {
		typeOptions: { showEvenWhenOptional: true },
		displayOptions: showFor('number', 'money', 'list'),
		description: 'Largest value, or most entries of a list; no limit when empty',
	}),
	flag('Whole Number', 'integer', {
		displayOptions: showFor('number'),
		description: 'Whether only whole numbers count',
	}),
	text('Fewest Characters', 'minLength', {
		typeOptions: { showEvenWhenOptional: true },
		displayOptions: showFor('text'),
	}),
	text('Most Characters', 'maxLength', {
		typeOptions: { showEvenWhenOptional: true },
		displayOptions: showFor('text'),
	}),
	text('Pattern', 'pattern', {
		typeOptions: { showEvenWhenOptional: true },
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
		typeOptions: { showEvenWhenOptional: true },
		displayOptions: showFor('date'),
		placeholder: 'e.g. today + 14',
		description:
			'A date such as 2026-12-24, or today or another field with a number of days, such as "today + 14", "properties.closedate + 7" or "today + 5 working days" of the receiving team. That day itself counts.',
	}),
	text('Not After', 'before', {
		typeOptions: { showEvenWhenOptional: true },
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
