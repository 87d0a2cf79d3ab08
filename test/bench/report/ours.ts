import { buildReport } from '../../../nodes/domain/insights/buildReport';
import { writeReportPage } from '../../../nodes/domain/insights/page/reportPage';
import { suggestions as suggestionsFor } from '../../../nodes/domain/insights/suggestions';
import { readRows } from '../../../nodes/domain/ledger/readRows';

const NOW = Date.UTC(2027, 11, 31);

/** What the operation Report does with rows: figures, suggestions and the page. */
export function report(rows: readonly unknown[]): string {
	const read = readRows(rows);
	const built = buildReport(read.rows, { timezone: 'UTC', problems: read.problems }, NOW);
	const suggestions = suggestionsFor(built);
	return writeReportPage(built, { title: 'Bench', suggestions });
}
