import { html, type Markup } from '../base/html';
import type { Instant } from '../base/instant';
import { cleanText } from '../base/plainText';
import { shorten } from '../message/shorten';
import type { PageBasis } from './model';
import { formatTime } from '../wording/formatTime';
import { fillTeams } from '../wording/teams';
import type { Wording } from '../language/wording';

/** What is longer is for the record, not for the page. */
const LONGEST_VALUE = 5000;
const LONGEST_TITLE = 200;

/** A text of the record, cleaned and, visibly, shortened. */
export const formatText = (text: string): string => shorten(cleanText(text).trim(), LONGEST_VALUE);

/** A name or title on one line. */
export const formatLine = (text: string): string =>
	shorten(cleanText(text).replace(/\s+/g, ' ').trim(), LONGEST_TITLE);

/** Fills a text of the wording, always with the title and the two teams at hand. */
export const fillPageText = (
	{ title, senderTeam, receiverTeam, wording }: PageBasis,
	text: string,
	values: Readonly<Record<string, string | number>> = {},
): string =>
	fillTeams(
		text,
		{ sender: formatLine(senderTeam), receiver: formatLine(receiverTeam) },
		{ wording, values: { title: formatLine(title), ...values } },
	);

export const writeTime = (at: Instant, { timezone, wording }: PageBasis): Markup =>
	html`<time datetime="${new Date(at).toISOString()}">${formatTime(at, timezone, wording)}</time>`;

/**
 * How far away an instant is, as one says it: `in 5 hours`, `vor 2 Tagen`. Rounded to the nearest
 * unit, never more than half of it away: minutes up to two hours, hours up to two days.
 */
export function formatDistance(at: Instant, now: Instant, { language }: Wording): string {
	const [unit, length] = distanceUnit(Math.abs(at - now));
	return new Intl.RelativeTimeFormat(language, { numeric: 'always' }).format(
		Math.round((at - now) / length),
		unit,
	);
}

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

function distanceUnit(distance: number): ['minute' | 'hour' | 'day', number] {
	if (distance < 2 * HOUR_MS) return ['minute', MINUTE_MS];
	return distance < 2 * DAY_MS ? ['hour', HOUR_MS] : ['day', DAY_MS];
}
