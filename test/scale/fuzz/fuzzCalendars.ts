import { z } from 'zod';
import type { SeededRandom } from '../seededRandom';
import { builtFunction, isProblem } from './built';
import { timed, type Part } from './found';
import { mutate } from './mutate';

const DAY_MS = 24 * 60 * 60 * 1000;
const FROM = Date.UTC(1970, 0, 1);
const TO = Date.UTC(2100, 0, 1);

const CALENDAR = {
	timezone: 'Europe/Berlin',
	weekly: {
		mon: [
			['09:00', '12:00'],
			['13:00', '17:00'],
		],
		tue: [['22:00', '06:00']],
		fri: [['00:00', '24:00']],
	},
	holidays: ['2026-12-25', '2026-04-06'],
	exceptions: { '2026-12-24': [['09:00', '12:00']] },
	changes: [{ from: '2027-01-01', weekly: { wed: [['08:00', '16:00']] } }],
};
const ZONES = Intl.supportedValuesOf('timeZone');

const caseSchema = z.object({ calendar: z.unknown(), start: z.string(), minutes: z.number() });

function draw(random: SeededRandom) {
	const timezone = ZONES[Math.floor(random.below(ZONES.length))];
	const day = FROM + Math.floor(random.below((TO - FROM) / DAY_MS)) * DAY_MS;
	return {
		calendar: mutate(random, { ...CALENDAR, timezone }),
		start: new Date(day).toISOString(),
		minutes: Math.floor(random.below(20_000)),
	};
}

async function judge(input: unknown): Promise<string[]> {
	const { calendar, start, minutes } = caseSchema.parse(input);
	const { result, slow } = await timed(() => addAndCount(calendar, start, minutes));
	if ('error' in result) {
		return isProblem(result.error) ? slow : [...slow, `threw ${String(result.error)}`];
	}
	return result.between === minutes
		? slow
		: [...slow, `${minutes} minutes were added, ${String(result.between)} lie between`];
}

function addAndCount(
	calendar: unknown,
	start: string,
	minutes: number,
): { between: unknown } | { error: unknown } {
	const parse = builtFunction('nodes/domain/time/calendar.js', 'parseCalendar');
	const add = builtFunction('nodes/domain/time/businessTime.js', 'add');
	const between = builtFunction('nodes/domain/time/businessTime.js', 'between');
	try {
		const read = parse(calendar);
		return { between: between(read, start, add(read, start, minutes)) };
	} catch (error) {
		return { error };
	}
}

/** Calendars and instants through the built business time: the amount comes back, or a problem. */
export const CALENDARS: Part = { name: 'calendar', share: 0.15, inputs: 1, draw, judge };
