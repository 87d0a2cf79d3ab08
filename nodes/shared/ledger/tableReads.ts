import type { IDataObject } from 'n8n-workflow';
import { formatInstant, type Instant } from '../../domain/base/instant';
import { requireColumns } from './findTables';
import type { RowQuery } from './ledgerStore';
import { anyOf, getRows, type TableCondition } from './tableNodes';
import { isReadTorn, tableProblem } from './tableProblem';
import type { TableRuns } from './tableRuns';
import type { LedgerTable, TableUse } from './tables';

/** SQLite takes fewer than 1,000 conditions in one question. */
export const MOST_CONDITIONS = 900;
/** What n8n reads at once; of more it reads pages, and fails when their number changes meanwhile. */
const PAGE = 1_000;
/** Row numbers that one inner run looks through. */
const WINDOW = 10_000;
const MOST_TRIES = 10;

/** Every row that has one of these values in this column. */
export async function readByValues(
	{ run, tables }: TableRuns,
	use: TableUse,
	{ column, values }: { column: string; values: readonly string[] },
): Promise<IDataObject[]> {
	const rowsFound: IDataObject[] = [];
	const open = batches([...new Set(values)], MOST_CONDITIONS).map((batch) => ({ batch, tries: 0 }));
	for (let next = open.shift(); next !== undefined; next = open.shift()) {
		const { batch, tries } = next;
		const rows = await untorn(tries, () =>
			run((found) => [[getRows(found[use], anyOf(column, batch))]]),
		);
		if (rows !== undefined) rowsFound.push(...rows);
		else open.push(...halves(batch).map((half) => ({ batch: half, tries: tries + 1 })));
	}
	return checked(tables[use], rowsFound);
}

/**
 * Every position that has this value in this column, page by page: one that is written anew meanwhile
 * comes once more.
 */
export async function readPositionsBy(
	{ run, tables }: TableRuns,
	column: 'policyId' | 'step',
	value: string,
): Promise<IDataObject[]> {
	const found: IDataObject[] = [];
	for (let last = 0; ;) {
		const conditions: TableCondition[] = [
			{ column, is: 'eq', value: { member: column } },
			{ column: 'id', is: 'gt', value: last },
		];
		const filter = { match: 'all', conditions } as const;
		const page = await run(({ positions }) => [[getRows(positions, filter, { limit: PAGE })]], {
			item: { [column]: value },
		});
		found.push(...page);
		last = numberOf(page.at(-1));
		if (page.length < PAGE) return checked(tables.positions, found);
	}
}

/** Every ledger row that fits, through windows of row numbers in which no new row appears. */
export async function readLedger(
	{ run, tables }: TableRuns,
	query: RowQuery,
): Promise<IDataObject[]> {
	const all = { match: 'all', conditions: [] } as const;
	const newest = await run(({ ledger }) => [
		[getRows(ledger, all, { limit: 1, newestFirst: true })],
	]);
	const { item, wanted } = conditionsOf(query);
	const found: IDataObject[] = [];
	for (let from = 0; from < numberOf(newest[0]); from += WINDOW) {
		const window: TableCondition[] = [
			{ column: 'id', is: 'gt', value: from },
			{ column: 'id', is: 'lte', value: from + WINDOW },
		];
		const filter = { match: 'all', conditions: [...window, ...wanted] } as const;
		found.push(...(await again(() => run(({ ledger }) => [[getRows(ledger, filter)]], { item }))));
	}
	return checked(tables.ledger, found);
}

const timeOf = (instant: Instant | undefined): string | undefined =>
	instant === undefined ? undefined : formatInstant(instant);

/** The values stand on the item: n8n would run a text that begins with `=` as an expression. */
function conditionsOf({ policyId, type, since, before }: RowQuery): {
	item: Record<string, string>;
	wanted: TableCondition[];
} {
	const asked: Array<
		[member: string, value: string | undefined, of: Omit<TableCondition, 'value'>]
	> = [
		['policyId', policyId, { column: 'policyId', is: 'eq' }],
		['type', type, { column: 'type', is: 'eq' }],
		['since', timeOf(since), { column: 'at', is: 'gte' }],
		['before', timeOf(before), { column: 'at', is: 'lt' }],
	];
	const given = asked.flatMap(([member, value, of]) =>
		value === undefined ? [] : [{ member, value, of }],
	);
	return {
		item: Object.fromEntries(given.map(({ member, value }) => [member, value])),
		wanted: given.map(({ member, of }) => ({ ...of, value: { member } })),
	};
}

/** Answers undefined when rows changed while they were read, unless that has been so too often. */
async function untorn<Rows>(tries: number, read: () => Promise<Rows>): Promise<Rows | undefined> {
	try {
		return await read();
	} catch (thrown) {
		if (!isReadTorn(thrown) || tries >= MOST_TRIES) throw tableProblem(thrown);
		return undefined;
	}
}

async function again<Rows>(read: () => Promise<Rows>): Promise<Rows> {
	for (let tries = 0; ; tries += 1) {
		const rows = await untorn(tries, read);
		if (rows !== undefined) return rows;
	}
}

/** A row without a column would be taken for a handoff that nobody ever saw. */
export function checked(table: LedgerTable, rows: IDataObject[]): IDataObject[] {
	const [first] = rows;
	if (first !== undefined) requireColumns(table, Object.keys(first));
	return rows;
}

const numberOf = (row: IDataObject | undefined): number =>
	typeof row?.id === 'number' ? row.id : 0;

const halves = <Value>(values: readonly Value[]): Value[][] =>
	batches(values, Math.max(1, Math.ceil(values.length / 2)));

export const batches = <Value>(values: readonly Value[], most: number): Value[][] =>
	Array.from({ length: Math.ceil(values.length / most) }, (_, place) =>
		values.slice(place * most, (place + 1) * most),
	);
