import type { Position, TemplateNode } from './workflow';

/** A gate that only judges, or describes: nothing of it is kept, and nobody is asked. */
export const gateAlone = (
	node: { name: string; at: Position; notes?: string },
	{ policy, ...parameters }: { policy: unknown } & Record<string, unknown>,
): TemplateNode => ({
	...node,
	type: 'n8n-nodes-handoff.readinessGate',
	typeVersion: 1,
	parameters: {
		policyFrom: 'json',
		policy: typeof policy === 'string' ? policy : JSON.stringify(policy, null, 2),
		...parameters,
	},
});
