/** Points on an SVG path of the commands M, C, H, V and q, as {@link wirePath} writes them. */
export type Point = readonly [x: number, y: number];

const STEPS = 40;

export function pointsOn(path: string): Point[] {
	const points: Point[] = [];
	let here: Point = [0, 0];
	for (const [, command = '', written = ''] of path.matchAll(/([MCHVq])([^MCHVq]*)/g)) {
		const stops = stopsOf(command, written.trim().split(/\s+/).map(Number), here);
		for (let step = 0; step <= STEPS; step++) points.push(between(stops, step / STEPS));
		here = stops.at(-1) ?? here;
	}
	return points;
}

/** Where a command begins, is drawn to, and ends. */
function stopsOf(command: string, numbers: number[], [x, y]: Point): Point[] {
	const pairs = numbers.flatMap((left, index): Point[] =>
		index % 2 === 0 ? [[left, numbers[index + 1] ?? 0]] : [],
	);
	switch (command) {
		case 'M':
			return pairs;
		case 'H':
			return [[x, y], ...numbers.map((to): Point => [to, y])];
		case 'V':
			return [[x, y], ...numbers.map((to): Point => [x, to])];
		case 'q':
			return [[x, y], ...pairs.map(([right, down]): Point => [x + right, y + down])];
		default:
			return [[x, y], ...pairs];
	}
}

/** De Casteljau: the point of a curve over any number of stops. */
function between(stops: readonly Point[], part: number): Point {
	const [first = [0, 0], ...others] = stops;
	if (others.length === 0) return first;
	const nearer = others.map((to, index): Point => {
		const from = stops[index] ?? first;
		return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
	});
	return between(nearer, part);
}
