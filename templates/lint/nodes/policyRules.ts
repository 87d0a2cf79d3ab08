import { isExpression } from 'n8n-workflow';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { HandoffProblem } from '../../../nodes/domain/base/problem';
import { remark, type Remark } from '../remark';
import type { Subject } from './subject';

/** The policy of a Readiness Gate, read as the gate reads it. */
export function lintPolicy({ node, effective }: Subject): Remark[] {
	const { policy, policyFrom } = effective;
	if (node.type !== 'n8n-nodes-handoff.readinessGate' || policyFrom !== 'json') return [];
	if (isExpression(policy)) return [];
	try {
		parsePolicy(policy);
		return [];
	} catch (error) {
		if (!(error instanceof HandoffProblem)) throw error;
		const { message, remedy } = error;
		return [remark('broken-policy', { node: node.name, at: 'parameters.policy', message, remedy })];
	}
}
