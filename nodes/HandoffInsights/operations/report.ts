import type { IBinaryKeyData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { buildReport } from '../../domain/insights/buildReport';
import { reportCsv } from '../../domain/insights/csv';
import { describeReport } from '../../domain/insights/describeReport';
import { writeReportPage } from '../../domain/insights/page/reportPage';
import { suggestions as suggestionsFor } from '../../domain/insights/suggestions';
import { readRows } from '../../domain/ledger/readRows';
import { renderMessage } from '../../domain/message/renderMessage';
import type { ListedOperation } from '../../shared/operations';
import { answerFromRows, type RowsAsked } from '../answerFromRows';
import { readOptions, readPolicies, readSince, readTimezone, readTitle } from '../parameters';

const OUTPUTS = ['Report'] as const;

export const reportOperation = {
	value: 'report',
	name: 'Report',
	action: 'Report on handoffs',
	description: 'Why handoffs fail, and which rule to change next',
	subtitle: 'report',
	outputs: OUTPUTS,
	run: answerFromRows(OUTPUTS, { answer: writeReport }),
} as const satisfies ListedOperation;

/** One item: the figures, the rules to change next, the report as a message, as a page and as CSV. */
async function writeReport(
	context: IExecuteFunctions,
	{ rows, now }: RowsAsked,
): Promise<INodeExecutionData[][]> {
	const title = readTitle(context);
	const since = readSince(context, now);
	const timezone = readTimezone(context);
	const policies = readPolicies(context);
	const { namePeople: people, attachCsv } = readOptions(context);
	const read = readRows(rows);
	const figures = buildReport(
		read.rows,
		{ timezone, policies, people, problems: read.problems, ...(since !== undefined && { since }) },
		now,
	);
	const suggestions = suggestionsFor(figures, policies);
	const message = renderMessage(describeReport(figures, { title, suggestions }));
	const page = writeReportPage(figures, { title, suggestions });
	const binary: IBinaryKeyData = {
		report: await attach(context, page, ['handoff-report.html', 'text/html']),
		...(attachCsv && (await attachTables(context, reportCsv(figures, suggestions)))),
	};
	const counted = { ...figures.rows, read: rows.length };
	const json = { title, ...figures, rows: counted, suggestions, message };
	return [[{ json: { ...json }, binary, pairedItem: { item: 0 } }]];
}

const attach = async (
	context: IExecuteFunctions,
	text: string,
	[name, type]: readonly [name: string, type: string],
) => await context.helpers.prepareBinaryData(Buffer.from(text, 'utf8'), name, type);

async function attachTables(
	context: IExecuteFunctions,
	tables: ReadonlyMap<string, string>,
): Promise<IBinaryKeyData> {
	const files: IBinaryKeyData = {};
	for (const [name, csv] of tables) {
		files[name] = await attach(context, csv, [`handoff-${name}.csv`, 'text/csv']);
	}
	return files;
}
