import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { peakMbIn } from './report/peak';
import { rounded, type Figure } from './timing';

const SIZES = [10_000, 100_000, 1_000_000] as const;
const ROUNDS = [15, 5, 3] as const;

/** What a million rows and their text take together, and more. */
const HEAP_MB = 8_000;

const measuredSchema = z.object({
	count: z.number(),
	parseMs: z.number(),
	reportMs: z.number(),
	rowsMb: z.number(),
	heldMb: z.number(),
});
type Measured = z.infer<typeof measuredSchema> & { peakMb: number };

/** The report over a ledger: how it grows, and how it compares with reading the rows as JSON. */
export async function measureReport(): Promise<Figure[]> {
	const [few, some, many] = SIZES.map((count, index) => measureAlone(count, ROUNDS[index] ?? 3));
	if (few === undefined || some === undefined || many === undefined) return [];
	return [
		{
			key: 'vsJsonParse',
			value: rounded(many.reportMs / many.parseMs),
			meaning: 'time of the report over 1,000,000 rows / JSON.parse of them',
			target: '<= 5',
		},
		{
			key: 'memory',
			value: rounded((many.peakMb - many.heldMb) / many.rowsMb),
			meaning: 'most heap beyond the rows, at 1,000,000 rows / heap of the rows',
			target: '<= 1.5',
		},
		{
			key: 'perRowGrowth',
			value: rounded(many.reportMs / many.count / (some.reportMs / some.count)),
			meaning: 'time a row at 1,000,000 rows / at 100,000',
			target: '<= 1.5',
		},
		{
			key: 'perRowGrowthSmall',
			value: rounded(some.reportMs / some.count / (few.reportMs / few.count)),
			meaning: 'time a row at 100,000 rows / at 10,000',
		},
		...[few, some, many].map(({ count, reportMs }) => ({
			key: `ms${count}`,
			value: rounded(reportMs),
			meaning: `ms for the report over ${count} rows, its page included`,
		})),
		{ key: 'rowsMb', value: rounded(many.rowsMb), meaning: 'MB of heap of 1,000,000 rows' },
	];
}

/** Each size in a process of its own: what one leaves behind does not count for the next. */
function measureAlone(count: number, rounds: number): Measured {
	const flags = ['--expose-gc', '--trace-gc', `--max-old-space-size=${HEAP_MB}`];
	const program = ['--require', join(__dirname, 'register.cjs')];
	const measure = join(__dirname, 'report', 'measure.ts');
	const output = execFileSync(
		process.execPath,
		[...flags, ...program, measure, String(count), String(rounds)],
		{ encoding: 'utf8', maxBuffer: 2 ** 28 },
	);
	const told = output.split('\n').find((line) => line.startsWith('{')) ?? '';
	return { ...measuredSchema.parse(JSON.parse(told)), peakMb: peakMbIn(output) };
}
