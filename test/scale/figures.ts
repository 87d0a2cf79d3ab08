/** One counted or measured figure of a group. */
export interface Figure {
	key: string;
	value: number;
	/** What the figure says, with its unit. */
	meaning: string;
	/** What it must be; none for a figure that only explains. */
	holds?: boolean;
	/** The same in words. */
	wanted?: string;
}

export interface GroupReport {
	name: string;
	figures: Figure[];
}

/** Tells a group as a table; the last line is one JSON object. Says whether all figures hold. */
export function tellFigures({ name, figures }: GroupReport): boolean {
	console.log(`\n${name}`);
	for (const { key, value, meaning, holds, wanted } of figures) {
		const mark = holds === undefined ? ' ' : holds ? '✓' : '✗';
		const target = wanted === undefined ? '' : `  (${wanted})`;
		console.log(`${mark} ${key.padEnd(26)} ${String(value).padStart(10)}  ${meaning}${target}`);
	}
	const short = figures.filter(({ holds }) => holds === false).map(({ key }) => key);
	console.log(short.length === 0 ? '\nEverything holds.' : `\nFalls short: ${short.join(', ')}`);
	const report = Object.fromEntries(figures.map(({ key, value }) => [key, value]));
	console.log(JSON.stringify({ [name]: { ...report, fallsShort: short } }));
	return short.length === 0;
}

/** A count that must be exactly this. */
export const exactly = (key: string, value: number, wanted: number, meaning: string): Figure => ({
	key,
	value,
	meaning,
	holds: value === wanted,
	wanted: `must be ${wanted}`,
});

/** A figure that only explains. */
export const plain = (key: string, value: number, meaning: string): Figure => ({
	key,
	value,
	meaning,
});
