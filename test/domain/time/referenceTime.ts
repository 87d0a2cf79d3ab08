import { DateTime } from 'luxon';

export type Hours = [open: string, close: string];
type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
export type Week = Partial<Record<Weekday, Hours[]>>;

export interface TeamPlan {
	timezone: string;
	weekly: Week;
	changes?: Array<{ from: string; weekly: Week }>;
	holidays: string[];
	holidayFrom?: 'midnight' | 'shift';
	exceptions: Record<string, Hours[]>;
}

export interface Plan extends TeamPlan {
	union?: TeamPlan[];
	intersection?: TeamPlan[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const dateOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10);

/** Milliseconds that the wall clock is ahead of UTC. */
export const ahead = (zone: string, at: number): number =>
	DateTime.fromMillis(at, { zone }).offset * MINUTE;

/**
 * Working time as somebody would count it who looks at the clock on the wall every half minute: slow
 * and simple, to judge the counting that is used. `reached[i]` is the latest wall time that the clock
 * has shown up to tick i, so that an hour that comes twice is left for good the first time.
 */
export class ReferenceTime {
	readonly tick: number;
	readonly open: boolean[];
	/** The first latest wall time of each tick, in the zone of the plan. */
	readonly reached: number[];

	constructor(
		private readonly plan: Plan,
		readonly from: number,
		readonly to: number,
	) {
		const teams = [plan, ...(plan.union ?? []), ...(plan.intersection ?? [])];
		const whole = teams.every(({ timezone }) => ahead(timezone, from) % MINUTE === 0);
		this.tick = whole ? MINUTE : MINUTE / 2;
		this.reached = this.reachedIn(plan.timezone);
		const any = [plan, ...(plan.union ?? [])].map((team) => this.openTicks(team));
		const all = (plan.intersection ?? []).map((team) => this.openTicks(team));
		this.open = this.reached.map(
			(_, i) => any.some((team) => team[i]) && all.every((team) => team[i]),
		);
	}

	private reachedIn(zone: string): number[] {
		const reached: number[] = [];
		let latest = -Infinity;
		for (let at = this.from; at < this.to; at += HOUR) {
			const [first, last] = [ahead(zone, at), ahead(zone, at + HOUR)];
			for (let now = at; now < at + HOUR; now += this.tick) {
				latest = Math.max(latest, now + (first === last ? first : ahead(zone, now)));
				reached.push(latest);
			}
		}
		return reached;
	}

	private openTicks(team: TeamPlan): boolean[] {
		const reached = team === this.plan ? this.reached : this.reachedIn(team.timezone);
		const known = new Map<number, boolean[]>();
		return reached.map((wall) => {
			const day = Math.floor(wall / DAY);
			const minutes = known.get(day) ?? openMinutes(team, day);
			known.set(day, minutes);
			return minutes[Math.floor((wall - day * DAY) / MINUTE)] ?? false;
		});
	}

	private tickAt(at: number): number {
		const tick = Math.floor((at - this.from) / this.tick);
		if (tick < 0 || tick >= this.open.length) throw new RangeError('not in the window');
		return tick;
	}

	isOpen = (at: number): boolean => this.open[this.tickAt(at)] ?? false;

	between(start: number, end: number): number {
		if (end < start) return -this.between(end, start);
		let sum = 0;
		for (let at = start, until; at < end; at = until) {
			until = Math.min(end, this.from + (this.tickAt(at) + 1) * this.tick);
			if (this.isOpen(at)) sum += until - at;
		}
		return sum;
	}

	/** The earliest instant since which, from `start`, `amount` milliseconds have passed. */
	add(start: number, amount: number): number {
		if (amount < 0) return this.subtract(start, -amount);
		let [at, left] = [start, amount];
		while (left > 0) {
			const until = this.from + (this.tickAt(at) + 1) * this.tick;
			if (this.isOpen(at) && until - at >= left) return at + left;
			if (this.isOpen(at)) left -= until - at;
			at = until;
		}
		return at;
	}

	/** The latest instant from which, until `end`, `amount` milliseconds pass. */
	subtract(end: number, amount: number): number {
		let [at, left] = [end, amount];
		while (left > 0) {
			const since = this.from + this.tickAt(at - 1) * this.tick;
			if (this.isOpen(at - 1) && at - since >= left) return at - left;
			if (this.isOpen(at - 1)) left -= at - since;
			at = since;
		}
		return at;
	}

	next(at: number): number {
		return this.isOpen(at) ? at : this.next(this.from + (this.tickAt(at) + 1) * this.tick);
	}

	previous(at: number): number {
		return this.isOpen(at - 1) ? at : this.previous(this.from + this.tickAt(at - 1) * this.tick);
	}

	/** The same time of day so many dates of shifts on, inside the hours of that date. */
	addWorkingDays(start: number, days: number): number {
		if (days === 0) return start;
		const shifts = this.shiftDates();
		const ended = this.isOpen(start - 1) ? shifts[this.tickAt(start - 1)] : undefined;
		const wall = start + ahead(this.plan.timezone, start);
		const goesOn = ended?.aroundTheClock === true && this.isOpen(start);
		const today = ended === undefined || goesOn ? Math.floor(wall / DAY) : ended.date;
		const ticksOf = new Map<number, [first: number, last: number]>();
		shifts.forEach((shift, tick) => {
			if (shift) ticksOf.set(shift.date, [ticksOf.get(shift.date)?.[0] ?? tick, tick + 1]);
		});
		const dates = [...ticksOf.keys()];
		const list =
			days > 0
				? dates.filter((date) => date > today)
				: dates.reverse().filter((date) => date < today);
		const date = list[Math.abs(days) - 1];
		if (date === undefined) throw new RangeError('not in the window');
		const [first, last] = ticksOf.get(date) ?? [0, 0];
		const due = this.whenReached(wall + (date - today) * DAY);
		const within = Math.max(this.from + first * this.tick, due);
		return Math.min(within, this.from + last * this.tick);
	}

	/** For each open tick the date of its shift: that of its beginning, or its own around the clock. */
	private shiftDates(): Array<{ date: number; aroundTheClock: boolean } | undefined> {
		const dateAt = (tick: number) => Math.floor((this.reached[tick] ?? 0) / DAY);
		let begin = 0;
		return this.open.map((isOpen, tick) => {
			if (!isOpen) return undefined;
			if (!this.open[tick - 1]) begin = tick;
			const end = this.open.indexOf(false, tick);
			const aroundTheClock = end < 0 || (end - begin) * this.tick >= DAY;
			return { date: dateAt(aroundTheClock ? tick : begin), aroundTheClock };
		});
	}

	private whenReached(wall: number): number {
		const floor = Math.floor(wall / this.tick) * this.tick;
		const tick = this.reached.findIndex((seen) => seen >= floor);
		const seen = this.reached[tick] ?? 0;
		return this.from + tick * this.tick + Math.max(0, wall - seen);
	}
}

/** For each minute of a local date whether it is open, from its own hours and last night's. */
function openMinutes(team: TeamPlan, day: number): boolean[] {
	const [yesterday, today] = [dateOf((day - 1) * DAY), dateOf(day * DAY)];
	const closedAllDay = team.holidays.includes(today) && !(today in team.exceptions);
	const cut = closedAllDay && team.holidayFrom !== 'shift';
	const tonight = hoursOn(team, today).map(([open, close]) => {
		const [from, to] = [minutesOf(open), minutesOf(close)];
		return (minute: number) => minute >= from && (to <= from || minute < to);
	});
	const lastNight = cut ? [] : hoursOn(team, yesterday).filter(([open, close]) => close <= open);
	const tails = lastNight.map(([, close]) => minutesOf(close));
	return Array.from(
		{ length: 24 * 60 },
		(_, minute) => tonight.some((within) => within(minute)) || tails.some((to) => minute < to),
	);
}

function hoursOn(team: TeamPlan, date: string): Hours[] {
	const exception = team.exceptions[date];
	if (exception) return exception;
	if (team.holidays.includes(date)) return [];
	const regimes = (team.changes ?? [])
		.filter(({ from }) => from <= date)
		.sort((left, right) => left.from.localeCompare(right.from));
	const week = regimes[regimes.length - 1]?.weekly ?? team.weekly;
	return week[WEEKDAYS[new Date(date).getUTCDay()] ?? 'sun'] ?? [];
}
