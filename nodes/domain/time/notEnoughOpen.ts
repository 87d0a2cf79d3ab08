import type { Instant } from '../base/instant';
import { HandoffProblem } from '../base/problem';
import { FIRST_YEAR, LAST_YEAR } from './countedYears';
import { formatDateWithWeekday, localDay } from './localTime';
import { cover, type OpenTable } from './openTable';
import { KEPT_VOICE, tellMoment } from './voice';
import { DAY, MINUTE } from './wallClock';

/**
 * Why an amount of working time does not fit, once the table has been read to its end: there is
 * none, it ends, or the amount is more than three centuries hold.
 *
 * @param amount milliseconds; without one, any open moment was looked for
 */
export function notEnoughOpen(
	table: OpenTable,
	side: 'after' | 'before',
	{ from, amount }: { from: Instant; amount?: number },
): HandoffProblem {
	const { zone, opens } = table;
	const calendar = `The calendar (${zone.name})`;
	const start = tellMoment(zone, from, KEPT_VOICE);
	if (opens.length === 0) cover(table, Math.max(from - LOOKED_BACK, EARLIEST), from);
	const [first, last] = [table.opens[0], table.closes.at(-1)];
	if (first === undefined || last === undefined) {
		return table.hours.intersection.length > 0 ? neverMeet(calendar) : neverOpen(calendar);
	}
	const edge = side === 'after' ? last : first;
	if (isCut(edge) && amount !== undefined) return tooMuch(calendar, amount, `${side} ${start}`);
	const date = formatDateWithWeekday(localDay(zone, side === 'after' ? edge - 1 : edge));
	return new HandoffProblem(
		side === 'after'
			? `${calendar} has no working hours after ${date}, and not enough between ${start} and then`
			: `${calendar} has no working hours before ${date}, and not enough between then and ${start}`,
		'Give it weekly hours that go on: “changes” to a week without hours, and exceptions alone, run out.',
	);
}

/** Hours that ended are looked for in so many years. */
const LOOKED_BACK = 10 * 366 * DAY;
const EARLIEST = Date.UTC(FIRST_YEAR, 0, 4);

/** Whether hours reach the years that are not counted any more, give or take a holiday. */
const isCut = (edge: Instant): boolean =>
	edge > Date.UTC(LAST_YEAR + 1, 0) - 366 * DAY || edge < Date.UTC(FIRST_YEAR + 1, 0);

const neverMeet = (calendar: string): HandoffProblem =>
	new HandoffProblem(
		`${calendar} is never open: its hours and those of “intersection” do not meet`,
		'Compare the hours in one time zone, and widen one of them or use “union”.',
	);

const neverOpen = (calendar: string): HandoffProblem =>
	new HandoffProblem(
		`${calendar} is never open: its hours are holidays, or end when they begin`,
		'Look at its holidays, exceptions and changes.',
	);

const tooMuch = (calendar: string, amount: number, when: string): HandoffProblem =>
	new HandoffProblem(
		`${calendar} does not have ${Math.round(amount / MINUTE)} minutes of working time ${when}, up to the years ${FIRST_YEAR} and ${LAST_YEAR} between which it is counted`,
		'Give the amount in minutes: 480 are eight hours. It may be in seconds or milliseconds.',
	);
