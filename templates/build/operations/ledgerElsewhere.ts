import { placeholder } from '../adapters';
import { choicesOf, describeChoice } from '../choices';
import { LEDGER, LEDGER_COLUMNS } from '../ledger';
import { manualTrigger, whenCalled } from '../nodes';
import { buildWorkflow, chain, type Position, type Sticky, type TemplateNode } from '../workflow';

const NAMES = {
	called: 'When a step leaves a row',
	store: 'Store the row',
	manual: 'Run once to create the table',
	create: 'Create the table',
} as const;

const at = (column: number, row: number): Position => ({ column, row });

/** The row that a step left, from the item of its node, column by column. */
const ROW = {
	mappingMode: 'defineBelow',
	value: Object.fromEntries(
		LEDGER_COLUMNS.map(({ name }) => [name, `={{ $json.handoff.event.${name} }}`]),
	),
	matchingColumns: ['eventId'],
	schema: LEDGER_COLUMNS.map(({ name, type }) => ({
		id: name,
		displayName: name,
		type,
		required: false,
		defaultMatch: false,
		canBeUsedToMatch: true,
		display: true,
	})),
};

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
		manualTrigger({ name: NAMES.manual, at: at(0, 1) }),
		postgres(NAMES.create, at(1, 1), { operation: 'executeQuery', query: CREATE_TABLE }),
	];
	return buildWorkflow({
		name: 'Handoff ledger in Postgres',
		nodes,
		wires: [...chain(NAMES.called, NAMES.store), ...chain(NAMES.manual, NAMES.create)],
		stickies: [
			overview('Postgres', nodes, [
				`Choose a Postgres credential in **${NAMES.store}** and **${NAMES.create}**.`,
				`Run **${NAMES.manual}** one time.`,
			]),
		],
	});
}

const SCHEMA = placeholder('Postgres schema (mostly public)');

const CREATE_TABLE = `create table if not exists "${SCHEMA}".${LEDGER} (${LEDGER_COLUMNS.map(
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

/** Stores rows in a sheet whose first row holds the names of the columns. */
export function composeSheetLedger(): Record<string, unknown> {
	const chosen = (what: string) => ({ __rl: true, mode: 'list', value: placeholder(what) });
	const nodes: TemplateNode[] = [
		whenCalled({ name: NAMES.called, at: at(0, 0) }),
		{
			name: NAMES.store,
			at: at(1, 0),
			type: 'n8n-nodes-base.googleSheets',
			typeVersion: 4.5,
			retry: true,
			parameters: {
				authentication: 'oAuth2',
				resource: 'sheet',
				operation: 'appendOrUpdate',
				documentId: chosen('Google Sheets document'),
				sheetName: chosen('Sheet of the ledger'),
				columns: ROW,
				options: { cellFormat: 'RAW' },
			},
		},
	];
	const columns = LEDGER_COLUMNS.map(({ name }) => `\`${name}\``).join(', ');
	return buildWorkflow({
		name: 'Handoff ledger in Google Sheets',
		nodes,
		wires: chain(NAMES.called, NAMES.store),
		stickies: [
			overview('Google Sheets', nodes, [
				`Make a sheet whose first row holds ${columns}.`,
				`Choose a Google Sheets credential in **${NAMES.store}**.`,
			]),
		],
	});
}

function overview(store: string, nodes: readonly TemplateNode[], steps: string[]): Sticky {
	const choices = choicesOf(nodes).map(describeChoice);
	const setUp = [
		...steps,
		...choices,
		'Publish. In your handoff flow, put **Execute Sub-workflow** (this workflow) where the Data Table stores a row, and _Handoff Insights_ behind a node that reads the rows.',
	];
	return {
		name: 'Overview',
		at: at(-4.2, -0.4),
		columns: 3.9,
		rows: 2.8,
		color: 1,
		text: [
			`# The ledger in ${store}`,
			'### How it works',
			'Each step of a handoff leaves one row. This workflow gets the item of the step and stores its row by `eventId`: a step that is repeated updates its row and never doubles it. Gate, acceptance and clocks leave the same columns, so one table holds all your handoffs, and _Handoff Insights_ reads it as it reads the Data Table.',
			'### Setup',
			...setUp.map((step, index) => `${index + 1}. ${step}`),
			'\nNeeds the community package `n8n-nodes-handoff`.',
		].join('\n'),
	};
}
