import { z } from 'zod';
import { readTemplate } from './templateFolder';

const nodeSchema = z.object({
	id: z.string(),
	name: z.string(),
	type: z.string(),
	typeVersion: z.number(),
	position: z.array(z.number()),
	parameters: z.record(z.unknown()),
});
const targetSchema = z.object({ node: z.string(), type: z.string(), index: z.number() });
const workflowSchema = z.object({
	nodes: z.array(nodeSchema),
	connections: z.record(z.object({ main: z.array(z.array(targetSchema)) })),
	settings: z.record(z.unknown()),
});

type Target = z.infer<typeof targetSchema>;
type CopiedNode = z.infer<typeof nodeSchema> & {
	onError?: string;
	notes?: string;
	credentials?: Record<string, { id?: string; name: string }>;
};

/** A copy of a template, in which a test may change what it likes. */
export type Copy = z.infer<typeof workflowSchema> & { nodes: CopiedNode[] };

/** The file itself, not what a schema makes of it: the order of its keys must stay. */
const partOfAi = z.object({ ai_languageModel: z.array(z.array(targetSchema)) });
const fileSchema = workflowSchema.extend({
	connections: z.record(workflowSchema.shape.connections.valueSchema.or(partOfAi)),
});
const copySchema = z.custom<Copy>((value) => fileSchema.safeParse(value).success);

export const copyOf = (template: string): Copy =>
	copySchema.parse(JSON.parse(readTemplate(template)));

export function nodeIn(copy: Copy, name: string): CopiedNode {
	const node = copy.nodes.find((one) => one.name === name);
	if (node === undefined) throw new Error(`the template has no node “${name}”`);
	return node;
}

/** Moves a node to the right, in pixels. */
export function move(copy: Copy, name: string, by: number): void {
	const { position } = nodeIn(copy, name);
	position[0] = (position[0] ?? 0) + by;
}

/** The targets of one output of a node, to be changed in place. */
export function targetsIn(copy: Copy, from: string, output = 0): Target[] {
	const targets = copy.connections[from]?.main[output];
	if (targets === undefined) throw new Error(`“${from}” has no wires at its output ${output}`);
	return targets;
}

export const to = (node: string, index = 0): Target => ({ node, type: 'main', index });

const objectSchema = z.custom<Record<string, unknown>>(
	(value) => typeof value === 'object' && value !== null,
);

/**
 * Changes what is at a place such as `rules.values.1.outputKey` of the parameters of a node.
 *
 * @param change gives the new value from the old one; `undefined` removes it
 */
export function change(
	copy: Copy,
	[name, path]: [node: string, path: string],
	change: (old: unknown) => unknown,
): void {
	const keys = path.split('.');
	const last = keys.pop() ?? '';
	const holder = keys.reduce<Record<string, unknown>>(
		(value, key) => objectSchema.parse(value[key]),
		nodeIn(copy, name).parameters,
	);
	const changed = change(holder[last]);
	if (changed === undefined) delete holder[last];
	else holder[last] = changed;
}
