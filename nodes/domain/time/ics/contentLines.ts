/** One content line of an event, such as `DTSTART;VALUE=DATE:20261225`. */
export interface IcsLine {
	name: string;
	/** Parameters by upper-case name, quotes removed. */
	parameters: ReadonlyMap<string, string>;
	/** As written, with its escapes. */
	value: string;
}

/** Everything else, such as attendees and alarms, says nothing about days. */
const READ = new Set(
	(
		'BEGIN END UID SUMMARY DESCRIPTION CATEGORIES STATUS DTSTART DTEND DURATION RRULE EXRULE ' +
		'RDATE EXDATE RECURRENCE-ID TZID TZOFFSETFROM TZOFFSETTO X-WR-TIMEZONE ' +
		'X-MICROSOFT-CDO-ALLDAYEVENT X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT X-FUNAMBOL-ALLDAY'
	).split(' '),
);

/**
 * The lines of an iCalendar text that say something of days. A line that begins with a space or tab
 * goes on from the line before.
 */
export function* contentLines(text: string): Generator<IcsLine> {
	const unfolded = text.replace(/^\uFEFF/, '').replace(/(?:\r\n|\r|\n)[ \t]/g, '');
	for (const line of unfolded.split(/[\r\n]+/)) {
		const name = /^\s*([\w-]{1,40})\s*[;:]/.exec(line)?.[1]?.toUpperCase() ?? '';
		if (READ.has(name)) yield readLine(name, line);
	}
}

function readLine(name: string, line: string): IcsLine {
	const colon = line.indexOf(':');
	const semicolon = line.indexOf(';');
	if (colon >= 0 && (semicolon < 0 || semicolon > colon)) {
		return { name, parameters: NO_PARAMETERS, value: line.slice(colon + 1, colon + LONGEST_VALUE) };
	}
	const [head = '', ...parameters] = splitHead(line);
	const named = parameters.map((text): [string, string] => {
		const equals = text.indexOf('=');
		const key = equals < 0 ? text : text.slice(0, equals);
		return [key.toUpperCase(), text.slice(key.length + 1).replaceAll('"', '')];
	});
	const value = line.slice(head.length, head.length + LONGEST_VALUE);
	return { name, parameters: new Map(named), value };
}

const NO_PARAMETERS: IcsLine['parameters'] = new Map();
/** Twenty years of dates that are left out are shorter, and nobody calls a holiday by more. */
const LONGEST_VALUE = 100_000;
const MOST_PARAMETERS = 50;

/** All that stands before the value, with its colon; then each parameter. */
function splitHead(line: string): string[] {
	const parameters: string[] = [];
	let quoted = false;
	let from = line.search(/[;:]/);
	for (let index = from; index < line.length; index++) {
		const sign = line[index];
		if (sign === '"') quoted = !quoted;
		if (quoted || (sign !== ';' && sign !== ':')) continue;
		if (index > from && parameters.length < MOST_PARAMETERS)
			parameters.push(line.slice(from + 1, index));
		if (sign === ':') return [line.slice(0, index + 1), ...parameters];
		from = index;
	}
	return [line, ...parameters];
}
