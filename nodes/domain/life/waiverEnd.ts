import { z } from 'zod';
import type { Instant } from '../base/instant';
import { DAY_MS } from '../policy/day';
import { parseDay } from '../policy/writtenDay';

/**
 * When an exception ends: an instant with offset, or a day, which is over when it ends in UTC.
 *
 * @returns undefined for anything else
 */
export function waiverEnd(text: string): Instant | undefined {
	const day = parseDay(text.trim());
	if (day !== undefined) return (day + 1) * DAY_MS;
	const instant = z.string().datetime({ offset: true }).safeParse(text.trim());
	const end = instant.success ? Date.parse(instant.data) : Number.NaN;
	return Number.isNaN(end) ? undefined : end;
}

/**
 * The latest end that the policy allows: a day that is named counts to its end, and so does the day
 * that lies `maxDays` from today.
 */
export const latestEnd = (maxDays: number | undefined, now: Instant): Instant =>
	(Math.floor(now / DAY_MS) + 1 + (maxDays ?? Infinity)) * DAY_MS;
