import type { IDataObject } from 'n8n-workflow';
import type { Position } from '../../domain/life/position';
import type { LedgerRow } from '../../domain/handoff/row';
import type { NodeLine } from './innerWorkflow';
import type { RewrittenRow } from './ledgerStore';
import { anyOf, deleteRows, insertRows, passNewRows, splitOut, updateRows } from './tableNodes';
import { batches, MOST_CONDITIONS, readByValues } from './tableReads';
import type { FoundTables, TableRuns } from './tableRuns';

interface Steps {
	rows: readonly LedgerRow[];
	positions: readonly Position[];
}

/** So many rows are looked up one by one; of more, those that are there already are read at once. */
const FEW = 3;

/**
 * Adds the rows that are not there yet, then puts the positions in the place of earlier ones. When
 * it ends in between, the ledger says more than the positions, which is the safe side.
 */
export async function write(runs: TableRuns, { rows, positions }: Steps): Promise<void> {
	const distinct = [...new Map(rows.map((row) => [row.eventId, row])).values()];
	const added = distinct.length > FEW ? await withoutKnown(runs, distinct) : distinct;
	for (const part of inParts({ rows: added, positions })) {
		const item = { rows: part.rows.map(copy), positions: part.positions.map(copy) };
		await runs.run((tables) => [...addRows(tables, part), ...setPositions(tables, part)], { item });
	}
}

async function withoutKnown(runs: TableRuns, rows: readonly LedgerRow[]): Promise<LedgerRow[]> {
	const values = rows.map(({ eventId }) => eventId);
	const found = await readByValues(runs, 'ledger', { column: 'eventId', values });
	const known = new Set(found.map(({ eventId }) => eventId));
	return rows.filter(({ eventId }) => !known.has(eventId));
}

/** One part as a rule; otherwise all rows before the first position. */
function inParts({ rows, positions }: Steps): Steps[] {
	if (rows.length + positions.length === 0) return [];
	if (Math.max(rows.length, positions.length) <= MOST_CONDITIONS) return [{ rows, positions }];
	return [
		...batches(rows, MOST_CONDITIONS).map((batch) => ({ rows: batch, positions: [] })),
		...batches(positions, MOST_CONDITIONS).map((batch) => ({ rows: [], positions: batch })),
	];
}

function addRows({ ledger }: FoundTables, { rows }: Steps): NodeLine[] {
	if (rows.length === 0) return [];
	const ifNew = rows.length > FEW ? [] : [passNewRows(ledger, 'eventId')];
	return [[splitOut('rows'), ...ifNew, insertRows(ledger)]];
}

function setPositions({ positions: table }: FoundTables, { positions }: Steps): NodeLine[] {
	if (positions.length === 0) return [];
	const ids = positions.map(({ handoffId }) => handoffId);
	return [[deleteRows(table, anyOf('handoffId', ids))], [splitOut('positions'), insertRows(table)]];
}

const copy = (row: LedgerRow | Position): IDataObject => ({ ...row });

/** Writes the given columns of rows anew; a row that is not there is passed over. */
export async function rewrite(runs: TableRuns, rewritten: readonly RewrittenRow[]): Promise<void> {
	for (const rows of batches(rewritten, MOST_CONDITIONS)) {
		const item = { rows: rows.map((row) => ({ ...row })) };
		await runs.run(({ ledger }) => [[splitOut('rows'), updateRows(ledger, 'eventId')]], { item });
	}
}

/** Takes claims and rows of these handoffs out, the ledger last: cut short, it can be done again. */
export async function remove(runs: TableRuns, handoffIds: readonly string[]): Promise<void> {
	if (handoffIds.length === 0) return;
	const theirs = anyOf('handoffId', handoffIds);
	await runs.run(({ claims, ledger }) => [
		[deleteRows(claims, theirs)],
		[deleteRows(ledger, theirs)],
	]);
}
