import type { DayNumber } from '../wallClock';
import { readSpan } from './eventSpan';
import type { Days, FeedReading } from './feedReading';
import { dayOfWall, readWall } from './icsTime';
import { daysCovered, isRepeated, type Replacements } from './occurrences';
import { valueNamed, type IcsEvent } from './readEvents';

/** Why an event of a feed closes nothing. */
export type WhyPassedOver =
	'cancelled' | 'not asked for' | 'outside' | 'part of a day' | 'no whole day' | 'unclear';

/**
 * Gives the asked dates that an event covers to `mark`. First comes what costs nothing and tells that
 * it cannot matter, so that a mistake in such an event stops nobody.
 *
 * @returns why it was passed over, or is in doubt; undefined when it was read
 * @throws HandoffProblem when it may matter and cannot be read
 */
export function closeDays(
	event: IcsEvent,
	{ reading, replacements }: { reading: FeedReading; replacements: Replacements },
	mark: (days: Days) => void,
): WhyPassedOver | undefined {
	if (valueNamed(event, 'STATUS')?.toUpperCase() === 'CANCELLED') return 'cancelled';
	if (isSurelyOutside(event, reading)) return 'outside';
	const span = readSpan(event, reading);
	if (span === 'part of a day') return span;
	let why: WhyPassedOver | undefined = 'outside';
	for (const days of daysCovered(event, span, { reading, replacements })) {
		if (days.from >= days.to) why &&= 'no whole day';
		else if (days.from < reading.to && days.to > reading.from) {
			why = undefined;
			mark(days);
		}
	}
	return span.unclear ? 'unclear' : why;
}

/** More days than any event lasts that closes an office, and any zone is away. */
const AWAY = 400;

/** Judged by the dates as they are written, whatever their zone. */
function isSurelyOutside(event: IcsEvent, { from, to }: Days): boolean {
	const first = dayOf(valueNamed(event, 'DTSTART'));
	if (first === undefined) return false;
	if (first > to + 2) return true;
	const ended = isRepeated(event) ? lastOccurrence(event) : first;
	const lasting = valueNamed(event, 'DTEND') ?? valueNamed(event, 'DURATION');
	return ended !== undefined && isShort(lasting, first) && ended + AWAY < from;
}

function dayOf(text: string | undefined): DayNumber | undefined {
	const written = text === undefined ? undefined : readWall(text);
	return written && dayOfWall(written.wall);
}

/** Whether an event that begins on a day lasts less than a year. */
function isShort(lasting: string | undefined, first: DayNumber): boolean {
	const end = dayOf(lasting);
	if (end !== undefined) return end - first < AWAY - 30;
	return lasting === undefined || /^P(?:\d{1,2}[DW])?(?:T\w*)?$/.test(lasting) === true;
}

/** Undefined when it goes on for ever, or that cannot be told at a glance. */
function lastOccurrence(event: IcsEvent): DayNumber | undefined {
	if (event.some(({ name }) => name === 'RDATE' || name === 'EXRULE')) return undefined;
	const until = /UNTIL=(\d{8})/i.exec(valueNamed(event, 'RRULE')?.slice(0, 1000) ?? '')?.[1];
	return dayOf(until);
}
