import { z } from 'zod';
import { HandoffProblem } from '../../nodes/domain/base/problem';
import { parsePolicy } from '../../nodes/domain/policy/parsePolicy';
import { tailorPolicy, untailored } from '../builder/combinations/tailorPolicy';
import type { Agreed, Client } from './client';
import { isGate, policyOf, withPolicy } from './gatePolicy';
import { mapNodes, type Workflow, type WorkflowNode } from './workflowShape';

/** Addresses that our templates show and nobody has. */
const EXAMPLE = /@(?:[\w-]+\.)*example\.(?:com|org|net)$/;

const partsSchema = z.object({
	receiver: z.record(z.unknown()),
	sla: z.object({ accept: z.record(z.unknown()) }).passthrough(),
});

/**
 * Writes what a client agreed on into the policy of each gate, and whose policy it is into its id: by
 * it a handoff is known, so that the record 17 of one client is never taken for that of another, not
 * even in a ledger that both share.
 */
export const agreePolicy = (
	workflow: Workflow,
	{ client, policy: agreed }: Pick<Client, 'client' | 'policy'>,
): Workflow =>
	mapNodes(workflow, (node) => {
		const own = (id: unknown) => (typeof id === 'string' ? `${client}-${id}` : id);
		const policy = policyOf(node);
		if (policy === undefined) return withOwnId(node, own);
		const ours = { ...policy, id: own(policy.id) };
		return withPolicy(node, Object.keys(agreed).length === 0 ? ours : withAgreed(ours, agreed));
	});

/** A gate whose policy is filled in as a form. */
const withOwnId = (node: WorkflowNode, own: (id: unknown) => unknown): WorkflowNode =>
	isGate(node) && typeof node.parameters.policyId === 'string'
		? { ...node, parameters: { ...node.parameters, policyId: own(node.parameters.policyId) } }
		: node;

function withAgreed(policy: Record<string, unknown>, agreed: Agreed): Record<string, unknown> {
	const { team, people, escalateTo, ...hours } = agreed;
	const before = untailored(policy);
	requireKnown(before.requirements, hours.requirements ?? []);
	const tailored = tailorPolicy(policy, { ...before, ...hours });
	const { receiver, sla } = partsSchema.parse(tailored);
	const whole = {
		...tailored,
		receiver: { ...receiver, ...(team && { team }), ...(people && { people }) },
		sla: { ...sla, accept: { ...sla.accept, ...(escalateTo && { escalateTo }) } },
	};
	parsePolicy(whole);
	return whole;
}

function requireKnown(known: readonly string[], wanted: readonly string[]): void {
	const unknown = wanted.find((id) => !known.includes(id));
	if (unknown === undefined) return;
	throw new HandoffProblem(
		`The policy of the template has no requirement “${unknown}”.`,
		`“requirements” lists those that stay, of: ${known.join(', ')}.`,
	);
}

const person = z.object({ email: z.string() });
const toldSchema = z.object({
	receiver: z.object({ people: z.array(person) }),
	sla: z.object({ accept: z.object({ escalateTo: z.array(person).default([]) }) }).partial(),
});

/** Whom the policies of a flow tell, with the place of each. */
const toldIn = ({ nodes }: Workflow): Array<{ place: string; email: string }> =>
	nodes.flatMap((node) => {
		const read = toldSchema.safeParse(policyOf(node));
		if (!read.success) return [];
		const { receiver, sla } = read.data;
		const at = (place: string, people: Array<{ email: string }>) =>
			people.map(({ email }) => ({ place: `${node.name}: ${place}`, email }));
		return [
			...at('people of the receiving team', receiver.people),
			...at('whom to tell when it is late', sla.accept?.escalateTo ?? []),
		];
	});

/** Where a flow still has the people of its template: nobody whom a message would reach. */
export function examplesIn(workflow: Workflow, template: Workflow): string[] {
	const shown = new Set(toldIn(template).map(({ email }) => email));
	const still = toldIn(workflow).filter(({ email }) => shown.has(email) && EXAMPLE.test(email));
	return [...new Set(still.map(({ place }) => place))];
}
