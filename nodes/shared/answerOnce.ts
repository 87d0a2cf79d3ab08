import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Instant } from '../domain/base/instant';
import { toNodeError } from './nodeErrors';
import type { Operation } from './operations';

type Answer = (context: IExecuteFunctions, now: Instant) => Promise<INodeExecutionData[][]>;

/**
 * An operation that answers once for all items together. A flow that goes on after a mistake gets it
 * by the last output.
 */
export const answerOnce =
	(outputs: readonly string[], answer: Answer): Operation['run'] =>
	async (context, now) => {
		try {
			return await answer(context, now);
		} catch (thrown) {
			const error = toNodeError(context.getNode(), thrown);
			if (!context.continueOnFail()) throw error;
			return outputs.map((_, index) =>
				index === outputs.length - 1 ? [failedItem(context, error)] : [],
			);
		}
	};

/** n8n takes an item that says nothing but `error` to the node's error output. */
function failedItem(
	context: IExecuteFunctions,
	{ message, description }: ReturnType<typeof toNodeError>,
): INodeExecutionData {
	const toErrorOutput = context.getNode().onError === 'continueErrorOutput';
	const error = toErrorOutput ? message : { message, remedy: description ?? '' };
	return { json: { error }, pairedItem: { item: 0 } };
}
