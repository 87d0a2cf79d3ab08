import { DateTime } from 'luxon';
import type { Instant } from '../base/instant';
import { cleanLine } from '../base/plainText';
import { shorten } from '../message/shorten';
import { formatPlainDay } from '../language/figures';
import type { Wording } from '../language/wording';

const LONGEST_DATE = 200;

/** An instant in the reader's language and zone: `Tue 3 March 2026, 12:00 (Europe/Berlin)`. */
export function formatTime(at: Instant, timezone: string, wording: Wording): string {
	const moment = DateTime.fromMillis(at, { zone: timezone, locale: wording.language });
	const local = moment.isValid ? moment : DateTime.fromMillis(at, { zone: 'utc' });
	return `${local.toFormat(wording.timeFormat)} (${moment.isValid ? timezone : 'UTC'})`;
}

/** An expiry as the policy keeps it: an instant is said in the zone, a plain date as a day. */
export function formatExpiry(expiresAt: string, timezone: string, wording: Wording): string {
	const at = expiresAt.includes('T') ? Date.parse(expiresAt) : Number.NaN;
	return Number.isNaN(at)
		? formatPlainDay(shorten(cleanLine(expiresAt), LONGEST_DATE), wording)
		: formatTime(at, timezone, wording);
}
