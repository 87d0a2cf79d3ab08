/** One measured figure of a group. */
export interface Figure {
	key: string;
	value: number;
	/** What the figure says, with its unit. */
	meaning: string;
	/** What it should be, in words; none for a figure that only explains. */
	target?: string;
}

const RELATIONS: Record<string, (value: number, limit: number) => boolean> = {
	'<': (value, limit) => value < limit,
	'<=': (value, limit) => value <= limit,
	'>': (value, limit) => value > limit,
	'>=': (value, limit) => value >= limit,
};

/** Whether a figure misses its target, such as `<= 1.2`, `>= 5` or `< 2`. */
export function fallsShort({ value, target = '' }: Figure): boolean {
	const [, relation = '', limit] = /^([<>]=?) ([\d.]+)/.exec(target) ?? [];
	const meets = RELATIONS[relation];
	return meets !== undefined && !meets(value, Number(limit));
}

/** A piece of work to be timed; it must not be optimised away, so it gives something back. */
export type Work = () => unknown;

const ROUNDS = 61;
/**
 * Long enough for several garbage collections: in shorter turns most have none, and the median would
 * leave out what a work costs by the memory that it uses up.
 */
const LEAST_MS = 50;

/** Milliseconds that a work takes. */
export interface Spent {
	/**
	 * Of all threads of the process. A garbage collector that runs beside on an idle core costs a
	 * server what it costs, and other load on the machine does not count.
	 */
	cpu: number;
	/** From beginning to end. */
	wall: number;
}

/**
 * Times several works in turn in one run, so that what slows the machine slows all of them. Each is
 * called once before it is timed, and each round begins with another one, because a work that
 * follows a heavy one would pay for the memory that it left behind.
 *
 * @returns the medians of what one call of each takes
 */
export async function timeInTurn<Name extends string>(
	works: Record<Name, Work>,
	rounds = ROUNDS,
): Promise<Record<Name, Spent>> {
	const names = Object.keys(works) as Name[];
	const repeats = new Map<Name, number>();
	const times = new Map<Name, Spent[]>(names.map((name) => [name, []]));
	for (const name of names) repeats.set(name, await callsIn(works[name], LEAST_MS));
	for (let round = 0; round < rounds; round++) {
		const first = round % names.length;
		for (const name of [...names.slice(first), ...names.slice(0, first)]) {
			await timeOf(works[name], 1);
			times.get(name)?.push(await timeOf(works[name], repeats.get(name) ?? 1));
		}
	}
	const medians = names.map((name) => [name, medianOf(times.get(name) ?? [])]);
	return Object.fromEntries(medians) as Record<Name, Spent>;
}

const medianOf = (spent: readonly Spent[]): Spent => ({
	cpu: median(spent.map(({ cpu }) => cpu)),
	wall: median(spent.map(({ wall }) => wall)),
});

/** Warms a work up and tells how many calls take at least so long. */
async function callsIn(work: Work, leastMs: number): Promise<number> {
	let calls = 1;
	for (;;) {
		const spent = (await timeOf(work, calls)).wall * calls;
		if (spent >= leastMs) return calls;
		calls = Math.max(calls * 2, Math.ceil((calls * leastMs) / Math.max(spent, 0.01)));
	}
}

async function timeOf(work: Work, calls: number): Promise<Spent> {
	const startedAt = performance.now();
	const before = process.cpuUsage();
	for (let call = 0; call < calls; call++) {
		const given = work();
		if (given instanceof Promise) await given;
	}
	const { user, system } = process.cpuUsage(before);
	return {
		cpu: (user + system) / 1_000 / calls,
		wall: (performance.now() - startedAt) / calls,
	};
}

/** The middle one of the numbers. */
export function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((left, right) => left - right);
	const middle = Math.floor(sorted.length / 2);
	const upper = sorted[middle] ?? Number.NaN;
	return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The sum of the numbers by how many there are. */
export const mean = (numbers: readonly number[]): number =>
	numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Three significant digits: more would not come out the same again. */
export const rounded = (number: number): number => Number(number.toPrecision(3));
