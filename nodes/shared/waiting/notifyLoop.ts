import type { IExecuteFunctions } from 'n8n-workflow';
import { HandoffProblem } from '../../domain/base/problem';

/**
 * Makes sure that what leaves by Notify comes back: without the loop the request would be sent and
 * the execution would end without waiting for the answer.
 *
 * @throws HandoffProblem before anything is sent
 */
export function requireClosedLoop(context: IExecuteFunctions): void {
	const { name } = context.getNode();
	const before = new Set(context.getParentNodes(name).map((node) => node.name));
	const comesBack = context
		.getChildNodes(name)
		.some((node) => !node.disabled && before.has(node.name));
	if (comesBack) return;
	throw new HandoffProblem(
		'Nothing comes back from Notify, so the request could not wait for an answer',
		`Connect Notify to the node that tells people, and connect the last node behind it back to the input of “${name}”.`,
	);
}

/** @throws HandoffProblem that says how to give each handoff an execution of its own */
export function requireOneHandoff(itemCount: number): void {
	if (itemCount === 1) return;
	throw new HandoffProblem(
		`${itemCount} handoffs came in at once, but an execution can wait about one only`,
		'Put Execute Sub-workflow before this part of the flow, with Mode “Run once for each item” and “Wait for Sub-Workflow Completion” switched off.',
	);
}
