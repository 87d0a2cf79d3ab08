import fc from 'fast-check';
import {
	add,
	betweenMs,
	isOpen,
	next,
	previous,
	subtract,
} from '../../../nodes/domain/time/businessTime';
import { calendarSchema, type Calendar } from '../../../nodes/domain/time/calendar';
import { inTime } from '../../support/timeLimit';
import { draws } from '../../support/draws';

/** Half-hour changes, a skipped day, negative and double changes, midnight gaps, none at all. */
const ZONES = [
	'Australia/Lord_Howe',
	'Pacific/Apia',
	'Europe/Dublin',
	'Africa/Casablanca',
	'America/Sao_Paulo',
	'Asia/Kolkata',
	'America/New_York',
	'America/St_Johns',
	'Africa/Cairo',
	'Asia/Gaza',
];
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MINUTE = 60_000;

const timeOfDay = fc
	.tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 59))
	.map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const interval = fc.tuple(timeOfDay, fc.oneof(timeOfDay, fc.constant('24:00')));
const date = fc
	.integer({ min: Date.UTC(2008, 0) / 86_400_000, max: Date.UTC(2030, 0) / 86_400_000 })
	.map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const anyCalendar: fc.Arbitrary<Calendar> = fc
	.record({
		timezone: fc.constantFrom(...ZONES),
		weekly: fc
			.uniqueArray(fc.constantFrom(...DAYS), { minLength: 1 })
			.chain((days) =>
				fc.record(
					Object.fromEntries(
						days.map((day) => [day, fc.array(interval, { minLength: 1, maxLength: 3 })]),
					),
				),
			),
		holidays: fc.array(date, { maxLength: 20 }),
		exceptions: fc.dictionary(date, fc.array(interval, { maxLength: 2 }), { maxKeys: 5 }),
	})
	.map((written) => calendarSchema.parse(written));
const anyInstant = fc
	.integer({ min: Date.UTC(2009, 0), max: Date.UTC(2029, 0) })
	.map((instant) => new Date(instant).toISOString());
const minutes = fc.integer({ min: 1, max: 6000 });

const holds = (property: fc.IProperty<never> | fc.IRawProperty<unknown>) =>
	fc.assert(property, draws(60));

describe('business time, on any calendar', () => {
	it('gives back the amount that was added', () => {
		holds(
			fc.property(
				anyCalendar,
				anyInstant,
				minutes,
				inTime((calendar, start, amount) => {
					expect(betweenMs(calendar, start, add(calendar, start, amount))).toBe(amount * MINUTE);
				}),
			),
		);
	});

	it('gives back the amount that was subtracted', () => {
		holds(
			fc.property(
				anyCalendar,
				anyInstant,
				minutes,
				inTime((calendar, end, amount) => {
					expect(betweenMs(calendar, subtract(calendar, end, amount), end)).toBe(amount * MINUTE);
				}),
			),
		);
	});

	it('adds to the earliest such instant: a millisecond before, less has passed', () => {
		holds(
			fc.property(
				anyCalendar,
				anyInstant,
				minutes,
				inTime((calendar, start, amount) => {
					const due = Date.parse(add(calendar, start, amount));
					const justBefore = new Date(due - 1).toISOString();
					expect(betweenMs(calendar, start, justBefore)).toBe(amount * MINUTE - 1);
				}),
			),
		);
	});

	it('is additive over any point in between', () => {
		holds(
			fc.property(
				anyCalendar,
				anyInstant,
				anyInstant,
				anyInstant,
				inTime((calendar, a, b, c) => {
					expect(betweenMs(calendar, a, b) + betweenMs(calendar, b, c)).toBe(
						betweenMs(calendar, a, c),
					);
				}),
			),
		);
	});

	it('never lets a larger amount be due earlier, nor a later start', () => {
		holds(
			fc.property(
				anyCalendar,
				fc.tuple(anyInstant, anyInstant),
				fc.tuple(minutes, minutes),
				inTime((calendar, starts, amounts) => {
					const [early = '', late = ''] = [...starts].sort();
					const [less = 0, more = 0] = [...amounts].sort((left, right) => left - right);
					expect(add(calendar, early, less) <= add(calendar, early, more)).toBe(true);
					expect(add(calendar, early, less) <= add(calendar, late, less)).toBe(true);
				}),
			),
		);
	});

	it('counts a millisecond exactly when it is open', () => {
		holds(
			fc.property(
				anyCalendar,
				anyInstant,
				inTime((calendar, instant) => {
					const after = new Date(Date.parse(instant) + 1).toISOString();
					expect(betweenMs(calendar, instant, after)).toBe(isOpen(calendar, instant) ? 1 : 0);
				}),
			),
		);
	});

	it('has nothing open before the next opening, and is open there', () => {
		holds(
			fc.property(
				anyCalendar,
				anyInstant,
				inTime((calendar, instant) => {
					const opening = next(calendar, instant);
					expect(betweenMs(calendar, instant, opening)).toBe(0);
					expect(isOpen(calendar, opening)).toBe(true);
				}),
			),
		);
	});

	it('has nothing open since the previous closing, and was open until there', () => {
		holds(
			fc.property(
				anyCalendar,
				anyInstant,
				inTime((calendar, instant) => {
					const closing = previous(calendar, instant);
					const justBefore = new Date(Date.parse(closing) - 1).toISOString();
					expect(betweenMs(calendar, closing, instant)).toBe(0);
					expect(isOpen(calendar, justBefore)).toBe(true);
				}),
			),
		);
	});
});

describe('business time, in every time zone', () => {
	const shifts = [
		['00:00', '02:30'],
		['13:00', '14:00'],
		['22:00', '24:00'],
	];
	const weekly = Object.fromEntries(DAYS.map((day) => [day, shifts]));

	it.each([
		[2026, Intl.supportedValuesOf('timeZone')],
		[1970, ZONES],
		[2099, ZONES],
	])('gives back what was added in %i, to the millisecond', (year, zones) => {
		const start = new Date(Date.UTC(year, 0, 5, 1, 17)).toISOString();
		for (const timezone of zones) {
			const calendar = calendarSchema.parse({ timezone, weekly, name: String(year) });
			for (const amount of [1, 330, 100_000]) {
				const due = add(calendar, start, amount);
				const gone = betweenMs(calendar, start, due);
				expect([timezone, gone]).toEqual([timezone, amount * MINUTE]);
				expect([timezone, next(calendar, due) >= due]).toEqual([timezone, true]);
			}
		}
	});
});

describe('business time against a count of single minutes', () => {
	const localMinute = (timezone: string) => {
		const format = new Intl.DateTimeFormat('en-CA', {
			timeZone: timezone,
			hourCycle: 'h23',
			weekday: 'short',
			hour: '2-digit',
			minute: '2-digit',
		});
		return (instant: number) => {
			const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
			return {
				weekday: parts.get('weekday')?.slice(0, 3).toLowerCase() ?? '',
				time: `${parts.get('hour') ?? ''}:${parts.get('minute') ?? ''}`,
			};
		};
	};

	it.each(ZONES)('counts daytime hours in %s as the clock on the wall shows them', (timezone) => {
		const hours: [string, string] = ['08:00', '18:00'];
		const calendar = calendarSchema.parse({
			timezone,
			weekly: Object.fromEntries(DAYS.slice(0, 5).map((day) => [day, [hours]])),
		});
		const read = localMinute(timezone);
		const from = Date.UTC(2011, 11, 20);
		let open = 0;
		for (let instant = from; instant < from + 14 * 86_400_000; instant += MINUTE) {
			const { weekday, time } = read(instant);
			if (DAYS.indexOf(weekday) < 5 && time >= hours[0] && time < hours[1]) open += MINUTE;
		}
		const to = new Date(from + 14 * 86_400_000).toISOString();
		expect(betweenMs(calendar, new Date(from).toISOString(), to)).toBe(open);
	});
});
