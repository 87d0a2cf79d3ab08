import {
	add,
	addWorkingDays,
	betweenMs,
	isOpen,
	next,
	previous,
	subtract,
} from '../../../nodes/domain/time/businessTime';
import { parseCalendar } from '../../../nodes/domain/time/calendar';
import { SEED, timesOf } from '../../support/draws';
import { anyMoment, anyPlan, Chance } from './plans';
import { ReferenceTime, type Plan } from './referenceTime';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** How far around a moment is counted, and how far around it questions begin. */
const [AROUND, NEAR] = [12 * DAY, 3 * DAY];
const CASES = timesOf(30);

type Answer = string | number | boolean;
type Question = [name: string, ours: () => Answer, reference: () => number | boolean];

const iso = (at: number): string => new Date(at).toISOString();

function questionsAbout(plan: Plan, moment: number, chance: Chance): Question[] {
	const calendar = parseCalendar(plan);
	const known = new ReferenceTime(plan, moment - AROUND, moment + AROUND);
	const anyInstant = () =>
		moment +
		chance.of([
			chance.whole(-NEAR, NEAR),
			chance.whole(-NEAR / MINUTE, NEAR / MINUTE) * MINUTE,
			chance.whole(-8, 8) * 15 * MINUTE,
		]);
	const at = anyInstant();
	const until = anyInstant();
	const minutes = chance.of([0, 1, 0.5, 1 / 3, 60, 480, -1, -90.25, chance.whole(-3000, 3000)]);
	const days = chance.whole(-4, 4);
	const edge = known.next(at);
	const amount = Math.round(minutes * MINUTE);
	return [
		[`open at ${iso(at)}`, () => isOpen(calendar, iso(at)), () => known.isOpen(at)],
		[`open at ${iso(edge)}`, () => isOpen(calendar, iso(edge)), () => known.isOpen(edge)],
		[`next from ${iso(at)}`, () => next(calendar, iso(at)), () => known.next(at)],
		[`previous from ${iso(at)}`, () => previous(calendar, iso(at)), () => known.previous(at)],
		[
			`between ${iso(at)} and ${iso(until)}`,
			() => betweenMs(calendar, iso(at), iso(until)),
			() => known.between(at, until),
		],
		[
			`${minutes} min from ${iso(at)}`,
			() => add(calendar, iso(at), minutes),
			() => known.add(at, amount),
		],
		[
			`${minutes} min before ${iso(at)}`,
			() => subtract(calendar, iso(at), minutes),
			() => known.add(at, -amount),
		],
		[
			`work after ${minutes} min from ${iso(at)}`,
			() => add(calendar, iso(at), minutes, { landing: 'nextOpening' }),
			() => known.next(known.add(at, amount)),
		],
		[
			`${days} working days from ${iso(at)}`,
			() => addWorkingDays(calendar, iso(at), days),
			() => known.addWorkingDays(at, days),
		],
	];
}

/** What is asked for beyond the window of the reference is not compared. */
function disagreements(plan: Plan, moment: number, chance: Chance): string[] {
	const asked = inWindow(() => questionsAbout(plan, moment, chance)) ?? [];
	return asked.flatMap(([name, ours, reference]) => {
		const expected = inWindow(reference);
		if (expected === undefined) return [];
		const answer = ours();
		const same = (typeof answer === 'string' ? Date.parse(answer) : answer) === expected;
		const said =
			typeof expected === 'number' && typeof answer === 'string' ? iso(expected) : expected;
		return same ? [] : [`${name}: ${answer}, not ${said}, with ${JSON.stringify(plan)}`];
	});
}

function inWindow<Found>(find: () => Found): Found | undefined {
	try {
		return find();
	} catch (problem) {
		if (problem instanceof RangeError) return undefined;
		throw problem;
	}
}

describe('business time agrees with a count of single minutes', () => {
	it.each`
		zone                     | day             | what
		${'Australia/Lord_Howe'} | ${'2026-04-05'} | ${'half an hour comes twice'}
		${'Australia/Lord_Howe'} | ${'2026-10-04'} | ${'half an hour is skipped'}
		${'Pacific/Chatham'}     | ${'2026-04-05'} | ${'a quarter of an hour off, an hour comes twice'}
		${'Asia/Kathmandu'}      | ${'1986-01-01'} | ${'a quarter of an hour is skipped'}
		${'Pacific/Apia'}        | ${'2011-12-30'} | ${'a day is skipped'}
		${'Pacific/Fakaofo'}     | ${'2011-12-30'} | ${'a day is skipped'}
		${'Pacific/Kwajalein'}   | ${'1993-08-21'} | ${'a day is skipped'}
		${'Pacific/Kiritimati'}  | ${'1994-12-31'} | ${'a day is skipped at the end of a year'}
		${'America/St_Johns'}    | ${'2006-10-29'} | ${'the evening comes back a minute after midnight'}
		${'America/Sao_Paulo'}   | ${'2018-02-18'} | ${'the hour before midnight comes twice'}
		${'America/Sao_Paulo'}   | ${'2018-11-04'} | ${'midnight is skipped'}
		${'America/Havana'}      | ${'2026-11-01'} | ${'the hour after midnight comes twice'}
		${'Africa/Cairo'}        | ${'2026-04-24'} | ${'midnight is skipped'}
		${'Asia/Gaza'}           | ${'2011-08-30'} | ${'summer ends twice a year'}
		${'Europe/Dublin'}       | ${'2024-10-27'} | ${'winter is the exception'}
		${'Africa/Casablanca'}   | ${'2026-02-15'} | ${'a month is the exception'}
		${'Antarctica/Troll'}    | ${'2026-03-29'} | ${'two hours are skipped'}
		${'America/Caracas'}     | ${'2007-12-09'} | ${'half an hour comes twice'}
		${'America/Recife'}      | ${'2000-10-15'} | ${'summer lasts a week'}
		${'Africa/Monrovia'}     | ${'1972-01-07'} | ${'half a minute comes into it'}
		${'Europe/Berlin'}       | ${'2024-02-29'} | ${'a leap day'}
		${'America/New_York'}    | ${'2100-02-28'} | ${'no leap day'}
		${'Asia/Tokyo'}          | ${'1970-01-01'} | ${'the first day'}
		${'America/Los_Angeles'} | ${'2099-12-31'} | ${'the end of a century'}
	`('in $zone around $day: $what', ({ zone, day }: { zone: string; day: string }) => {
		const chance = new Chance(SEED);
		const moment = Date.parse(day);
		const wrong = Array.from({ length: 3 }, () => anyPlan(chance, [zone, moment])).flatMap((plan) =>
			disagreements(plan, moment, chance),
		);
		expect(wrong).toEqual([]);
	});

	it(`on any calendar, in any zone, at any time from 1970 to 2100 (seed ${SEED})`, () => {
		const chance = new Chance(SEED);
		const wrong = Array.from({ length: CASES }, () => {
			const place = anyMoment(chance);
			return disagreements(anyPlan(chance, place), place[1], chance);
		});
		expect(wrong.flat().slice(0, 5)).toEqual([]);
	});
});
