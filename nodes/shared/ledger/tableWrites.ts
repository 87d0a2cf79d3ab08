import type { IDataObject } from 'n8n-workflow';
import type { Position } from '../../domain/life/position';
import type { LedgerRow } from '../../domain/handoff/row';
import type { NodeLine } from './innerWorkflow';
import type { RewrittenRow, Steps } from './ledgerStore';
import {
	anyOf,
	deleteRows,
	getRows,
	insertRows,
	passNewRows,
	setRows,
	splitOut,
	updateRows,
} from './tableNodes';
import { isReadTorn, tableProblem } from './tableProblem';
import { batches, checked, MOST_CONDITIONS, readByValues } from './tableReads';
import type { FoundTables, TableRuns } from './tableRuns';

/** So many rows are looked up one by one; of more, those that are there already are read at once. */
const FEW = 3;

/**
 * Adds the rows that are not there yet, then puts the positions in the place of earlier ones. When
 * it ends in between, the ledger says more than the positions, which is the safe side.
 */
export async function write(runs: TableRuns, steps: Steps): Promise<void> {
	await writeParts(runs, await partsOf(runs, steps));
}

async function writeParts(runs: TableRuns, parts: readonly Steps[]): Promise<void> {
	for (const part of parts) {
		await runs.run((tables) => lanesFor(tables, part), { item: itemOf(part) });
	}
}

/** Writes, and then reads every ledger row of these handoffs: in one inner run as a rule. */
export async function writeAndRead(
	runs: TableRuns,
	steps: Steps,
	handoffIds: readonly string[],
): Promise<IDataObject[]> {
	const read = () => readByValues(runs, 'ledger', { column: 'handoffId', values: handoffIds });
	const parts = await partsOf(runs, steps);
	const [part, ...more] = parts;
	const isOneRun = part !== undefined && more.length === 0;
	if (!isOneRun || handoffIds.length === 0 || handoffIds.length > MOST_CONDITIONS) {
		await writeParts(runs, parts);
		return await read();
	}
	const theirs = anyOf('handoffId', handoffIds);
	const lanesOn = (tables: FoundTables) => [
		...lanesFor(tables, part),
		[getRows(tables.ledger, theirs)],
	];
	try {
		return checked(runs.tables.ledger, await runs.run(lanesOn, { item: itemOf(part) }));
	} catch (thrown) {
		if (!isReadTorn(thrown)) throw tableProblem(thrown);
		return await read();
	}
}

const itemOf = ({ rows, positions }: Steps): IDataObject => ({
	rows: rows.map(copy),
	positions: positions.map(copy),
});

const lanesFor = (tables: FoundTables, part: Steps): NodeLine[] => [
	...addRows(tables, part),
	...setPositions(tables, part),
];

async function partsOf(runs: TableRuns, { rows, positions }: Steps): Promise<Steps[]> {
	const distinct = [...new Map(rows.map((row) => [row.eventId, row])).values()];
	const added = distinct.length > FEW ? await withoutKnown(runs, distinct) : distinct;
	return inParts({ rows: added, positions });
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
	if (positions.length <= FEW) return [[splitOut('positions'), setRows(table, 'handoffId')]];
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
