import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCalendar, type Calendar } from '../../../nodes/domain/time/calendar';

const linesOf = (name: string): string[] =>
	readFileSync(join(__dirname, name), 'utf8').trimEnd().split('\n');

const calendars = linesOf('calendars.jsonl').map((line): Calendar => parseCalendar(JSON.parse(line)));

/** The rows of a table without its head line. */
export const readRows = (name: string): string[][] =>
	linesOf(name)
		.slice(1)
		.map((line) => line.split('\t'));

export function calendarOf(index: string | undefined): Calendar {
	const calendar = calendars[Number(index)];
	if (!calendar) throw new Error(`No calendar ${String(index)}`);
	return calendar;
}
