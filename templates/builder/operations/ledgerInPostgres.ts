import { placeholder } from '../combinations/adapters';
import { LEDGER, TABLE_COLUMNS } from '../ledger/ledger';
import { manualTrigger, whenCalled } from '../nodes/coreNodes';
import { buildWorkflow, chain, type Position, type TemplateNode } from '../nodes/workflow';
import { report } from './insightsNodes';
import { at, NAMES, overview, ROW } from './ledgerElsewhere';

/** Stores rows in PostgreSQL: a retry updates its row and never doubles it. */
export function composePostgresLedger(): Record<string, unknown> {
	const nodes = [
		whenCalled({ name: NAMES.called, at: at(0, 0) }),
		postgres(NAMES.store, at(1, 0), {
			operation: 'upsert',
			schema: { __rl: true, mode: 'name', value: SCHEMA },
			table: { __rl: true, mode: 'name', value: LEDGER },
			columns: ROW,
		}),
		manualTrigger({ name: NAMES.report, at: at(0, 1) }),
		postgres(NAMES.create, at(1, 1), { operation: 'executeQuery', query: CREATE_TABLE }),
		{
			...postgres(NAMES.read, at(2, 1), { operation: 'executeQuery', query: READ_ROWS }),
			alwaysOutputData: true,
		},
		report({ name: NAMES.insights, at: at(3, 1) }, { keepLedger: 'nowhere' }),
	];
	return buildWorkflow({
		name: 'Handoff ledger in Postgres',
		nodes,
		wires: [
			...chain(NAMES.called, NAMES.store),
			...chain(NAMES.report, NAMES.create, NAMES.read, NAMES.insights),
		],
		stickies: [
			overview('Postgres', nodes, [
				`Choose a Postgres credential in **${NAMES.store}**, **${NAMES.create}** and **${NAMES.read}**.`,
				`Run **${NAMES.report}**: the first time it creates the table.`,
			]),
		],
	});
}

const SCHEMA = placeholder('Postgres schema (mostly public)');

/** Rows keep the number that they were first written with, so that a moved row shows. */
const READ_ROWS = `select * from "${SCHEMA}".${LEDGER} order by "id"`;

const CREATE_TABLE = `create table if not exists "${SCHEMA}".${LEDGER} ("id" bigint generated always as identity, ${TABLE_COLUMNS.map(
	({ name, type }) =>
		`"${name}" ${type === 'number' ? 'numeric' : 'text'}${name === 'eventId' ? ' primary key' : ''}`,
).join(', ')})`;

const postgres = (
	name: string,
	where: Position,
	parameters: Record<string, unknown>,
): TemplateNode => ({
	name,
	at: where,
	type: 'n8n-nodes-base.postgres',
	typeVersion: 2.5,
	retry: true,
	parameters: { ...parameters, options: {} },
});
