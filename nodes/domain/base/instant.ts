import { DateTime } from 'luxon';
import { HandoffProblem } from './problem';
import { remember } from './remember';

/** A point in time: whole milliseconds since 1970-01-01T00:00:00Z. JSON carries it as ISO text. */
export type Instant = number;

/**
 * Reads an ISO 8601 text that says its offset (`Z` or `+02:00`).
 *
 * @param place what the text belongs to, in the user's words, for the error
 * @throws HandoffProblem when the text is not an instant; a local time without offset is refused
 * because it would mean another moment on every server
 */
export function parseInstant(text: string, place: string): Instant {
	const parsed = DateTime.fromISO(text, { setZone: true });
	if (!parsed.isValid || !/[zZ]$|[+-]\d\d:?\d\d$/.test(text)) {
		throw new HandoffProblem(
			`${place} is not a point in time: ${JSON.stringify(text)}`,
			'Use ISO 8601 with an offset, such as 2026-03-02T09:00:00Z or 2026-03-02T10:00:00+01:00.',
		);
	}
	return parsed.toMillis();
}

/** Writes an instant as ISO 8601 in UTC, such as `2026-03-02T09:00:00.000Z`. */
export const formatInstant: (instant: Instant) => string = remember((instant) =>
	new Date(instant).toISOString(),
);

/**
 * Writes an instant as a person in that zone reads it: `Tue 3 March 2026, 12:00 (Europe/Berlin)`.
 *
 * @param timezone IANA name; must be valid, as the calendar it comes from was checked when read
 */
export const formatInstantInZone = (instant: Instant, timezone: string): string =>
	`${DateTime.fromMillis(instant, { zone: timezone, locale: 'en' }).toFormat(
		'ccc d LLLL yyyy, HH:mm',
	)} (${timezone})`;
