import { z } from 'zod';
import { remark, type Remark } from '../remark';

/** A wire from one output of a node to one input of another. */
export interface Connection {
	from: string;
	to: string;
	/** `main`, or what a part of an AI node gives, such as `ai_tool`. */
	kind: string;
	output: number;
	/** What the input takes; the same word as `kind` on a sound file. */
	inputKind: string;
	input: number;
	at: string;
}

const targetSchema = z.object({
	node: z.string(),
	type: z.string().default('main'),
	index: z.number().int().min(0).default(0),
});
const outputSchema = z.array(z.unknown()).nullable();
const sourceSchema = z.record(z.array(outputSchema));

/** Reads the wires of a workflow file; what cannot be read is remarked on and left out. */
export function readConnections(raw: unknown): { connections: Connection[]; remarks: Remark[] } {
	const sources = z.record(z.unknown()).safeParse(raw);
	if (!sources.success) return { connections: [], remarks: [broken('connections')] };
	const read = Object.entries(sources.data).map(([from, source]) => readSource(from, source));
	return {
		connections: read.flatMap(({ connections }) => connections),
		remarks: read.flatMap(({ remarks }) => remarks),
	};
}

function readSource(from: string, raw: unknown) {
	const source = sourceSchema.safeParse(raw);
	if (!source.success) return { connections: [], remarks: [broken(`connections.${from}`)] };
	const connections: Connection[] = [];
	const remarks: Remark[] = [];
	for (const [kind, outputs] of Object.entries(source.data)) {
		for (const [output, targets] of outputs.entries()) {
			for (const [position, target] of (targets ?? []).entries()) {
				const at = `connections.${from}.${kind}[${output}][${position}]`;
				const parsed = targetSchema.safeParse(target);
				if (!parsed.success) remarks.push(broken(at));
				else {
					const { node: to, type: inputKind, index: input } = parsed.data;
					connections.push({ from, to, kind, output, inputKind, input, at });
				}
			}
		}
	}
	return { connections, remarks };
}

const broken = (at: string): Remark =>
	remark('broken-connection', {
		at,
		message: 'This connection cannot be read.',
		remedy: 'A target is written as { "node": "Name", "type": "main", "index": 0 }.',
	});
