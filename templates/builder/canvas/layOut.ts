import { boxOf, STICKY, type Box } from '../../lint/canvas/box';
import type { Connection } from '../../lint/file/connections';
import type { WorkflowFile, WorkflowNode } from '../../lint/file/workflowFile';
import { wirePath } from './wirePath';

export interface Placed {
	node: WorkflowNode;
	box: Box;
}

export interface Layout {
	notes: Placed[];
	cards: Placed[];
	/** Each with its way as the data of an SVG path. */
	wires: Array<{ from: string; to: string; path: string }>;
}

/** Where everything is on the canvas, in pixels. Wires that lead nowhere are left out. */
export function layOut({
	nodes,
	connections,
}: Pick<WorkflowFile, 'nodes' | 'connections'>): Layout {
	const outputs = outputsOf(connections);
	const placed = nodes.map((node) => ({ node, box: boxOf(node, outputs.get(node.name)) }));
	const boxes = new Map(placed.map(({ node, box }) => [node.name, box]));
	return {
		notes: placed.filter(({ node }) => node.type === STICKY),
		cards: placed.filter(({ node }) => node.type !== STICKY),
		wires: connections.flatMap((wire) => {
			const { from, to } = wire;
			const [source, target] = [boxes.get(from), boxes.get(to)];
			if (source === undefined || target === undefined) return [];
			const used = outputs.get(from) ?? 1;
			return [{ from, to, path: wirePath(wire, { source, target, used }) }];
		}),
	};
}

/** How many outputs of each node are in use, as far as the wires tell. */
function outputsOf(connections: readonly Connection[]): Map<string, number> {
	const outputs = new Map<string, number>();
	for (const { from, output } of connections) {
		outputs.set(from, Math.max(outputs.get(from) ?? 1, output + 1));
	}
	return outputs;
}
