import { z } from 'zod';
import type { WorkflowNode } from './workflowShape';

const GATE = 'n8n-nodes-handoff.readinessGate';
const policySchema = z.record(z.unknown());

export const isGate = ({ type }: WorkflowNode): boolean => type === GATE;

/** The policy of a gate that holds it as JSON; nothing for any other node. */
export function policyOf(node: WorkflowNode): Record<string, unknown> | undefined {
	const { policy } = node.parameters;
	if (!isGate(node) || typeof policy !== 'string' || policy.startsWith('=')) return undefined;
	try {
		return policySchema.parse(JSON.parse(policy));
	} catch {
		return undefined;
	}
}

/** The gate with another policy. */
export const withPolicy = (node: WorkflowNode, policy: Record<string, unknown>): WorkflowNode => ({
	...node,
	parameters: { ...node.parameters, policy: JSON.stringify(policy, null, 2) },
});
