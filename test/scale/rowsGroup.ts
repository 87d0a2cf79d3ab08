import { exactly, plain, type Figure } from './figures';
import { installServices, startPostgres } from './queue/services';
import { countLedger, fillLedger } from './rows/fillLedger';
import { reportInN8n, type ReportRun } from './rows/reportInN8n';
import type { Settings } from './settings';

/** What n8n as it comes must bear; docs/large-ledgers.md promises it. */
const LEAST_BY_DEFAULT = 500_000;
const SIZES = [2_000_000, 1_500_000, 1_000_000, 750_000, 500_000, 250_000, 100_000];

/**
 * `npm run test:scale -- rows [--rows=1000000] [--heap=12288]`: the report on so many rows in one
 * execution of a real n8n, with a larger heap and with the heap that Node takes by itself.
 */
export async function measureRows(settings: Settings): Promise<Figure[]> {
	const rows = settings.number('rows', 1_000_000);
	const heapMb = settings.number('heap', 12_288);
	installServices('postgresql');
	const postgres = await startPostgres();
	try {
		fillLedger(postgres.port, rows);
		const raised = await reportInN8n(postgres.port, { rows, heapMb });
		const found = await findLargest(postgres.port, rows);
		return [
			...compare('raised', raised, countLedger(postgres.port, rows)),
			plain(
				'raised.seconds',
				raised.seconds,
				`seconds for ${rows} rows with a heap of ${heapMb} MB`,
			),
			plain('raised.peakMb', raised.peakMb, 'MB of memory at most'),
			{
				key: 'default.rows',
				value: found.rows,
				meaning: 'rows are the most of those tried in n8n as it comes',
				holds: found.rows >= Math.min(LEAST_BY_DEFAULT, rows),
				wanted: `at least ${Math.min(LEAST_BY_DEFAULT, rows)}`,
			},
			plain('default.seconds', found.run.seconds, 'seconds for them'),
			plain('default.peakMb', found.run.peakMb, 'MB of memory at most'),
		];
	} finally {
		await postgres.stop();
	}
}

function compare(
	name: string,
	{ counted }: ReportRun,
	expected: ReturnType<typeof countLedger>,
): Figure[] {
	const { rows = 0, handoffs = 0, accepted = 0 } = counted ?? {};
	return [
		exactly(`${name}.rows`, rows, expected.rows, 'rows counted in one execution'),
		exactly(`${name}.handoffs`, handoffs, expected.handoffs, 'handoffs, as PostgreSQL counts'),
		exactly(`${name}.accepted`, accepted, expected.accepted, 'accepted, as PostgreSQL counts'),
	];
}

/** The largest size that comes through with the heap that Node takes by itself. */
async function findLargest(port: number, most: number): Promise<{ rows: number; run: ReportRun }> {
	const sizes = SIZES.filter((size) => size <= most);
	for (const rows of sizes.length === 0 ? [most] : sizes) {
		const run = await reportInN8n(port, { rows, heapMb: undefined });
		if (run.counted?.rows === rows) return { rows, run };
		console.log(`n8n as it comes did not get through ${rows} rows`);
	}
	return { rows: 0, run: { seconds: 0, peakMb: 0 } };
}
