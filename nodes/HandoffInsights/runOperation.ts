import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Instant } from '../domain/base/instant';
import { toNodeError } from '../shared/nodeErrors';
import { listOpen } from './listOpen';
import { OUTPUTS, type Operation } from './outputs';
import type { Question } from './question';
import { tellTimeline } from './tellTimeline';
import { verifyRows } from './verifyRows';
import { writeReport } from './writeReport';

type Run = (context: IExecuteFunctions, question: Question) => Promise<INodeExecutionData[][]>;

const RUNS: Record<Operation, Run> = {
	listOpen,
	report: writeReport,
	tellTimeline,
	verifyLedger: verifyRows,
};

/** Runs the chosen operation on all rows, as of one moment. */
export async function runOperation(
	context: IExecuteFunctions,
	operation: Operation,
	now: Instant,
): Promise<INodeExecutionData[][]> {
	const rows = context.getInputData().map(({ json }) => json);
	// An empty table that is set to always give data gives one item that says nothing.
	const empty = rows.length === 1 && Object.keys(rows[0] ?? {}).length === 0;
	try {
		return await RUNS[operation](context, { rows: empty ? [] : rows, now });
	} catch (thrown) {
		const error = toNodeError(context.getNode(), thrown);
		if (!context.continueOnFail()) throw error;
		return Object.keys(OUTPUTS[operation]).map((_, index, outputs) =>
			index === outputs.length - 1 ? [failedItem(context, error)] : [],
		);
	}
}

/**
 * A flow that goes on after a mistake gets it by the last output, which for Verify Ledger is Not
 * Intact. n8n takes an item that says nothing but `error` to the node's error output.
 */
function failedItem(
	context: IExecuteFunctions,
	{ message, description }: ReturnType<typeof toNodeError>,
): INodeExecutionData {
	const toErrorOutput = context.getNode().onError === 'continueErrorOutput';
	const error = toErrorOutput ? message : { message, remedy: description ?? '' };
	return { json: { error }, pairedItem: { item: 0 } };
}
