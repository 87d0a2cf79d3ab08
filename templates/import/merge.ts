import { isDeepStrictEqual } from 'node:util';
import { isOpen, isPlain, membersOf, type Plain } from './values';
import { readWires, writeWires, type Wire } from './wires';
import type { Workflow, WorkflowNode } from './workflowShape';

/** A value as the importer wrote it last, as it is in n8n, and as it would be written now. */
interface Three<Value = unknown> {
	written: Value;
	current: Value;
	wanted: Value;
}

/**
 * Brings a workflow up to date without losing what a person did to it in n8n: whatever differs from
 * what was written last stays as it is. Nodes go by their ids; all three versions have the same names
 * for them, and stand as n8n stores them.
 *
 * @param isOurs whether the user lets the import have its way with a node, by its name
 */
export function mergeWorkflow(
	three: Three<Workflow>,
	isOurs: (name: string) => boolean = () => false,
): Workflow {
	const { written, current, wanted } = three;
	const nodes = mergeNodes(three, isOurs);
	const settings = mergeValue({
		written: written.settings,
		current: { ...written.settings, ...current.settings },
		wanted: wanted.settings,
	});
	return {
		name: current.name === written.name ? wanted.name : current.name,
		nodes,
		connections: mergeWires(three, { isOurs, names: new Set(nodes.map(({ name }) => name)) }),
		settings: isPlain(settings) ? settings : {},
	};
}

const byId = ({ nodes }: Workflow) => new Map(nodes.map((node) => [node.id, node]));

function mergeNodes(
	{ written, current, wanted }: Three<Workflow>,
	isOurs: (name: string) => boolean,
): WorkflowNode[] {
	const [before, now, next] = [byId(written), byId(current), byId(wanted)];
	const kept = current.nodes.flatMap((node): WorkflowNode[] => {
		const [old, fresh] = [before.get(node.id), next.get(node.id)];
		const ours = isOurs(node.name);
		if (fresh === undefined) return ours || isDeepStrictEqual(old, node) ? [] : [node];
		if (ours) return [{ ...fresh, position: node.position }];
		const merged = mergeValue({ written: old ?? fresh, current: node, wanted: fresh });
		return [isPlain(merged) ? { ...node, ...merged } : node];
	});
	const added = wanted.nodes.filter(
		({ id, name }) => !now.has(id) && (!before.has(id) || isOurs(name)),
	);
	return [...kept, ...added];
}

/** Each output of a node by itself: whoever changed where it leads has the last word. */
function mergeWires(
	{ written, current, wanted }: Three<Workflow>,
	{ isOurs, names }: { isOurs: (name: string) => boolean; names: ReadonlySet<string> },
): Record<string, unknown> {
	const [before, now, next] = [written, current, wanted].map(wiresOf);
	const keys = new Set([...(now?.keys() ?? []), ...(next?.keys() ?? [])]);
	const wires = [...keys].flatMap((key): Wire[] => {
		const [old, here, fresh] = [before?.get(key), now?.get(key), next?.get(key)];
		const ours = isOurs((here ?? fresh)?.from ?? '') || isDeepStrictEqual(old, here);
		const kept = ours ? fresh : here;
		return kept === undefined ? [] : [within(kept, names)];
	});
	return writeWires(wires.filter(({ from }) => names.has(from)));
}

/** n8n refuses wires to nodes that are not there. */
const within = (wire: Wire, names: ReadonlySet<string>): Wire => ({
	...wire,
	targets: wire.targets.filter(({ node }) => names.has(node)),
});

/** The wires of a workflow by where they begin. */
export const wiresOf = ({ connections }: Workflow): Map<string, Wire> =>
	new Map(
		readWires(connections).map((wire) => [[wire.from, wire.kind, wire.output].join('\n'), wire]),
	);

/** Three-way: whoever changed a value since it was written wins; the person, when both did. */
function mergeValue({ written, current, wanted }: Three): unknown {
	if (isDeepStrictEqual(current, wanted) || isDeepStrictEqual(written, wanted)) {
		return isOpen(current) ? wanted : current;
	}
	if (isDeepStrictEqual(current, written) || isOpen(current)) return wanted;
	const [old, now, next] = [written, current, wanted].map(membersOf);
	if (old === undefined || now === undefined || next === undefined) return current;
	return now.pack(
		mergeMembers({ written: old.members, current: now.members, wanted: next.members }),
	);
}

function mergeMembers({ written, current, wanted }: Three<Plain>): Plain {
	const keys = [...new Set([...Object.keys(current), ...Object.keys(wanted)])];
	return Object.fromEntries(
		keys
			.map((key) => {
				const three = { written: written[key], current: current[key], wanted: wanted[key] };
				return [key, mergeValue(three)] as const;
			})
			.filter(([, value]) => value !== undefined),
	);
}
