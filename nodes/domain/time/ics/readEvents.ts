import { HandoffProblem } from '../../base/problem';
import { contentLines, type IcsLine } from './contentLines';

/** Beyond this a text is no holiday feed; the largest public feeds have a fifth of it. */
const LONGEST_TEXT = 2_000_000;
const MOST_LINES = 30_000;

export type IcsEvent = readonly IcsLine[];

/** What an iCalendar text holds that says when days are closed. */
export interface IcsFile {
	events: IcsEvent[];
	/** Lines of the STANDARD and DAYLIGHT parts of each VTIMEZONE, by its TZID. */
	zones: Map<string, IcsEvent[]>;
	/** X-WR-TIMEZONE, the zone in which a calendar program shows the file. */
	shownIn: string | undefined;
}

/**
 * The events and zones of an iCalendar text (RFC 5545): folded lines joined, with any line ending
 * and with or without a byte order mark. What stands inside an event (alarms) and outside (tasks)
 * is passed over, and so are lines that are none.
 *
 * @throws HandoffProblem when the text is not a calendar, or is cut off inside an event
 */
export function readIcsFile(text: string): IcsFile {
	if (text.length > LONGEST_TEXT) throw tooMuch('is longer than 2 million characters');
	if (!/^\uFEFF?\s*BEGIN:VCALENDAR\s/i.test(text)) throw notIcs();
	const file: IcsFile = { events: [], zones: new Map(), shownIn: undefined };
	const open: Array<{ component: string; lines: IcsLine[] }> = [];
	let count = 0;
	for (const line of contentLines(text)) {
		if (++count > MOST_LINES) throw tooMuch('has more than 30,000 lines about days');
		const component = line.value.trim().toUpperCase();
		if (line.name === 'BEGIN') open.push({ component, lines: [] });
		else if (line.name === 'END') {
			const ended = open.pop();
			if (ended?.component !== component) throw cutOff(component);
			keep(file, ended, open.at(-1)?.lines ?? []);
		} else open.at(-1)?.lines.push(line);
	}
	if (open[0] !== undefined) throw cutOff(open[0].component);
	return file;
}

function keep(
	file: IcsFile,
	{ component, lines }: { component: string; lines: IcsLine[] },
	around: readonly IcsLine[],
): void {
	if (component === 'VEVENT') file.events.push(lines);
	if (component === 'VCALENDAR') file.shownIn ??= valueNamed(lines, 'X-WR-TIMEZONE');
	if (component !== 'STANDARD' && component !== 'DAYLIGHT') return;
	const zone = valueNamed(around, 'TZID') ?? '';
	const known = file.zones.get(zone);
	if (known === undefined) file.zones.set(zone, [lines]);
	else known.push(lines);
}

export const lineOf = (event: IcsEvent, name: string): IcsLine | undefined =>
	event.find((line) => line.name === name);

/** The value of the first line of that name, without spaces around it. */
export const valueNamed = (lines: readonly IcsLine[], name: string): string | undefined =>
	lineOf(lines, name)?.value.trim();

const LONGEST_NAME = 1000;

/** The beginning of a text value without its escapes: `\,` `\;` `\\` and `\n`. */
export const plainText = (value: string): string =>
	value
		.slice(0, LONGEST_NAME)
		.replace(/\\([\\;,nN])/g, (_, escaped: string) =>
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
