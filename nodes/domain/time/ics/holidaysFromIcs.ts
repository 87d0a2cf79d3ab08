import { HandoffProblem } from '../../base/problem';
import { formatDate, readDate } from '../wallClock';
import { isTimeZone } from '../zone';
import { lineOf } from './eventSpan';
import { changedDays, daysCovered, nameOf, type Days } from './occurrences';
import { plainText, readEvents, type IcsEvent } from './readEvents';
import { yearOf } from './recurringDays';

export interface IcsChoice {
	/** Local dates, both included. */
	from: string;
	to: string;
	/**
	 * Words: only events that have one of them in their name, in a category or in the first line of
	 * their description count. Upper and lower case are the same.
	 */
	include?: readonly string[] | undefined;
	/** Words: events that have one of them do not count, such as "observance". */
	exclude?: readonly string[] | undefined;
	/** IANA name of the zone in which the dates are wanted. */
	timezone?: string | undefined;
}

/** More years than any policy plans for. */
const MOST_YEARS = 100;
/** Holidays, years that are looked through for one, and dates that are left out: all together. */
const MOST_LOOKED_AT = 100_000;

/**
 * The local dates, in order, that the events of an iCalendar text (RFC 5545) cover whole: all-day
 * events, and timed ones from midnight to midnight. An event of a part of a day closes nothing; give
 * that date an exception. Cancelled events, EXDATE, RDATE and changed occurrences are heeded; an
 * event may repeat yearly (BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS, INTERVAL, COUNT, UNTIL).
 *
 * @throws HandoffProblem for a text that is no calendar, an event that cannot be read, and any other
 * recurrence; events that are left out by their name are not read
 * @example holidaysFromIcs(feed, { from: '2026-01-01', to: '2027-12-31', exclude: ['observance'] })
 */
export function holidaysFromIcs(text: string, choice: IcsChoice): string[] {
	const zone = choice.timezone ?? 'UTC';
	if (!isTimeZone(zone)) {
		throw new HandoffProblem(
			`${JSON.stringify(zone)} is not a time zone`,
			'Use an IANA name such as Europe/Berlin.',
		);
	}
	const wanted = readRange(choice);
	const all = readEvents(text);
	const changed = changedDays(all, zone);
	const events = all.filter((event) => !isCancelled(event) && isChosen(event, choice));
	const count = { ...wanted, begun: new Int32Array(wanted.to - wanted.from + 1) };
	let left = MOST_LOOKED_AT;
	const countLookedAt = (amount: number) => {
		left -= amount;
		if (left < 0) throw tooMany();
	};
	for (const event of events) {
		for (const span of daysCovered(event, { ...wanted, zone, changed, countLookedAt }))
			mark(count, span);
	}
	return coveredDays(count);
}

/** How many more spans begin than end on each date, so that a span costs the same however long. */
interface Count extends Days {
	begun: Int32Array;
}

function mark({ from, to, begun }: Count, span: Days): void {
	const [first, end] = [Math.max(span.from, from), Math.min(span.to, to)];
	if (first >= end) return;
	begun[first - from] = (begun[first - from] ?? 0) + 1;
	begun[end - from] = (begun[end - from] ?? 0) - 1;
}

function coveredDays({ from, begun }: Count): string[] {
	let running = 0;
	return [...begun].flatMap((more, index) => {
		running += more;
		return running > 0 ? [formatDate(from + index)] : [];
	});
}

const tooMany = (): HandoffProblem =>
	new HandoffProblem(
		'The iCalendar text has more dates to look at than a feed of holidays has, over 100,000',
		'Use a feed of public holidays alone, for fewer years.',
	);

function readRange({ from, to }: IcsChoice): Days {
	const [first, last] = [readDate(from), readDate(to)];
	const right = first !== undefined && last !== undefined && first <= last;
	if (right && yearOf(last) - yearOf(first) < MOST_YEARS) return { from: first, to: last + 1 };
	throw new HandoffProblem(
		`The holidays cannot be read from ${JSON.stringify(from)} to ${JSON.stringify(to)}`,
		'Give the first and the last date as year-month-day, at most 100 years apart.',
	);
}

const isCancelled = (event: IcsEvent): boolean =>
	lineOf(event, 'STATUS')?.value.trim().toUpperCase() === 'CANCELLED';

function isChosen(event: IcsEvent, { include = [], exclude = [] }: IcsChoice): boolean {
	const described = plainText(lineOf(event, 'DESCRIPTION')?.value ?? '').split('\n')[0] ?? '';
	const categories = event
		.filter(({ name }) => name === 'CATEGORIES')
		.map(({ value }) => plainText(value));
	const texts = [nameOf(event), described, ...categories].map((text) => text.toLowerCase());
	const hasOneOf = (words: readonly string[]) =>
		words.some((word) => texts.some((text) => text.includes(word)));
	const wanted = wordsOf(include);
	return (wanted.length === 0 || hasOneOf(wanted)) && !hasOneOf(wordsOf(exclude));
}

const wordsOf = (written: readonly string[]): string[] =>
	written.map((word) => word.trim().toLowerCase()).filter((word) => word !== '');
