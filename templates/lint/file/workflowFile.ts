import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { remark, type Remark } from '../remark';
import { readConnections, type Connection } from './connections';

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const parametersSchema = z.custom<INodeParameters>(isObject, 'must be an object');

/** Files of the first n8n versions have the bare name of a credential. */
const credentialSchema = z.union([
	z.object({ id: z.unknown(), name: z.unknown() }).partial(),
	z.string().transform((name) => ({ id: undefined, name })),
]);

const nodeSchema = z.object({
	id: z.string().optional(),
	name: z.string().min(1),
	type: z.string().min(1),
	typeVersion: z.number().default(1),
	position: z.tuple([z.number(), z.number()]),
	parameters: parametersSchema.default({}),
	credentials: z.record(credentialSchema).default({}),
	onError: z.enum(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput']).optional(),
	continueOnFail: z.boolean().optional(),
});

/** A node of a workflow file, read so far that every rule can rely on its shape. */
export type WorkflowNode = z.infer<typeof nodeSchema> & {
	/** As the file has it. */
	raw: Record<string, unknown>;
};

/** A workflow file whose broken parts were left out and remarked on. */
export interface WorkflowFile {
	nodes: WorkflowNode[];
	connections: Connection[];
	/** As the file has it. */
	raw: Record<string, unknown>;
}

const EXPORT_AGAIN = 'Export the workflow from n8n again (⋯ → Download).';

/**
 * Reads whatever a JSON file held as a workflow; never throws.
 *
 * @returns no file when there is nothing that looks like a workflow
 */
export function readWorkflow(raw: unknown): { file?: WorkflowFile; remarks: Remark[] } {
	if (!isObject(raw) || !Array.isArray(raw.nodes)) {
		const message = isObject(raw)
			? 'There is no list of nodes.'
			: `This is ${raw === null ? 'null' : typeof raw}, not a workflow.`;
		return { remarks: [remark('not-a-workflow', { at: 'file', message, remedy: EXPORT_AGAIN })] };
	}
	const read = raw.nodes.map((node: unknown, index) => readNode(node, index));
	const nodes = read.flatMap(({ node }) => (node === undefined ? [] : [node]));
	const { connections, remarks } = readConnections(raw.connections ?? {});
	return {
		file: { nodes, connections, raw },
		remarks: [...read.flatMap((one) => one.remarks), ...remarks],
	};
}

function readNode(raw: unknown, index: number): { node?: WorkflowNode; remarks: Remark[] } {
	const parsed = nodeSchema.safeParse(raw);
	if (parsed.success && isObject(raw)) return { node: { ...parsed.data, raw }, remarks: [] };
	const name = isObject(raw) && typeof raw.name === 'string' ? raw.name : undefined;
	const issues = parsed.error?.issues ?? [];
	return {
		remarks: issues.map(({ path, message }) =>
			remark('broken-node', {
				...(name === undefined ? {} : { node: name }),
				at: ['nodes', index, ...path].join('.'),
				message: `This node cannot be read: ${message}`,
				remedy: EXPORT_AGAIN,
			}),
		),
	};
}
