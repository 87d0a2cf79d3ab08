import { DateTime } from 'luxon';
import type { Instant } from '../base/instant';
import { ENGLISH } from '../language/tables/english';
import { inWords, say, type Sentence } from '../language/sentence';
import type { Wording } from '../language/wording';
import { formatDateWithWeekday, formatTimeOfDay, localDay, toSecond } from './localTime';
import { DAY, HOUR, MINUTE, type DayNumber } from './wallClock';
import type { Zone } from './zone';

/** In which words a deadline is explained, and how its days are written. */
export interface Voice {
	wording: Wording;
	/** A day with its weekday. */
	formatDay: (day: DayNumber) => string;
	/** What stands between a day and a time. */
	between: string;
}

/** The voice of what is kept: English words and days such as `Mon 2026-03-02`. */
export const KEPT_VOICE: Voice = {
	wording: ENGLISH,
	formatDay: formatDateWithWeekday,
	between: ' ',
};

/** The voice for a reader: in their language, days as they write them. */
export const voiceOf = (wording: Wording): Voice => ({
	wording,
	formatDay: (day) =>
		DateTime.fromMillis(day * DAY, { zone: 'utc', locale: wording.language }).toFormat(
			wording.dateFormat,
		),
	between: ', ',
});

export const tell = (sentence: Sentence, { wording }: Voice): string => inWords(sentence, wording);

/** Such as `Mon 2026-03-02 16:00`. */
export const tellMoment = (zone: Zone, instant: Instant, { formatDay, between }: Voice): string =>
	`${formatDay(localDay(zone, toSecond(instant)))}${between}${formatTimeOfDay(zone, instant)}`;

/** Such as `Mon 2026-03-02 16:00 to 17:00`; the date of the end where it is another. */
export function tellSpan(zone: Zone, { from, to }: Record<'from' | 'to', Instant>, voice: Voice) {
	const sameDay = localDay(zone, toSecond(from)) === localDay(zone, toSecond(to));
	const end = sameDay ? formatTimeOfDay(zone, to) : tellMoment(zone, to, voice);
	return tell(say('clockSpan', { from: tellMoment(zone, from, voice), to: end }), voice);
}

/** An amount of time, such as `1 h 30 min`, to the second. */
export function formatDuration(
	milliseconds: number,
	{ unitHours, unitMinutes, unitSeconds }: Wording = ENGLISH,
): string {
	const whole = toSecond(milliseconds);
	if (whole === 0 && milliseconds > 0) return `${milliseconds} ms`;
	const hours = Math.floor(whole / HOUR);
	const minutes = Math.floor((whole % HOUR) / MINUTE);
	const seconds = (whole % MINUTE) / 1000;
	const parts = [
		...(hours > 0 ? [`${hours} ${unitHours}`] : []),
		...(minutes > 0 ? [`${minutes} ${unitMinutes}`] : []),
		...(seconds > 0 ? [`${seconds} ${unitSeconds}`] : []),
	];
	return parts.length > 0 ? parts.join(' ') : `0 ${unitMinutes}`;
}
