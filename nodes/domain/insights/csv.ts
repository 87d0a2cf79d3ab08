import type { Report } from './report';
import type { Group } from './reportGroups';
import type { Suggestion } from './suggestion';

/** A cell that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Writes lines as CSV (RFC 4180, UTF-8 with byte order mark, so that spreadsheets read it as such).
 * Nested figures become columns of their own, such as `returned.share`. A text that a spreadsheet
 * would run as a formula is put behind an apostrophe.
 */
export function writeCsv(lines: readonly object[]): string {
	const flat = lines.map((line) => new Map(flatten(line, '')));
	const columns = [...new Set(flat.flatMap((line) => [...line.keys()]))];
	const rows = flat.map((line) => columns.map((column) => writeCell(line.get(column))).join(','));
	return `\ufeff${[columns.map(writeCell).join(','), ...rows].join('\r\n')}\r\n`;
}

const flatten = (value: object, prefix: string): Array<[string, unknown]> =>
	Object.entries(value).flatMap(([name, member]): Array<[string, unknown]> => {
		if (Array.isArray(member)) return [[prefix + name, member.join('; ')]];
		return typeof member === 'object' && member !== null
			? flatten(member, `${prefix}${name}.`)
			: [[prefix + name, member]];
	});

function writeCell(value: unknown): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'number') return String(value);
	const text = String(value);
	const safe = FORMULA.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** A suggestion on one line, with the change as JSON. */
const writeSuggestion = ({ kind, policyId, title, change, backtest, ...why }: Suggestion) => ({
	kind,
	policyId,
	title,
	evidence: why.evidence,
	against: why.against,
	chance: why.chance,
	backtest: backtest.text,
	backtestN: backtest.n,
	backtestSince: backtest.since,
	place: change?.place,
	action: change?.action,
	change: change && JSON.stringify(change.json),
});

/** A version of a policy on one line, each figure before and after it. */
const writeVersion = ({ figures, ...change }: Report['changes']['versions'][number]) => ({
	...change,
	...Object.fromEntries(figures.map(({ figure, before, after }) => [figure, { before, after }])),
});

const groups = (list: readonly Group[]) =>
	list.map(({ measures, policyId, sendingTeam, receivingTeam }) => ({
		policyId,
		...(sendingTeam !== undefined && { sendingTeam, receivingTeam }),
		...measures,
	}));

/** The tables of a report by name, each as CSV. Empty tables are left out. */
export function reportCsv(
	report: Report,
	suggestions: readonly Suggestion[] = [],
): Map<string, string> {
	const tables: Array<[string, readonly object[]]> = [
		['totals', [report.totals]],
		['open', report.open.byTeam],
		['weeks', report.byWeek.map(({ key, measures }) => ({ week: key, ...measures }))],
		['teams', groups(report.byTeams)],
		['policies', groups(report.byPolicy)],
		['fields', report.fields],
		['reasons', report.reasons],
		['requirements', report.requirements],
		['versions', report.changes.versions.map(writeVersion)],
		['people', report.people ?? []],
		['suggestions', suggestions.map(writeSuggestion)],
		[
			'problems',
			report.rows.problems.map(({ kind, meaning, count }) => ({ kind, meaning, count })),
		],
	];
	return new Map(
		tables.filter(([, lines]) => lines.length > 0).map(([name, lines]) => [name, writeCsv(lines)]),
	);
}
