import { DateTime } from 'luxon';
import { parseInstant, type Instant } from '../base/instant';
import { isTimeZone } from './timezone';
import { firstInstantAt, zoneNamed } from './zone';

/**
 * Reads an ISO 8601 text; without an offset, as n8n's date picker writes it, it is local time of the
 * zone: a time that the clock skips is the moment of the change, one that comes twice the first.
 *
 * @param place what the text belongs to, in the user's words, for the error
 * @throws HandoffProblem when the text is neither
 */
export function readInstantIn(timezone: string, text: string, place: string): Instant {
	const local = text.trim().replace(' ', 'T');
	if (!LOCAL.test(local) || !isTimeZone(timezone)) return parseInstant(text, place);
	const wall = DateTime.fromISO(local, { zone: 'utc' });
	if (!wall.isValid) return parseInstant(text, place);
	return firstInstantAt(zoneNamed(timezone), wall.toMillis());
}

const LOCAL = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)?$/;
