import { applyAccessPatterns } from 'n8n-workflow';
import { mapNodes, mapParameters, type Workflow, type WorkflowNode } from './workflowShape';
import { readWires, writeWires } from './wires';

/** Nodes whose code refers to other nodes without being an expression. */
const CODE = /\.(code|function|functionItem|html)$/;

/** The workflow with other names for its nodes: in its wires and expressions as well. */
export function renameNodes(workflow: Workflow, names: ReadonlyMap<string, string>): Workflow {
	const steps = [...names].filter(([from, to]) => from !== to);
	if (steps.length === 0) return workflow;
	// By way of names that nobody has, so that two nodes can swap theirs.
	const between = steps.map(([from], index) => [from, `renaming ${index}`] as const);
	const after = steps.map(([, to], index) => [`renaming ${index}`, to] as const);
	return [...between, ...after].reduce((all, [from, to]) => renameOne(all, from, to), workflow);
}

function renameOne(workflow: Workflow, from: string, to: string): Workflow {
	const renamed = (name: string) => (name === from ? to : name);
	const wires = readWires(workflow.connections).map((wire) => ({
		...wire,
		from: renamed(wire.from),
		targets: wire.targets.map((target) => ({ ...target, node: renamed(target.node) })),
	}));
	return {
		...mapNodes(workflow, (node) => ({ ...follow(node, from, to), name: renamed(node.name) })),
		connections: writeWires(wires),
	};
}

const follow = (node: WorkflowNode, from: string, to: string): WorkflowNode =>
	mapParameters(node, (text) =>
		text.startsWith('=') || CODE.test(node.type) ? applyAccessPatterns(text, from, to) : text,
	);

interface Versions {
	written: Workflow;
	current: Workflow;
	wanted: Workflow;
}

/**
 * Gives the nodes of all three versions of a workflow one name each, going by their ids: that of a
 * person who renamed a node, else the one that the import wants.
 */
export function alignNames({ written, current, wanted }: Versions): Versions {
	const [before, next] = [namesById(written), namesById(wanted)];
	const agreed = new Map<string, string>();
	const taken = new Set<string>();
	const agree = (id: string, name: string) => {
		agreed.set(id, name);
		taken.add(name);
	};
	const byPerson = current.nodes.filter(({ id, name }) => {
		const old = before.get(id) ?? next.get(id);
		return old !== name || next.get(id) === undefined;
	});
	for (const { id, name } of byPerson) agree(id, name);
	for (const { id, name } of [...current.nodes, ...wanted.nodes]) {
		if (!agreed.has(id)) agree(id, freeName(next.get(id) ?? name, taken));
	}
	const align = (workflow: Workflow): Workflow =>
		renameNodes(
			workflow,
			new Map(workflow.nodes.map(({ id, name }) => [name, agreed.get(id) ?? name])),
		);
	return { written: align(written), current: align(current), wanted: align(wanted) };
}

const namesById = ({ nodes }: Workflow) => new Map(nodes.map(({ id, name }) => [id, name]));

/** As n8n names a second node: with a number behind. */
function freeName(name: string, taken: ReadonlySet<string>): string {
	if (!taken.has(name)) return name;
	let number = 1;
	while (taken.has(`${name}${number}`)) number += 1;
	return `${name}${number}`;
}
