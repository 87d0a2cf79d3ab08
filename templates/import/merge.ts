import { isDeepStrictEqual } from 'node:util';
import { placeholdersIn } from '../lint/file/textsIn';
import type { Workflow, WorkflowNode } from './workflowShape';

/** A value as the importer wrote it last, as it is in n8n, and as it would be written now. */
interface Three {
	written: unknown;
	current: unknown;
	wanted: unknown;
}

export interface Merged {
	workflow: Workflow;
	/** Where somebody chose otherwise in n8n than the import would write, in words. */
	leftAlone: string[];
}

type Plain = Record<string, unknown>;
const isPlain = (value: unknown): value is Plain =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Brings a workflow up to date without losing what a person did to it in n8n: whatever differs from
 * what was written last stays as it is. Nodes go by their ids.
 */
export function mergeWorkflow(written: Workflow, current: Workflow, wanted: Workflow): Merged {
	const leftAlone: string[] = [];
	const merge = (at: string, three: Three): unknown => mergeValue(at, three, leftAlone);
	const nodes = mergeNodes(written, current, wanted, { merge, leftAlone });
	const connections = merge('connections', {
		written: written.connections,
		current: current.connections,
		wanted: wanted.connections,
	});
	const settings = merge('settings', {
		written: written.settings,
		current: { ...written.settings, ...current.settings },
		wanted: wanted.settings,
	});
	const name = current.name === written.name ? wanted.name : current.name;
	return { workflow: shapeOf({ name, nodes, connections, settings }), leftAlone };
}

const shapeOf = ({
	name,
	nodes,
	connections,
	settings,
}: {
	name: string;
	nodes: WorkflowNode[];
	connections: unknown;
	settings: unknown;
}): Workflow => ({
	name,
	nodes,
	connections: isPlain(connections) ? connections : {},
	settings: isPlain(settings) ? settings : {},
});

interface Notes {
	merge: (at: string, three: Three) => unknown;
	leftAlone: string[];
}

function mergeNodes(
	written: Workflow,
	current: Workflow,
	wanted: Workflow,
	{ merge, leftAlone }: Notes,
): WorkflowNode[] {
	const byId = ({ nodes }: Workflow) => new Map(nodes.map((node) => [node.id, node]));
	const [before, now, next] = [byId(written), byId(current), byId(wanted)];
	const kept = current.nodes.flatMap((node) => {
		const [old, fresh] = [before.get(node.id), next.get(node.id)];
		if (fresh === undefined) return old !== undefined && isDeepStrictEqual(old, node) ? [] : [node];
		const three = { written: old ?? fresh, current: node, wanted: fresh };
		return [asNode(merge(`“${node.name}”`, three), node)];
	});
	const added = wanted.nodes.filter(({ id, name }) => {
		if (now.has(id)) return false;
		if (before.has(id)) leftAlone.push(`“${name}” was removed`);
		return !before.has(id);
	});
	return [...kept, ...added];
}

const asNode = (value: unknown, node: WorkflowNode): WorkflowNode =>
	isPlain(value) ? { ...node, ...value } : node;

/** Three-way: whoever changed a value since it was written wins; the person, when both did. */
function mergeValue(at: string, { written, current, wanted }: Three, leftAlone: string[]): unknown {
	if (isDeepStrictEqual(current, wanted) || isDeepStrictEqual(written, wanted)) {
		return isOpen(current) ? wanted : current;
	}
	if (isDeepStrictEqual(current, written) || isOpen(current)) return wanted;
	if (isPlain(written) && isPlain(current) && isPlain(wanted)) {
		return mergeMembers(at, { written, current, wanted }, leftAlone);
	}
	const json = [written, current, wanted].map(asDocument);
	const [old, now, next] = json;
	if (old !== undefined && now !== undefined && next !== undefined) {
		const merged = mergeValue(at, { written: old, current: now, wanted: next }, leftAlone);
		return JSON.stringify(merged, null, 2);
	}
	leftAlone.push(`${at} is ${shorten(current)} in n8n; the import would write ${shorten(wanted)}`);
	return current;
}

function mergeMembers(
	at: string,
	{ written, current, wanted }: { written: Plain; current: Plain; wanted: Plain },
	leftAlone: string[],
): Plain {
	const keys = [...new Set([...Object.keys(current), ...Object.keys(wanted)])];
	return Object.fromEntries(
		keys
			.map((key) => {
				const three = { written: written[key], current: current[key], wanted: wanted[key] };
				return [key, mergeValue(`${at} · ${key}`, three, leftAlone)] as const;
			})
			.filter(([, value]) => value !== undefined),
	);
}

/** A text that holds a JSON object, such as a policy or the settings of a flow, as that object. */
function asDocument(value: unknown): Plain | undefined {
	if (typeof value !== 'string' || !/^\s*\{/.test(value)) return undefined;
	try {
		const read: unknown = JSON.parse(value);
		return isPlain(read) ? read : undefined;
	} catch {
		return undefined;
	}
}

/** Nobody has chosen here yet. */
const isOpen = (value: unknown): boolean =>
	typeof value === 'string' && asDocument(value) === undefined && placeholdersIn(value).length > 0;

function shorten(value: unknown): string {
	const text = JSON.stringify(value) ?? 'nothing';
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
