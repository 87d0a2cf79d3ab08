import type { IExecuteFunctions } from 'n8n-workflow';
import { HandoffProblem } from '../domain/base/problem';
import { toNodeError } from '../shared/nodeErrors';

/** What came of one item. */
export type Attempted<Value> = { value: Value } | { thrown: unknown };

type Context = Pick<IExecuteFunctions, 'continueOnFail' | 'getInputData' | 'getNode'>;

/**
 * Works something out for each item. A mistake in what was set up stops the node, unless it is set to
 * continue on errors; anything else that goes wrong is left to the item.
 */
export const attempts = <Value>(
	context: Context,
	workOut: (itemIndex: number) => Value,
): Array<Attempted<Value>> =>
	context.getInputData().map((_item, itemIndex) => {
		try {
			return { value: workOut(itemIndex) };
		} catch (thrown) {
			if (!(thrown instanceof HandoffProblem) || context.continueOnFail()) return { thrown };
			throw toNodeError(context.getNode(), thrown, itemIndex);
		}
	});

/** @throws what was thrown when it was worked out */
export function valueOf<Value>(attempted: Attempted<Value> | undefined): Value {
	if (attempted === undefined) throw new Error('Nothing was worked out for this item.');
	if ('thrown' in attempted) throw attempted.thrown;
	return attempted.value;
}
