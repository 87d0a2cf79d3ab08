import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';
import type { NodeLine } from './innerWorkflow';
import { createTable, listTables } from './tableNodes';
import { columnsMissing, tableProblem } from './tableProblem';
import type { FoundTable, LedgerTable, LedgerTables } from './tables';

/** What an inner run starts with. */
export interface Input {
	/** The first node of each lane sees it. */
	item?: IDataObject;
	/** Whether what all lanes put out is wanted, and not only what the last one does. */
	joined?: boolean;
}

/** Runs lanes one after the other and answers what they put out. */
export type RunLines = (lanes: readonly NodeLine[], input?: Input) => Promise<IDataObject[]>;

const listedSchema = z.object({
	id: z.string(),
	name: z.string(),
	columns: z.array(z.object({ name: z.string() })).optional(),
});
type Listed = z.infer<typeof listedSchema>;

/** All our tables have this in their names. */
const LETTERS = 'handoff_';

/**
 * Finds the tables of the ledger, and makes those that are missing.
 *
 * They are found by their exact names and from then on used by their ids: a Data Table node that is
 * given a name takes any table whose name contains it, such as a copy that somebody made.
 *
 * @throws HandoffProblem when a table lacks a column: n8n has no node that adds one
 */
export async function findTables(
	run: RunLines,
	tables: LedgerTables,
): Promise<LedgerTables<FoundTable>> {
	const wanted = Object.values(tables);
	let listed = await list(run);
	const missing = wanted.filter((table) => find(listed, table) === undefined);
	if (missing.length > 0) listed = await create(run, missing);
	return {
		ledger: foundOrThrow(listed, tables.ledger),
		positions: foundOrThrow(listed, tables.positions),
		claims: foundOrThrow(listed, tables.claims),
	};
}

const list = async (run: RunLines): Promise<Listed[]> =>
	(await run([[listTables(LETTERS)]])).flatMap((json) => {
		const read = listedSchema.safeParse(json);
		return read.success ? [read.data] : [];
	});

/** Others may make the same tables at the same moment: whoever comes second finds them there. */
async function create(run: RunLines, missing: readonly LedgerTable[]): Promise<Listed[]> {
	let failure: unknown = new Error('the table was made, and is not there');
	for (const table of missing) {
		await run([[createTable(table)]]).catch((thrown: unknown) => {
			failure = thrown;
		});
	}
	const listed = await list(run);
	if (missing.some((table) => find(listed, table) === undefined)) {
		throw tableProblem(failure);
	}
	return listed;
}

const find = (listed: readonly Listed[], { name }: LedgerTable): Listed | undefined =>
	listed.find((candidate) => candidate.name === name);

function foundOrThrow(listed: readonly Listed[], table: LedgerTable): FoundTable {
	const found = find(listed, table);
	if (found === undefined) throw tableProblem(new Error(`“${table.name}” is not there`));
	requireColumns(
		table,
		found.columns?.map(({ name }) => name),
	);
	return { ...table, id: found.id };
}

/**
 * @param there names of the columns that the table has; undefined when nobody knows
 * @throws HandoffProblem naming the columns that it lacks
 */
export function requireColumns(table: LedgerTable, there: readonly string[] | undefined): void {
	if (there === undefined) return;
	const lacking = table.columns.map(({ name }) => name).filter((name) => !there.includes(name));
	if (lacking.length > 0) throw columnsMissing(table.name, lacking);
}
