import {
	parseCalendar,
	type Calendar,
	type TeamCalendar,
} from '../../../nodes/domain/time/calendar';
import { allowedMinutes } from '../../../nodes/domain/time/allowedTime';
import { startClock, type Clock } from '../../../nodes/domain/time/clock';
import { pauseClock, resumeClock } from '../../../nodes/domain/time/controlClock';
import { HandoffProblem } from '../../../nodes/domain/base/problem';
import { parseTarget } from '../../../nodes/domain/time/target';
import { SEED, timesOf } from '../../support/draws';
import { inTime } from '../../support/timeLimit';
import { anyMoment, anyPlan, Chance } from './plans';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Fewer would not come to every word that an explanation knows. */
const CASES = Math.max(150, timesOf(150));

/** Minutes of "3 h 5 min 7 s". */
const minutesOf = (text: string): number =>
	[...text.matchAll(/(\d+(?:\.\d+)?) (h|min|s|ms)\b/g)].reduce((sum, [, count, unit]) => {
		const size = { h: 60, min: 1, s: 1 / 60, ms: 1 / MINUTE }[unit ?? ''] ?? 0;
		return sum + Number(count) * size;
	}, 0);

const countedIn = ({ explanation }: Clock): number =>
	explanation
		.filter((text) => text.startsWith('Counts '))
		.reduce((sum, text) => sum + minutesOf(text.slice(text.lastIndexOf(':') + 1)), 0);

function anyClock(chance: Chance): Clock | undefined {
	const place = anyMoment(chance);
	const calendar = parseCalendar(anyPlan(chance, place));
	const at = place[1] + chance.whole(-3 * DAY, 3 * DAY);
	const minutes = chance.of([
		1 / 3,
		0.5,
		8.2 * 60,
		480,
		chance.whole(1, 3000),
		chance.share() * 600,
	]);
	try {
		const days = { workingDays: chance.whole(0, 5), cutOff: '12:00' };
		const target = parseTarget(chance.isTrue(0.3) ? days : { minutes });
		let clock = startClock({ name: 'fix', target, calendar, at });
		for (let now = at, pauses = chance.whole(0, 3); pauses > 0; pauses--) {
			now += chance.whole(0, DAY);
			clock = pauseClock(clock, now);
			now += chance.whole(0, 2 * DAY);
			if (pauses > 1 || chance.isTrue(0.8)) clock = resumeClock(clock, now);
		}
		return clock;
	} catch (thrown) {
		if (thrown instanceof HandoffProblem) return undefined;
		throw thrown;
	}
}

const teamsOf = ({ union = [], intersection = [], ...own }: Calendar): TeamCalendar[] => [
	own,
	...union,
	...intersection,
];

/** The calendar as if nothing were said of a date, in one of its teams. */
function without(calendar: Calendar, place: number, date: string): Calendar {
	const drop = <Team extends TeamCalendar>(team: Team): Team => ({
		...team,
		holidays: team.holidays.filter((holiday) => holiday !== date),
		exceptions: Object.fromEntries(Object.entries(team.exceptions).filter(([on]) => on !== date)),
	});
	const { union = [], intersection = [] } = calendar;
	if (place === 0) return drop(calendar);
	return {
		...calendar,
		union: union.map((team, index) => (index === place - 1 ? drop(team) : team)),
		intersection: intersection.map((team, index) =>
			index === place - 1 - union.length ? drop(team) : team,
		),
	};
}

/** Holidays and exceptions without which the deadline would be another, and which nobody names. */
function unnamedCauses(clock: Clock): string[] {
	const told = clock.explanation.join('\n');
	return teamsOf(clock.calendar).flatMap(({ holidays, exceptions }, place) =>
		[...holidays.map(String), ...Object.keys(exceptions)].filter((date) => {
			if (told.includes(date.concat('.')) || told.includes(date.concat(','))) return false;
			return deadlineBy(without(clock.calendar, place, date), clock) !== clock.deadline;
		}),
	);
}

function deadlineBy(calendar: Calendar, clock: Clock): string {
	try {
		const { target, startedAt, pauses } = clock;
		const start = startClock({ name: 'fix', target, calendar, at: Date.parse(startedAt) });
		return pauses.reduce((running, { from, to }) => {
			const paused = pauseClock(running, Date.parse(from));
			return to === undefined ? paused : resumeClock(paused, Date.parse(to));
		}, start).deadline;
	} catch {
		return clock.deadline;
	}
}

/** Dates told as closed on which some time is told as counted. */
function closedAndCounted({ explanation, calendar: { union, intersection } }: Clock): string[] {
	if (union !== undefined || intersection !== undefined) return [];
	const closed = explanation
		.filter((text) => text.startsWith('Closed'))
		.flatMap((text) => text.match(/\d{4}-\d\d-\d\d/g) ?? []);
	return closed.filter((date) =>
		explanation.some((text) => new RegExp(`^Counts \\w+ ${date} `).test(text)),
	);
}

/** Changes of the team's clock in a night that counted, of which nobody says a word. */
function unnamedChanges({ explanation, calendar: { timezone } }: Clock): string[] {
	const spans = explanation.flatMap((text) => {
		const [, from = '', till = '', to = ''] =
			/^Counts \w+ (\S+ \S+) to (?:\w+ (\d\S+ )?)?(\S+):/.exec(text) ?? [];
		if (from === '') return [];
		const end = `${till === '' ? from.slice(0, 10) : till.trim()} ${to}`;
		return [{ text, from: from.replace(' ', 'T'), end: end.replace(' ', 'T') }];
	});
	const said = explanation.some((text) => text.startsWith('The clocks go'));
	return spans
		.filter(({ text, from, end }) => {
			const shown = (Date.parse(`${end}Z`) - Date.parse(`${from}Z`)) / MINUTE;
			const amount = minutesOf(text.slice(text.lastIndexOf(':') + 1));
			return Math.abs(shown - amount) > 0.05 && !said;
		})
		.map(({ text }) => `${text} (${timezone})`);
}

describe(`every explanation (seed ${SEED})`, () => {
	const chance = new Chance(SEED);
	const clocks = Array.from({ length: CASES }, () => anyClock(chance)).flatMap((one) => one ?? []);

	it('is of many clocks, some of them paused, some over a change of the clock', () => {
		const all = clocks.map(({ explanation }) => explanation.join(' '));
		expect(clocks.length).toBeGreaterThan(CASES / 2);
		for (const word of [
			'Paused from',
			'The clocks go',
			'Closed',
			'Special hours',
			'more stretches',
		]) {
			expect(all.filter((text) => text.includes(word)).length).toBeGreaterThan(0);
		}
	});

	it('adds up to the allowed time', () => {
		const wrong = clocks.filter((clock) => {
			const [start = '', until = ''] = clock.explanation;
			const allowed = minutesOf(
				clock.target.minutes === undefined
					? until.slice(until.lastIndexOf(':'))
					: start.slice(start.indexOf('allows')),
			);
			return (
				Math.abs(countedIn(clock) - allowed) > 0.001 ||
				Math.abs(allowed - allowedMinutes(clock)) > 0.5 / 60
			);
		});
		expect(wrong.slice(0, 2)).toEqual([]);
	});

	it('names every holiday and exception that moved the deadline', () => {
		const wrong = clocks
			.map((clock) => ({ unnamed: unnamedCauses(clock), clock }))
			.filter(({ unnamed }) => unnamed.length > 0);
		expect(wrong.slice(0, 2)).toEqual([]);
	});

	it('tells no day as closed that counted', () => {
		expect(clocks.flatMap(closedAndCounted)).toEqual([]);
	});

	it('says a word of a change of the clock where the shown times do not add up', () => {
		expect(clocks.flatMap(unnamedChanges)).toEqual([]);
	});

	it('takes but a moment', () => {
		const again = inTime((given: number) => void anyClock(new Chance(given)));
		for (let seed = 0; seed < 50; seed++) again(seed);
	});
});
