import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Instant } from '../domain/base/instant';
import { toNodeError } from '../shared/nodeErrors';
import type { Operation } from '../shared/operations';

/** The rows of the ledger, and as of when they are looked at. */
export interface RowsAsked {
	rows: readonly unknown[];
	now: Instant;
}

type Answer = (context: IExecuteFunctions, question: RowsAsked) => Promise<INodeExecutionData[][]>;

/**
 * Asks one question of all rows that came in. A flow that goes on after a mistake gets it by the
 * last output, which for Verify Ledger is Not Intact.
 */
export const answerFromRows =
	(outputs: readonly string[], answer: Answer): Operation['run'] =>
	async (context, now) => {
		try {
			return await answer(context, { rows: rowsOf(context), now });
		} catch (thrown) {
			const error = toNodeError(context.getNode(), thrown);
			if (!context.continueOnFail()) throw error;
			return outputs.map((_, index) =>
				index === outputs.length - 1 ? [failedItem(context, error)] : [],
			);
		}
	};

function rowsOf(context: IExecuteFunctions): unknown[] {
	const rows = context.getInputData().map(({ json }) => json);
	// An empty table that is set to always give data gives one item that says nothing.
	const empty = rows.length === 1 && Object.keys(rows[0] ?? {}).length === 0;
	return empty ? [] : rows;
}

/** n8n takes an item that says nothing but `error` to the node's error output. */
function failedItem(
	context: IExecuteFunctions,
	{ message, description }: ReturnType<typeof toNodeError>,
): INodeExecutionData {
	const toErrorOutput = context.getNode().onError === 'continueErrorOutput';
	const error = toErrorOutput ? message : { message, remedy: description ?? '' };
	return { json: { error }, pairedItem: { item: 0 } };
}
