import { z } from 'zod';

const targetSchema = z.object({ node: z.string(), type: z.string(), index: z.number() });
type Target = z.infer<typeof targetSchema>;

/** Where one output of a node leads. */
export interface Wire {
	from: string;
	kind: string;
	output: number;
	targets: Target[];
}

const connectionsSchema = z.record(
	z.record(
		z.array(
			z
				.array(targetSchema)
				.nullish()
				.transform((targets) => targets ?? []),
		),
	),
);

/** The wires of a workflow, one for each output that leads somewhere, in one order. */
export function readWires(connections: unknown): Wire[] {
	const read = connectionsSchema.catch({}).parse(connections);
	return Object.entries(read)
		.flatMap(([from, kinds]) =>
			Object.entries(kinds).flatMap(([kind, outputs]) =>
				outputs.map((targets, output) => ({ from, kind, output, targets: sorted(targets) })),
			),
		)
		.filter(({ targets }) => targets.length > 0);
}

/** n8n runs targets by where they stand on the canvas, so that their order in a file says nothing. */
const sorted = (targets: readonly Target[]): Target[] =>
	[...targets].sort((one, other) => order(one).localeCompare(order(other)));
const order = ({ node, type, index }: Target): string => [node, type, index].join('\n');

/** The wires as n8n has them in a workflow. */
export function writeWires(wires: readonly Wire[]): Record<string, Record<string, Target[][]>> {
	const connections: Record<string, Record<string, Target[][]>> = {};
	for (const { from, kind, output, targets } of wires) {
		const outputs = ((connections[from] ??= {})[kind] ??= []);
		while (outputs.length <= output) outputs.push([]);
		outputs[output] = targets;
	}
	return connections;
}
