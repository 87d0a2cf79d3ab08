import { manualTrigger } from '../nodes/coreNodes';
import { buildWorkflow, chain, type Position, type TemplateNode } from '../nodes/workflow';
import { report } from './insightsNodes';
import { at, CALLS, NAMES, overview, rowOf, takeCalls, type Call } from './ledgerElsewhere';
import * as sql from './ledgerSql';

const NODE_OF: Record<Call, string> = {
	positions: 'Where handoffs stand',
	rows: 'Rows of some handoffs',
	allRows: 'Rows of the whole ledger',
	claim: 'Claim a step',
	write: 'Keep what happened',
	rewrite: 'Forget a person',
	remove: 'Take handoffs out',
};
const [CREATE, READ] = ['Create the tables, once', 'Read all rows'];
/** Below the note, which stands left of the calls. */
const REPORT_ROW = 4.4;
const REPORT_COLUMN = -4.2;

/** Keeps ledgers in PostgreSQL: each call is one statement, or several that hold together. */
export function composePostgresLedger(): Record<string, unknown> {
	const calls = takeCalls(NODE_OF);
	const nodes = [
		...calls.nodes,
		...answers(),
		manualTrigger({ name: NAMES.report, at: at(REPORT_COLUMN, REPORT_ROW) }),
		postgres({ name: CREATE, at: at(REPORT_COLUMN + 1, REPORT_ROW) }, sql.CREATE_TABLES),
		{
			...postgres({ name: READ, at: at(REPORT_COLUMN + 2, REPORT_ROW) }, sql.READ_REAL_ROWS),
			alwaysOutputData: true,
		},
		report(
			{ name: NAMES.insights, at: at(REPORT_COLUMN + 3, REPORT_ROW) },
			{ keepLedger: 'nowhere' },
		),
	];
	return buildWorkflow({
		name: 'Handoff ledger in Postgres',
		nodes,
		wires: [...calls.wires, ...chain(NAMES.report, CREATE, READ, NAMES.insights)],
		stickies: [
			overview({
				store: 'Postgres',
				how: 'A row that is there stays as it was first written; rows and positions of a step are kept together or not at all; claims are taken one after the other.',
				nodes,
				steps: [
					`Choose one Postgres credential in all nodes of Postgres; the right to create tables is needed for step 2 only.`,
					`Start **${NAMES.report}**: the first time it creates \`handoff_rows\`, \`handoff_positions\`, \`handoff_claims\`, and the view \`handoff_ledger\` for your own queries.`,
				],
			}),
		],
	});
}

const list = (name: string): string => `JSON.stringify($json.${name})`;

/** The values of a statement after the first one, which is whose ledger it is. */
const VALUES: Record<Call, string> = {
	positions: `$json.policyId ?? null, ${list('handoffIds')} ?? null, ${list('steps')} ?? null`,
	rows: list('handoffIds'),
	allRows: '$json.policyId, $json.type, $json.since, $json.before',
	claim: list('claims'),
	write: `${list('rows')}, ${list('positions')}`,
	rewrite: list('rows'),
	remove: list('handoffIds'),
};

const STATEMENT: Record<Call, string> = {
	positions: sql.POSITIONS,
	rows: sql.ROWS,
	allRows: sql.ALL_ROWS,
	claim: sql.CLAIM,
	write: sql.WRITE,
	rewrite: sql.REWRITE,
	remove: sql.REMOVE,
};

const answers = (): TemplateNode[] =>
	CALLS.map((call) =>
		postgres({ name: NODE_OF[call], at: at(3.2, rowOf(call)) }, STATEMENT[call], VALUES[call]),
	);

const postgres = (
	node: { name: string; at: Position },
	query: string,
	values?: string,
): TemplateNode => ({
	...node,
	type: 'n8n-nodes-base.postgres',
	typeVersion: 2.5,
	retry: true,
	parameters: {
		operation: 'executeQuery',
		query,
		options: values === undefined ? {} : { queryReplacement: `={{ [$json.ledger, ${values}] }}` },
	},
});
