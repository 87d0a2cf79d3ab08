import { DateTime } from 'luxon';
import { html, type Markup } from '../../html';
import type { Instant } from '../../instant';
import { cleanText } from '../../message/plainText';
import { shorten } from '../../message/shorten';
import type { PageBasis } from './model';
import { fill, type Wording } from './wording';

/** What is longer is for the record, not for the page. */
const LONGEST_VALUE = 5000;
const LONGEST_TITLE = 200;

/** A text of the record, cleaned and, visibly, shortened. */
export const sayValue = (text: string): string => shorten(cleanText(text).trim(), LONGEST_VALUE);

/** A name or title on one line. */
export const sayTitle = (text: string): string =>
	shorten(cleanText(text).replace(/\s+/g, ' ').trim(), LONGEST_TITLE);

/** Fills a text of the wording, always with the title and the two teams at hand. */
export const sayWith = (
	{ title, senderTeam, receiverTeam }: PageBasis,
	text: string,
	values: Readonly<Record<string, string | number>> = {},
): string =>
	fill(text, {
		title: sayTitle(title),
		sender: sayTitle(senderTeam),
		receiver: sayTitle(receiverTeam),
		...values,
	});

/** An instant in the reader's language and zone: `Tue 3 March 2026, 12:00 (Europe/Berlin)`. */
export function sayTime(at: Instant, timezone: string, wording: Wording): string {
	const moment = DateTime.fromMillis(at, { zone: timezone, locale: wording.language });
	const local = moment.isValid ? moment : DateTime.fromMillis(at, { zone: 'utc' });
	return `${local.toFormat(wording.timeFormat)} (${moment.isValid ? timezone : 'UTC'})`;
}

export const writeTime = (at: Instant, { timezone, wording }: PageBasis): Markup =>
	html`<time datetime="${new Date(at).toISOString()}">${sayTime(at, timezone, wording)}</time>`;

/** How far away an instant is, as one says it: `in 5 hours`, `vor 2 Tagen`. */
export const sayDistance = (at: Instant, now: Instant, { language }: Wording): string =>
	DateTime.fromMillis(at).toRelative({
		base: DateTime.fromMillis(now),
		locale: language,
		unit: distanceUnit(Math.abs(at - now)),
	}) ?? '';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

function distanceUnit(distance: number): 'minutes' | 'hours' | 'days' {
	if (distance < HOUR_MS) return 'minutes';
	return distance < 2 * DAY_MS ? 'hours' : 'days';
}
