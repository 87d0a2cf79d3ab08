import { z } from 'zod';
import { HandoffProblem } from '../../nodes/domain/base/problem';
import { parsePolicy } from '../../nodes/domain/policy/parsePolicy';
import { tailorPolicy, untailored, waiversFor } from '../builder/combinations/tailorPolicy';
import {
	tailoringProblems,
	type TailoringProblem,
} from '../builder/combinations/tailoringProblems';
import type { Agreed } from './agreed';
import type { Client } from './client';
import { isGate, policyOf, withPolicy } from './gatePolicy';
import { mapNodes, type Workflow, type WorkflowNode } from './workflowShape';

/** Addresses that our templates show and nobody has. */
const EXAMPLE = /@(?:[\w-]+\.)*example\.(?:com|org|net)$/;

const part = z.record(z.unknown());
const partsSchema = z
	.object({
		receiver: part,
		sla: z.object({ accept: part }).passthrough(),
		calendars: z.record(part),
		acceptance: part.default({}),
		requirements: z.array(z.object({ id: z.string() }).passthrough()),
	})
	.passthrough();

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
	const { requirements, ...others } = agreed;
	const before = untailored(policy);
	const tailoring = { ...before, ...others, requirements: before.requirements };
	refuseProblems(tailoringProblems(tailoring));
	const tailored = partsSchema.parse(tailorPolicy(policy, tailoring));
	const whole = {
		...tailored,
		...partsOf(tailored, others),
		...(requirements && requirementsFor(tailored, requirements)),
	};
	parsePolicy(whole);
	return whole;
}

/** The parts of a policy that a client agreed on, beside hours and requirements. */
function partsOf(
	{ receiver, sla, calendars, acceptance }: z.infer<typeof partsSchema>,
	{ team, people, escalateTo, language, holidays, checklist, returnReasons }: Agreed,
) {
	const closed = Object.entries(calendars).map(([name, calendar]) => [
		name,
		{ ...calendar, ...(holidays && { holidays }) },
	]);
	return {
		...(language && { language }),
		receiver: { ...receiver, ...(team && { team }), ...(people && { people }) },
		sla: { ...sla, accept: { ...sla.accept, ...(escalateTo && { escalateTo }) } },
		calendars: Object.fromEntries(closed),
		acceptance: {
			...acceptance,
			...(checklist && { checklist }),
			...(returnReasons && { returnReasons }),
		},
	};
}

/** What is required instead, and the exceptions that still mean something. */
function requirementsFor(
	policy: z.infer<typeof partsSchema>,
	wanted: NonNullable<Agreed['requirements']>,
) {
	const ids = wanted.map((one) => (typeof one === 'string' ? one : one.id));
	return { requirements: chosenOf(policy.requirements, wanted), ...waiversFor(policy, ids) };
}

/** Those of the template that stay, by their ids, and those that the client brings. */
function chosenOf(
	known: ReadonlyArray<{ id: string }>,
	wanted: NonNullable<Agreed['requirements']>,
): unknown[] {
	return wanted.map((one) => {
		const found = typeof one === 'string' ? known.find(({ id }) => id === one) : one;
		if (found !== undefined) return found;
		throw new HandoffProblem(
			`The policy of the template has no requirement “${String(one)}”.`,
			`“requirements” lists those that stay, of: ${known.map(({ id }) => id).join(', ')}; or whole ones, as docs/policy.md describes them.`,
		);
	});
}

function refuseProblems([first]: readonly TailoringProblem[]): void {
	if (first === undefined) return;
	throw new HandoffProblem(
		`“policy.${first.field}”, together with what the template says: ${first.message}`,
		'docs/importing-for-clients.md says what may stand in a file of clients.',
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
