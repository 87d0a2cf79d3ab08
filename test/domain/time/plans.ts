import { ahead, type Hours, type Plan, type TeamPlan, type Week } from './referenceTime';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const ZONES = Intl.supportedValuesOf('timeZone');

/** Chance that can be had again: the same seed, the same answers (mulberry32). */
export class Chance {
	constructor(private state: number) {}

	/** From 0 up to, not including, 1. */
	share(): number {
		this.state = (this.state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number of [from, to]. */
	whole = (from: number, to: number): number => from + Math.floor(this.share() * (to - from + 1));

	of<One>(list: readonly One[]): One {
		const one = list[this.whole(0, list.length - 1)];
		if (one === undefined) throw new Error('an empty list has nothing to choose');
		return one;
	}

	isTrue = (share: number): boolean => this.share() < share;

	list = <One>(most: number, make: () => One): One[] =>
		Array.from({ length: this.whole(0, most) }, make);
}

/** A zone and a moment in it: mostly one at which its clock changes, anywhere from 1970 to 2100. */
export function anyMoment(chance: Chance): [zone: string, moment: number] {
	const zone = chance.of(ZONES);
	const start = Date.UTC(chance.whole(1970, 2100), 0, 1);
	const changes: number[] = [];
	for (let at = start; at < start + 365 * DAY; at += DAY) {
		if (ahead(zone, at) !== ahead(zone, at + DAY)) changes.push(at);
	}
	return changes.length > 0 && chance.isTrue(0.8)
		? [zone, chance.of(changes)]
		: [zone, start + chance.whole(0, 364) * DAY];
}

/** Hours around the clock, night shifts, lunch breaks, overlaps, holidays: what comes by chance. */
export function anyPlan(chance: Chance, [zone, moment]: [string, number]): Plan {
	const plan: Plan = anyTeam(chance, zone, moment);
	const other = () => anyTeam(chance, chance.of([zone, chance.of(ZONES)]), moment);
	if (chance.isTrue(0.15)) plan.union = [other()];
	if (chance.isTrue(0.15)) plan.intersection = [other()];
	return plan;
}

function anyTeam(chance: Chance, timezone: string, moment: number): TeamPlan {
	const near = () => new Date(moment + chance.whole(-5, 6) * DAY).toISOString().slice(0, 10);
	const team: TeamPlan = {
		timezone,
		weekly: anyWeek(chance),
		holidays: chance.list(3, near),
		exceptions: Object.fromEntries(
			chance.list(2, () => [near(), chance.list(2, () => anyHours(chance))]),
		),
	};
	if (chance.isTrue(0.3)) {
		const dates = new Set([near(), near()]);
		team.changes = [...dates].map((from) => ({ from, weekly: anyWeek(chance) }));
	}
	if (chance.isTrue(0.3)) team.holidayFrom = chance.of(['midnight', 'shift']);
	return team;
}

function anyWeek(chance: Chance): Week {
	const same = chance.isTrue(0.5) ? [anyHours(chance)] : undefined;
	const days = WEEKDAYS.filter(() => chance.isTrue(0.8));
	const listed = (days.length > 0 ? days : WEEKDAYS).map((day) => [
		day,
		same ?? [anyHours(chance), ...chance.list(2, () => anyHours(chance))],
	]);
	return Object.fromEntries(listed);
}

const anyHours = (chance: Chance): Hours =>
	chance.isTrue(0.5)
		? chance.of<Hours>([
				['00:00', '24:00'],
				['09:00', '17:00'],
				['22:00', '06:00'],
				['23:30', '00:30'],
				['00:00', '00:01'],
				['02:15', '02:45'],
				['01:30', '03:00'],
				['12:00', '24:00'],
				['06:00', '06:00'],
				['00:00', '00:00'],
			])
		: [anyTime(chance), chance.isTrue(0.1) ? '24:00' : anyTime(chance)];

function anyTime(chance: Chance): string {
	const hour = chance.isTrue(0.5) ? chance.whole(0, 3) : chance.whole(0, 23);
	const minute = chance.of([0, 0, 1, 15, 30, 45, 59, chance.whole(0, 59)]);
	return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
