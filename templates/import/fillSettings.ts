import { z } from 'zod';
import { NAMES } from '../builder/nodes/names';
import { mapNodes, type Workflow } from './workflowShape';

const settingsSchema = z.record(z.unknown());

/** The members of the node “Handoff settings”; none when the flow has no such node. */
export function settingsIn({ nodes }: Workflow): Record<string, unknown> {
	const node = nodes.find(({ name }) => name === NAMES.settings);
	return node === undefined ? {} : readSettings(node.parameters.jsonOutput);
}

function readSettings(text: unknown): Record<string, unknown> {
	try {
		return settingsSchema.parse(JSON.parse(z.string().parse(text)));
	} catch {
		return {};
	}
}

/** Writes what a client chose into the node “Handoff settings”; other members stay. */
export function fillSettings(workflow: Workflow, chosen: Record<string, string>): Workflow {
	return mapNodes(workflow, (node) => {
		if (node.name !== NAMES.settings) return node;
		const before = readSettings(node.parameters.jsonOutput);
		const ours = Object.entries(chosen).filter(([member]) => member in before);
		if (ours.length === 0) return node;
		const jsonOutput = JSON.stringify({ ...before, ...Object.fromEntries(ours) }, null, 2);
		return { ...node, parameters: { ...node.parameters, jsonOutput } };
	});
}
