import type { IDataObject } from 'n8n-workflow';
import { findTables, type Input, type RunLines } from './findTables';
import { innerWorkflow, type NodeLine } from './innerWorkflow';
import { runInner, type RunContext } from './runInner';
import { isTableChanged, tableProblem } from './tableProblem';
import { ledgerTables, type FoundTable, type LedgerChoice, type LedgerTables } from './tables';
import { untilTablesAreUp } from './untilTablesAreUp';

export type FoundTables = LedgerTables<FoundTable>;

/** Runs lanes on the tables of the ledger, which are found, or made, before the first run. */
export interface TableRuns {
	tables: LedgerTables;
	/**
	 * @param lanesOn builds the lanes for the tables as they are called here
	 * @throws HandoffProblem that names the table, n8n's words and the remedy
	 */
	run(lanesOn: (tables: FoundTables) => readonly NodeLine[], input?: Input): Promise<IDataObject[]>;
}

/**
 * The tables that this process knows, by workflow: it costs two runs to look for them. They may be
 * deleted, or the workflow may move to another project, and then they are looked for again.
 */
const known = new Map<string, Promise<FoundTables>>();
const MOST_KNOWN = 1_000;

/** @param choice which ledger the tables are those of */
export function openTables(context: RunContext, choice: LedgerChoice): TableRuns {
	const workflowId = context.getWorkflow().id ?? '';
	const runLanes: RunLines = (lanes, { item = { go: true }, joined = false } = {}) =>
		untilTablesAreUp(() =>
			runInner(context, { code: innerWorkflow(lanes, { id: workflowId, joined }) }, item),
		);
	const tables = ledgerTables(choice);
	const place = `${workflowId} ${tables.ledger.name}`;
	const look = () => findTables(runLanes, tables);
	return {
		tables,
		run: async (lanesOn, input) => {
			const found = await remember(place, look);
			try {
				return await runLanes(lanesOn(found), input);
			} catch (thrown) {
				// A table that was changed by hand: looking for it makes it anew, or tells what it lacks.
				if (!isTableChanged(thrown)) throw tableProblem(thrown);
				known.delete(place);
				return await runLanes(lanesOn(await remember(place, look)), input);
			}
		},
	};
}

/** One search serves all executions that want the tables at that moment. If it fails, each looks. */
async function remember(place: string, look: () => Promise<FoundTables>): Promise<FoundTables> {
	const others = known.get(place);
	if (others !== undefined) {
		const found = await others.catch(() => undefined);
		if (found !== undefined) return found;
	}
	const search = look();
	known.set(place, search);
	const [oldest] = known.keys();
	if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
	try {
		return await search;
	} catch (thrown) {
		if (known.get(place) === search) known.delete(place);
		throw tableProblem(thrown);
	}
}
