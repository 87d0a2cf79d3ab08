import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { HandoffProblem } from '../domain/base/problem';
import { toNodeError } from './nodeErrors';

/** Where an item goes and what it carries; several when one item leaves by several outputs. */
export interface Routed<Output extends string> {
	output: Output;
	json: IDataObject;
}

export interface Routes<Output extends string> {
	outputs: readonly Output[];
	/** The output on which nothing goes ahead: items whose handling failed leave by it. */
	closed: Output;
}

export type Handle<Output extends string> = (
	item: INodeExecutionData,
	itemIndex: number,
) => Routed<Output> | Array<Routed<Output>>;

/**
 * The one loop over items: the handler names an output for each. Items are copied, never changed,
 * because the recorded output of the node before is the same object.
 *
 * A mistake in the configuration stops the node, unless it is set to continue on errors. Anything
 * else that goes wrong with one item sends that item out by the closed output with the error on it,
 * and the others go their way.
 */
export function routeItems<Output extends string>(
	context: IExecuteFunctions,
	{ outputs, closed }: Routes<Output>,
	handle: Handle<Output>,
): INodeExecutionData[][] {
	const lanes = new Map<Output, INodeExecutionData[]>(outputs.map((output) => [output, []]));
	context.getInputData().forEach((item, itemIndex) => {
		const pairedItem = { item: itemIndex };
		try {
			for (const { output, json } of [handle(item, itemIndex)].flat()) {
				lanes.get(output)?.push({ json, pairedItem, ...binaryOf(item) });
			}
		} catch (thrown) {
			const error = toNodeError(context.getNode(), thrown, itemIndex);
			if (thrown instanceof HandoffProblem && !context.continueOnFail()) throw error;
			lanes.get(closed)?.push({ ...failedItem(context, item, error), pairedItem });
		}
	});
	return outputs.map((output) => lanes.get(output) ?? []);
}

/**
 * n8n takes an item that says nothing but `error` to the node's error output, when it has one, and
 * puts the record back beside it. Without an error output the record keeps the error as a member.
 * An item's own `error` is not used: n8n replaces the record by the bare message then.
 */
function failedItem(
	context: IExecuteFunctions,
	item: INodeExecutionData,
	error: ReturnType<typeof toNodeError>,
): INodeExecutionData {
	if (context.getNode().onError === 'continueErrorOutput') {
		return { json: { error: error.message }, ...binaryOf(item) };
	}
	const told = { message: error.message, remedy: error.description ?? '' };
	return { json: { ...item.json, error: told }, ...binaryOf(item) };
}

const binaryOf = ({ binary }: INodeExecutionData) => (binary === undefined ? {} : { binary });
