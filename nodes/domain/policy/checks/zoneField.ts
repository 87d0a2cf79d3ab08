import { textField } from './formField';

/** What the zone of a check means: the same for all that read days. */
export const ZONE =
	'Says on which day an instant falls, and when today begins, as an IANA name such as Europe/Berlin. When left out, the zone of the receiving team’s calendar, else of the sending team’s; UTC without calendars.';

export const ZONE_FIELD = textField('Time Zone', 'timezone', {
	placeholder: 'e.g. Europe/Berlin',
	description:
		'Where the day begins and ends. Without it, the zone of the receiving team’s calendar, else of the sending team’s; UTC without calendars.',
});
