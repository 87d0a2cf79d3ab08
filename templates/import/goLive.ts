import { z } from 'zod';
import { modeSchema } from '../../nodes/domain/handoff/mode';
import { isGate, policyOf, withPolicy } from './gatePolicy';
import { mapNodes, type Workflow } from './workflowShape';

const sinceSchema = z.object({
	field: z.string(),
	check: z.object({ kind: z.literal('date'), after: z.string() }),
});
const policySchema = z.object({
	record: z.object({ closedAt: z.string().optional() }),
	handOver: z.object({ when: z.record(z.unknown()) }).optional(),
});

/** How strictly the gates of a flow act; as in the template when nothing is said. */
export const withMode = (workflow: Workflow, mode: string | undefined): Workflow =>
	mapNodes(workflow, (node) =>
		mode === undefined || !isGate(node)
			? node
			: { ...node, parameters: { ...node.parameters, mode } },
	);

/**
 * Hands over only what was won from a day on: a record that was won before is found and left alone.
 * It stands in the policy of each gate that knows when its records were closed.
 *
 * @param since such as `2026-03-02`; that day counts
 */
export const withWonSince = (workflow: Workflow, since: string | undefined): Workflow =>
	mapNodes(workflow, (node) => {
		const policy = policyOf(node);
		const { record, handOver } = policySchema.safeParse(policy).data ?? {};
		const field = record?.closedAt;
		if (since === undefined || field === undefined) return node;
		const wonSince = { field, check: { kind: 'date', after: since } };
		const all = handOver === undefined ? [wonSince] : [handOver.when, wonSince];
		return withPolicy(node, { ...policy, handOver: { when: { all } } });
	});

/** The day that `withWonSince` has written into a flow; nothing where there is none. */
export function wonSinceIn(workflow: Workflow): string | undefined {
	const days = workflow.nodes.flatMap((node) => {
		const policy = policySchema.safeParse(policyOf(node));
		const conditions = z.array(z.unknown()).safeParse(policy.data?.handOver?.when.all);
		return (conditions.data ?? []).flatMap((condition) => {
			const read = sinceSchema.safeParse(condition);
			return read.data?.field === policy.data?.record.closedAt && read.data !== undefined
				? [read.data.check.after]
				: [];
		});
	});
	return days[0];
}

/**
 * Whether a flow looks for records of which nobody can tell when they were won, so that it finds
 * those of years ago as well.
 */
export const findsOldOnes = ({ nodes }: Workflow): boolean =>
	nodes.some(({ type }) => type === 'n8n-nodes-base.scheduleTrigger') &&
	nodes.some((node) => {
		const policy = policySchema.safeParse(policyOf(node));
		return policy.data !== undefined && policy.data.record.closedAt === undefined;
	});

/** How the gates of a flow act, such as `Warn, what was won from 2026-03-02 on`. */
export function describeGates(workflow: Workflow): string {
	const gates = workflow.nodes.filter(isGate);
	if (gates.length === 0) return '';
	const modes = gates.map(({ parameters: { mode } }) => modeSchema.catch('enforce').parse(mode));
	const since = wonSinceIn(workflow);
	return [
		[...new Set(modes)].map((mode) => mode.charAt(0).toUpperCase() + mode.slice(1)).join(' and '),
		...(since === undefined ? [] : [`what was won from ${since} on`]),
	].join(', ');
}
