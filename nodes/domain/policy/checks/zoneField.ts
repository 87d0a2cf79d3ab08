import { textField } from './formField';

/** What the zone of a check means: the same for all that read days. */
export const ZONE = 'Says on which day an instant falls, as an IANA name such as Europe/Berlin.';

export const ZONE_FIELD = textField('Time Zone', 'timezone', {
	default: 'UTC',
	description: 'Where the day begins and ends, as an IANA name such as Europe/Berlin',
});
