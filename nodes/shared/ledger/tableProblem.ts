import { z } from 'zod';
import { HandoffProblem } from '../../domain/base/problem';

const COLUMN_REMEDY =
	'Open the table under Data tables and add the column again, with the same name and type. Or rename the table: a new one is made then.';
const COLUMN_GONE = /unknown column|column.*do(es)? not exist|no such column|No columns found/i;
const NO_TABLES = /unrecognized node type|unknown node type|module is disabled/i;
const ELSEWHERE = 'choose “By a Workflow of Mine” in “Keep Ledger”';

/** What n8n says when a call on a Data Table fails, what that means, and how to mend it. */
const CAUSES: Array<{ says: RegExp; means: string; remedy: string }> = [
	{
		says: /size limit exceeded/i,
		means: 'is in Data Tables that are full',
		remedy: `Archive finished handoffs with Handoff Ledger, delete Data Tables that nobody needs, or have N8N_DATA_TABLES_MAX_SIZE_BYTES raised. Nothing was done for these handoffs; they are taken up again when there is room.`,
	},
	{
		says: COLUMN_GONE,
		means: 'lacks a column',
		remedy: COLUMN_REMEDY,
	},
	{
		says: /does not match column type/i,
		means: 'has a column of another type than it was made with',
		remedy:
			'Open the table under Data tables and give the column its type back. Or rename the table: a new one is made then.',
	},
	{
		says: NO_TABLES,
		means: 'cannot be kept here: this n8n has no Data Tables',
		remedy: `Update n8n, or have its Data Tables switched on, or ${ELSEWHERE}.`,
	},
	{
		says: /SharedWorkflow|project.*not.*found/i,
		means: 'has no place yet: this workflow was never saved',
		remedy: 'Save the workflow first. Its Data Tables are those of its project.',
	},
	{
		says: /SQLITE_BUSY|database is locked|deadlock|timeout/i,
		means: 'could not be reached in time: the database of n8n was busy',
		remedy:
			'Switch on “Retry On Fail” in the settings of this node: each call of the ledger may be made twice.',
	},
	{
		says: /read-only mode|don't have the permissions|may be called only|may not be called/i,
		means: 'may not be used',
		remedy: `Let this project have Data Tables of its own, or ${ELSEWHERE}.`,
	},
];

const OTHERWISE = {
	means: 'failed',
	remedy: `Look at the Data Tables of the project of this workflow, run it again, or ${ELSEWHERE}.`,
};

/** That this n8n has no Data Tables at all: a node may go on without a ledger, and says so. */
export class NoDataTables extends HandoffProblem {}

const errorSchema = z.object({
	message: z.string(),
	node: z.object({ name: z.string() }).optional().catch(undefined),
});

/** Says what went wrong at a Data Table, with its name, n8n's own words, and the remedy. */
export function tableProblem(thrown: unknown): HandoffProblem {
	if (thrown instanceof HandoffProblem) return thrown;
	const said = messageOf(thrown);
	const { means, remedy } = CAUSES.find(({ says }) => says.test(said)) ?? OTHERWISE;
	const Problem = NO_TABLES.test(said) ? NoDataTables : HandoffProblem;
	return new Problem(`The ledger${tableOf(thrown)} ${means}. n8n says: ${said}`, remedy);
}

/** The problem of a table from which columns are gone. */
export const columnsMissing = (table: string, columns: readonly string[]): HandoffProblem =>
	new HandoffProblem(
		`The ledger (Data Table “${table}”) lacks ${columns.map((name) => `“${name}”`).join(', ')}`,
		COLUMN_REMEDY,
	);

/** Whether the table, or a column of it, is not where it was when it was found. */
export const isTableChanged = (thrown: unknown): boolean =>
	COLUMN_GONE.test(messageOf(thrown)) ||
	/could not be found in this project|could not find the data table|no such table/i.test(
		messageOf(thrown),
	);

/** Whether rows were added or deleted while n8n read them in pages. */
export const isReadTorn = (thrown: unknown): boolean =>
	/result count changed/i.test(messageOf(thrown));

const messageOf = (thrown: unknown): string => {
	const read = errorSchema.safeParse(thrown);
	return read.success ? read.data.message : String(thrown);
};

/** The nodes of inner workflows end with the name of their table. */
function tableOf(thrown: unknown): string {
	const name = errorSchema.safeParse(thrown).data?.node?.name.split(' ').at(-1) ?? '';
	return name.includes('handoff_') ? ` (Data Table “${name}”)` : '';
}
