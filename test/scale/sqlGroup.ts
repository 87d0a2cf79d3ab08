import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { buildReport } from '../../nodes/domain/insights/buildReport';
import type { Report } from '../../nodes/domain/insights/report';
import { readRows } from '../../nodes/domain/ledger/readRows';
import { exactly, plain, type Figure } from './figures';
import { installServices, startPostgres } from './queue/services';
import type { Settings } from './settings';
import { psql } from './sql/psql';
import { figureLines, fieldLines, reasonLines } from './sql/reportLines';
import { mixedRows, rowsAsCsv, TABLE } from './sql/rows';

const GUIDE = join(__dirname, '..', '..', 'docs', 'large-ledgers.md');

/** `npm run test:scale -- sql [--rows=100000]`: the statements of the guide against the report. */
export async function measureSql(settings: Settings): Promise<Figure[]> {
	const rows = mixedRows(settings.number('rows', 100_000));
	installServices('postgresql');
	const postgres = await startPostgres();
	const run = (sql: string) => psql(postgres.port, sql);
	try {
		run(`${TABLE}\ncopy handoff_ledger from stdin with (format csv);\n${rowsAsCsv(rows)}\n\\.\n`);
		const startedAt = Date.now();
		for (const [, statements = ''] of readFileSync(GUIDE, 'utf8').matchAll(/```sql\n(.*?)```/gs)) {
			run(statements);
		}
		const report = buildReport(readRows(rows).rows, { timezone: 'UTC' }, Date.now());
		const figures = compareViews(report, (view) =>
			run(`select coalesce(json_agg(${view}), '[]') from ${view};`),
		);
		return [
			plain('rows', rows.length, 'rows in PostgreSQL and in the report'),
			...figures,
			plain('seconds', Math.round((Date.now() - startedAt) / 1000), 'seconds for all statements'),
		];
	} finally {
		await postgres.stop();
	}
}

function compareViews(report: Report, read: (view: string) => string): Figure[] {
	const views: Array<[view: string, expected: object[]]> = [
		['handoff_figures', figureLines(report)],
		['handoff_reasons', reasonLines(report)],
		['handoff_fields', fieldLines(report)],
	];
	return views.flatMap(([view, expected]) => {
		const found = linesSchema.parse(JSON.parse(read(view)));
		const differ = expected.filter((line) => !found.some((other) => holds(other, line)));
		for (const line of differ.slice(0, 3)) console.log(view, 'lacks', JSON.stringify(line));
		return [
			exactly(
				`${view}.lines`,
				found.length,
				expected.length,
				`lines of ${view}, as the report has`,
			),
			exactly(`${view}.differ`, differ.length, 0, 'lines of the report that it does not have'),
		];
	});
}

const linesSchema = z.array(z.record(z.unknown()));

/** Whether a line of a view says all that the report says; it says nothing below n = 10. */
const holds = (found: Record<string, unknown>, line: object): boolean =>
	Object.entries(line).every(([name, value]) => value === undefined || found[name] === value);
