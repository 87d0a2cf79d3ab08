import { cleanLine } from '../base/plainText';

/** What can be wrong with a stored row, and what it means for the reader. */
const MEANINGS = {
	notARow: 'no row at all: left out',
	unusable: 'no readable event id, type, time or handoff: left out',
	unknownType: 'a type of event that this version does not know: left out',
	duplicate:
		'the same event again: a sealed one counts, else the one written last, as of the first time',
	outOfOrder: 'stands after a later step of its handoff: put in order',
	missingColumn: 'a column is not there, as in a ledger of an earlier version: read as empty',
	wrongType: 'a value of another type: read as empty',
	unreadableList: 'a list or object that is not JSON: read as empty',
	hostileText: 'a text with invisible characters or of extreme length: shown cleaned and cut',
} as const;

export type RowProblemKind = keyof typeof MEANINGS;

/** One kind of problem in the rows: how often, what became of it, and where to look. */
export interface RowProblem {
	kind: RowProblemKind;
	meaning: string;
	count: number;
	/** The first rows that have it. `row` counts from 1 in the order in which the rows came. */
	examples: Array<{ row: number; column: string; seen: string }>;
}

export interface RowProblems {
	add(kind: RowProblemKind, place: { row: number; column?: string; seen?: unknown }): void;
	list(): RowProblem[];
}

const MOST_EXAMPLES = 5;
const LONGEST_SEEN = 60;

/** Names, addresses and notes of people are not repeated in a report. */
const PERSONAL = new Set(['actor', 'reasons', 'data', 'proof']);

/** Counts troubles in rows: every one is counted, the first few of each kind are shown. */
export function startRowProblems(): RowProblems {
	const found = new Map<RowProblemKind, RowProblem>();
	return {
		add(kind, { row, column = '', seen }) {
			const problem = found.get(kind) ?? { kind, meaning: MEANINGS[kind], count: 0, examples: [] };
			found.set(kind, problem);
			problem.count += 1;
			if (problem.examples.length >= MOST_EXAMPLES) return;
			const shown = PERSONAL.has(column) ? '' : showCell(seen);
			problem.examples.push({ row: row + 1, column, seen: shown });
		},
		list: () => [...found.values()],
	};
}

function showCell(cell: unknown): string {
	if (cell === undefined || cell === null) return '';
	const text = typeof cell === 'object' ? 'an object' : String(cell).slice(0, LONGEST_SEEN * 2);
	const line = cleanLine(text);
	return line.length > LONGEST_SEEN ? `${line.slice(0, LONGEST_SEEN)}…` : line;
}
