import { HandoffProblem } from '../../base/problem';

/** Beyond this a text is no holiday feed; the largest public feeds have a tenth of it. */
const LONGEST_TEXT = 5_000_000;
const MOST_EVENTS = 20_000;
const MOST_LINES_OF_AN_EVENT = 1000;

/** One content line of an event, such as `DTSTART;VALUE=DATE:20261225`. */
export interface IcsLine {
	name: string;
	/** Parameters by upper-case name, quotes removed. */
	parameters: ReadonlyMap<string, string>;
	/** As written, with its escapes. */
	value: string;
}

export type IcsEvent = readonly IcsLine[];

/**
 * The events of an iCalendar text (RFC 5545): folded lines joined, with any line ending and with or
 * without a byte order mark. What stands inside an event (alarms) and outside (time zones, tasks) is
 * passed over, and so are lines that are none.
 *
 * @throws HandoffProblem when the text is not a calendar, or is cut off inside an event
 */
export function readEvents(text: string): IcsEvent[] {
	if (text.length > LONGEST_TEXT) throw tooMuch('is longer than 5 million characters');
	if (!/^\uFEFF?\s*BEGIN:VCALENDAR\s/i.test(text)) throw notIcs();
	const events: IcsEvent[] = [];
	const open: string[] = [];
	let lines: IcsLine[] = [];
	for (const line of unfold(text).flatMap(readLine)) {
		const component = line.value.trim().toUpperCase();
		if (line.name === 'BEGIN') {
			if (component === 'VEVENT') lines = [];
			open.push(component);
		} else if (line.name === 'END') {
			if (open.pop() !== component) throw cutOff(component);
			if (component === 'VEVENT') events.push(lines);
		} else if (open.at(-1) === 'VEVENT') lines.push(line);
	}
	if (open.length > 0) throw cutOff(open[0] ?? '');
	if (events.length > MOST_EVENTS) throw tooMuch('has more than 20,000 events');
	if (events.some(({ length }) => length > MOST_LINES_OF_AN_EVENT)) {
		throw tooMuch('has an event of more than 1,000 lines');
	}
	return events;
}

/** A line that begins with a space or tab goes on from the line before. */
const unfold = (text: string): string[] =>
	text
		.replace(/^\uFEFF/, '')
		.replace(/(?:\r\n|\r|\n)[ \t]/g, '')
		.split(/\r\n|\r|\n/)
		.filter((line) => line.trim() !== '');

function readLine(line: string): IcsLine[] {
	const [head = '', ...rest] = splitOutsideQuotes(line, ':');
	if (rest.length === 0) return [];
	const [name = '', ...parameters] = splitOutsideQuotes(head, ';');
	const named = parameters.map((text): [string, string] => {
		const [key = '', ...value] = text.split('=');
		return [key.toUpperCase(), value.join('=').replaceAll('"', '')];
	});
	const value = line.slice(head.length + 1);
	return [{ name: name.trim().toUpperCase(), parameters: new Map(named), value }];
}

/** A parameter in quotes may hold the separator. */
function splitOutsideQuotes(text: string, separator: ':' | ';'): string[] {
	const parts: string[] = [];
	let quoted = false;
	let from = 0;
	for (let index = 0; index < text.length; index++) {
		if (text[index] === '"') quoted = !quoted;
		else if (text[index] === separator && !quoted) {
			parts.push(text.slice(from, index));
			from = index + 1;
		}
	}
	return [...parts, text.slice(from)];
}

/** A text value without its escapes: `\,` `\;` `\\` and `\n`. */
export const plainText = (value: string): string =>
	value.replace(/\\([\\;,nN])/g, (_, escaped: string) =>
		escaped.toLowerCase() === 'n' ? '\n' : escaped,
	);

const notIcs = (): HandoffProblem =>
	new HandoffProblem(
		'The holidays are not an iCalendar text: it does not begin with BEGIN:VCALENDAR',
		'Give the content of an .ics file, or list the dates in “holidays”.',
	);

const cutOff = (component: string): HandoffProblem =>
	new HandoffProblem(
		`The iCalendar text is not complete: ${JSON.stringify(component.slice(0, 40))} is not closed where it was opened`,
		'Download the feed again; it may have been cut off.',
	);

const tooMuch = (what: string): HandoffProblem =>
	new HandoffProblem(
		`The iCalendar text ${what}`,
		'Use a feed of public holidays alone, for a few years.',
	);
