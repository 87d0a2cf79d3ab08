import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readResults, type Result } from '../../test/versions/results';

const README = join(__dirname, '..', '..', 'README.md');
const BEGIN = '<!-- written by npm run templates from what npm run test:versions saw -->';
const END = '<!-- end -->';

const SAID = {
	runs: 'runs',
	refuses: 'refuses before anything is sent, and says which version it needs',
	kept: 'in Data Tables',
	leaves: 'no Data Tables: rows leave with the item',
	'not run': 'not run yet',
};

const COLUMNS: ReadonlyArray<readonly [head: string, cell: (result: Result) => string]> = [
	['n8n', ({ n8n }) => n8n],
	['Readiness Gate', ({ readinessGate }) => SAID[readinessGate]],
	['SLA Timer', ({ slaTimer }) => SAID[slaTimer]],
	['Handoff Insights', ({ handoffInsights }) => SAID[handoffInsights]],
	['Handoff Accept', ({ handoffAccept }) => SAID[handoffAccept]],
	['The ledger', ({ ledger }) => SAID[ledger]],
];

/** The releases of n8n that were run, as a Markdown table, the newest first. */
export function compatibilityTable(results: readonly Result[]): string {
	const newestFirst = [...results].reverse();
	const columns = COLUMNS.map(([head, cell]) => {
		const cells = [head, ...newestFirst.map(cell)];
		const width = Math.max(...cells.map(({ length }) => length));
		const [first = '', ...rest] = cells.map((text) => text.padEnd(width));
		return [first, '-'.repeat(width), ...rest];
	});
	const lines = columns[0]?.map((_none, line) => columns.map((column) => column[line]).join(' | '));
	return lines?.map((line) => `| ${line} |`).join('\n') ?? '';
}

/**
 * The README with the table of releases that were run.
 *
 * @throws Error when the place for it is gone
 */
export function readmeWithReleases(): string {
	const text = readFileSync(README, 'utf8');
	const [before, rest] = text.split(BEGIN);
	const after = rest?.split(END)[1];
	if (before === undefined || after === undefined) {
		throw new Error(`README.md has no place for the table of releases: ${BEGIN} … ${END}`);
	}
	return `${before}${BEGIN}\n\n${compatibilityTable(readResults())}\n\n${END}${after}`;
}
