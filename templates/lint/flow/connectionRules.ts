import { NodeHelpers, Workflow, type INodeTypes, type NodeConnectionType } from 'n8n-workflow';
import type { Connection } from '../file/connections';
import type { WorkflowNode } from '../file/workflowFile';
import type { Subject } from '../nodes/subject';
import { remark, type Remark } from '../remark';

/** Where the wires of a flow begin and end. */
export function lintConnections(
	connections: readonly Connection[],
	{ nodes, subjects }: { nodes: readonly WorkflowNode[]; subjects: ReadonlyMap<string, Subject> },
): Remark[] {
	const names = new Set(nodes.map(({ name }) => name));
	const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name;
	const ends = new Map<string, Ends>();
	const remarks: Remark[] = [];
	for (const [name, subject] of subjects) {
		try {
			ends.set(name, endsOf(subject));
		} catch (error) {
			remarks.push(unreadable(name, error));
		}
	}
	const wireRemarks = connections.flatMap((wire): Remark[] => {
		if (!names.has(wire.from)) return [missing('missing-source', wire, nameOf(wire.from))];
		if (!names.has(wire.to)) return [missing('missing-target', wire, nameOf(wire.to))];
		return [
			...lintOutput(wire, ends.get(wire.from)?.outputs),
			...lintInput(wire, ends.get(wire.to)?.inputs),
		];
	});
	return [...remarks, ...wireRemarks];
}

/** n8n itself fails on parameters of another shape than it expects, and opens no such workflow. */
const unreadable = (node: string, error: unknown): Remark =>
	remark('broken-node', {
		node,
		at: 'parameters',
		message: `n8n cannot open this node: ${error instanceof Error ? error.message : String(error)}.`,
		remedy: 'Set the node up again in the editor.',
	});

const missing = (
	rule: 'missing-source' | 'missing-target',
	{ from, to, at }: Connection,
	meant?: string,
): Remark =>
	remark(rule, {
		node: from,
		at,
		message: `There is no node “${rule === 'missing-source' ? from : to}”.`,
		remedy:
			meant === undefined
				? 'Remove the connection, or give it the name of a node of this file.'
				: `Connections name nodes, they do not use ids: write “${meant}”.`,
	});

function lintOutput({ from, kind, output, at }: Connection, outputs?: Kinds): Remark[] {
	const count = outputs?.filter((one) => one === kind).length;
	if (count === undefined || output < count) return [];
	const message = `“${from}” has ${describe(count, kind, 'output')}, and this is number ${output + 1}.`;
	const remedy = 'Connect one of the outputs that the node has with its present settings.';
	return [remark('no-such-output', { node: from, at, message, remedy })];
}

function lintInput({ from, to, inputKind, input, at }: Connection, inputs?: Kinds): Remark[] {
	const count = inputs?.filter((one) => one === inputKind).length;
	if (count === undefined || input < count) return [];
	const message = `“${to}” has ${describe(count, inputKind, 'input')}, and this leads to number ${input + 1}.`;
	const remedy = 'Connect one of the inputs that the node has with its present settings.';
	return [remark('no-such-input', { node: from, at, message, remedy })];
}

const describe = (count: number, kind: string, end: string): string =>
	`${count === 0 ? 'no' : count} ${kind} ${end}${count === 1 ? '' : 's'}`;

type Kinds = readonly NodeConnectionType[];
interface Ends {
	inputs?: Kinds;
	outputs?: Kinds;
}

/** What n8n draws at both ends of a node; nothing where it cannot be told from the file. */
function endsOf({ asNode, description }: Subject): Ends {
	const nodeTypes: INodeTypes = {
		getByName: () => ({ description }),
		getByNameAndVersion: () => ({ description }),
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ nodes: [asNode], connections: {}, active: false, nodeTypes });
	const kindsOf = (found: Parameters<typeof NodeHelpers.getConnectionTypes>[0], stated: unknown) =>
		found.length === 0 && typeof stated === 'string'
			? undefined
			: NodeHelpers.getConnectionTypes(found);
	return {
		inputs: kindsOf(NodeHelpers.getNodeInputs(workflow, asNode, description), description.inputs),
		outputs: kindsOf(
			NodeHelpers.getNodeOutputs(workflow, asNode, description),
			description.outputs,
		),
	};
}
