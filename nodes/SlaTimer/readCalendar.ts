import { z } from 'zod';
import type { Instant } from '../domain/base/instant';
import { HandoffProblem } from '../domain/base/problem';
import { parseCalendar, type Calendar } from '../domain/time/calendar';
import { jsonValue } from '../shared/jsonValue';
import { readParameter, type ParameterContext } from '../shared/readParameter';

/**
 * The working hours that were typed into the node, as a form or as JSON.
 *
 * @param at when the clock starts: around it, holidays are taken from a feed
 */
export function readCalendar(context: ParameterContext, itemIndex: number, at: Instant): Calendar {
	const field = { name: 'calendarFrom', displayName: 'Working Hours From', itemIndex };
	const from = readParameter(context, field, z.enum(['form', 'json']));
	return from === 'form' ? readForm(context, itemIndex, at) : readCalendarJson(context, itemIndex);
}

function readForm(context: ParameterContext, itemIndex: number, at: Instant): Calendar {
	const read = <Schema extends z.ZodTypeAny>(name: string, displayName: string, schema: Schema) =>
		readParameter(context, { name, displayName, itemIndex }, schema);
	const days = read('workingDays', 'Working Days', z.array(z.string()));
	const hours = listOf(read('workingHours', 'Hours', z.string())).map(readSpan);
	const feed = read('holidayFeed', 'Holiday Feed', z.string());
	const except = listOf(read('holidayFeedExcept', 'Leave Out of the Feed', z.string()));
	return parseCalendar(
		{
			timezone: read('timezone', 'Time Zone', z.string()).trim(),
			weekly: Object.fromEntries(days.map((day) => [day, hours])),
			holidays: listOf(read('holidays', 'Holidays', z.string())),
			...(feed.trim() === '' ? {} : { holidaysIcs: feedAround(at, { text: feed, except }) }),
		},
		'Working hours',
	);
}

function feedAround(at: Instant, { text, except }: { text: string; except: string[] }) {
	const year = new Date(at).getUTCFullYear();
	return { text, from: `${year - 1}-01-01`, to: `${year + 5}-12-31`, exclude: except };
}

/** "9:00 - 17:00" as ["09:00", "17:00"]. */
function readSpan(text: string): [string, string] {
	const [, from, to] = /^(\d{1,2}:\d\d)\s*(?:-|–|to)\s*(\d{1,2}:\d\d)$/.exec(text) ?? [];
	if (from !== undefined && to !== undefined) return [from.padStart(5, '0'), to.padStart(5, '0')];
	throw new HandoffProblem(
		`“Hours” cannot be read: ${JSON.stringify(text)}`,
		'Write from and to as 09:00-17:00, and several with a comma: 09:00-12:30, 13:15-17:00.',
	);
}

const listOf = (text: string): string[] =>
	text
		.split(/[,;\n]/)
		.map((part) => part.trim())
		.filter((part) => part !== '');

function readCalendarJson(context: ParameterContext, itemIndex: number): Calendar {
	const written = jsonValue(context.getNodeParameter('calendar', itemIndex));
	if (typeof written === 'string') throw notJson();
	const calendar = parseCalendar(written, 'Calendar');
	if (calendar.byField === undefined) return calendar;
	throw new HandoffProblem(
		'“Calendar” has “byField”, which chooses among the calendars of a policy',
		'Put it into the policy, or choose the calendar here with an expression.',
	);
}

const notJson = (): HandoffProblem =>
	new HandoffProblem(
		'“Calendar” is not JSON',
		'Check the quotes, commas and brackets; the example in the field shows the form.',
	);
