import { NodeApiError, NodeOperationError, type INode } from 'n8n-workflow';
import { HandoffProblem } from '../domain/base/problem';

/**
 * Turns anything thrown into the error that n8n shows on the node: the problem as its message, the
 * remedy below it, and the item it belongs to.
 */
export function toNodeError(
	node: INode,
	thrown: unknown,
	itemIndex?: number,
): NodeOperationError | NodeApiError {
	if (thrown instanceof NodeOperationError || thrown instanceof NodeApiError) return thrown;
	if (thrown instanceof HandoffProblem) {
		return new NodeOperationError(node, thrown.message, { description: thrown.remedy, itemIndex });
	}
	const cause = thrown instanceof Error ? thrown : new Error(String(thrown));
	return new NodeOperationError(node, cause, { itemIndex });
}
