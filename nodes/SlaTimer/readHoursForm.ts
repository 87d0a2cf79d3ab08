import { z } from 'zod';
import type { Instant } from '../domain/base/instant';
import { HandoffProblem } from '../domain/base/problem';
import { parseCalendar, type Calendar } from '../domain/time/calendar';
import { chosenCalendar } from '../domain/time/calendars';
import { withPlace } from '../domain/time/problemAt';
import { WEEKDAYS, type Weekday } from '../domain/time/wallClock';
import { readParameter, type ParameterContext } from '../shared/readParameter';

const hoursSchema = z.object({
	timezone: z.string(),
	workingDays: z.array(z.string()),
	workingHours: z.string(),
	holidays: z.string(),
});
type Hours = z.infer<typeof hoursSchema>;

const otherHoursSchema = z.object({
	hours: z.array(hoursSchema.extend({ value: z.string() })).default([]),
});

/**
 * The working hours of the form, those of the value of “Hours by Value” where it names some.
 *
 * @param at when the clock starts: around it, dates are taken from a feed
 */
export function readHoursForm(context: ParameterContext, itemIndex: number, at: Instant): Calendar {
	const read = <Schema extends z.ZodTypeAny>(name: string, displayName: string, schema: Schema) =>
		readParameter(context, { name, displayName, itemIndex }, schema);
	const own = parseHours(
		{
			timezone: read('timezone', 'Time Zone', z.string()),
			workingDays: read('workingDays', 'Working Days', z.array(z.string())),
			workingHours: read('workingHours', 'Hours', z.string()),
			holidays: read('holidays', 'Holidays', z.string()),
		},
		{
			text: read('holidayFeed', 'Holiday Feed', z.string()),
			except: read('holidayFeedExcept', 'Leave Out of the Feed', z.string()),
			open: read('holidayFeedOpen', 'Work on Days of the Feed', z.string()),
			at,
		},
	);
	const others = read('otherHours', 'Other Hours', otherHoursSchema).hours;
	if (others.length === 0) return own;
	return chooseHours(own, others, context.getNodeParameter('hoursBy', itemIndex));
}

/** All of them are read, so that a mistake shows at once and not with the first record of a value. */
function chooseHours(
	own: Calendar,
	others: z.infer<typeof otherHoursSchema>['hours'],
	value: unknown,
): Calendar {
	const names = Object.fromEntries(others.map((hours) => [hours.value, hours.value]));
	const byField = { field: 'value', calendars: names };
	const calendars = Object.fromEntries(
		others.map((hours) => [
			hours.value,
			withPlace(`“Other Hours” for “${hours.value}”`, () => parseHours(hours)),
		]),
	);
	return chosenCalendar(calendars, { ...own, byField }, value);
}

interface Feed {
	text: string;
	except: string;
	open: string;
	at: Instant;
}

const parseHours = (
	{ timezone, workingDays, workingHours, holidays }: Hours,
	feed?: Feed,
): Calendar => {
	const hours = listOf(workingHours).map((text) => readSpan(text, 'Hours'));
	return parseCalendar(
		{
			timezone: timezone.trim(),
			weekly: Object.fromEntries(workingDays.map((day) => [day, hours])),
			holidays: listOf(holidays),
			...(feed === undefined || feed.text.trim() === '' ? {} : { holidaysIcs: feedAround(feed) }),
		},
		'Working hours',
	);
};

function feedAround({ text, except, open, at }: Feed) {
	const year = new Date(at).getUTCFullYear();
	return {
		text,
		from: `${year - 1}-01-01`,
		to: `${year + 5}-12-31`,
		exclude: listOf(except),
		open: Object.fromEntries(open.split(/[;\n]/).flatMap(readOpen)),
	};
}

type OpenHours = Weekday | Array<[string, string]>;

/** "half day = 09:00-12:00" as a word and the hours that its dates have; a weekday stands for its own. */
function readOpen(written: string): Array<[word: string, hours: OpenHours]> {
	if (written.trim() === '') return [];
	const place = written.lastIndexOf('=');
	const [word, hours] = [written.slice(0, place).trim(), written.slice(place + 1).trim()];
	if (place < 0 || word === '' || hours === '') throw notOpening(written);
	const day = WEEKDAYS.find((name) => hours.toLowerCase().startsWith(name));
	return [[word, day ?? listOf(hours).map((text) => readSpan(text, 'Work on Days of the Feed'))]];
}

const notOpening = (written: string): HandoffProblem =>
	new HandoffProblem(
		`“Work on Days of the Feed” cannot be read: ${JSON.stringify(written.trim().slice(0, 60))}`,
		'Write a word of the event, “=”, and a weekday or hours: make-up day = mon; half day = 09:00-12:00.',
	);

/** "9:00 - 17:00" as ["09:00", "17:00"]. */
function readSpan(text: string, field: string): [string, string] {
	const [, from, to] = /^(\d{1,2}:\d\d)\s*(?:-|–|to)\s*(\d{1,2}:\d\d)$/.exec(text) ?? [];
	if (from !== undefined && to !== undefined) return [from.padStart(5, '0'), to.padStart(5, '0')];
	throw new HandoffProblem(
		`“${field}” cannot be read: ${JSON.stringify(text)}`,
		'Write from and to as 09:00-17:00, and several with a comma: 09:00-12:30, 13:15-17:00.',
	);
}

const listOf = (text: string): string[] =>
	text
		.split(/[,;\n]/)
		.map((part) => part.trim())
		.filter((part) => part !== '');
