import { z } from 'zod';

/** As much of a JSON Schema as a table for people needs. */
export interface SchemaNode {
	$ref?: string;
	allOf?: SchemaNode[];
	anyOf?: SchemaNode[];
	type?: string | string[];
	const?: string;
	enum?: string[];
	default?: unknown;
	description?: string;
	items?: SchemaNode | SchemaNode[];
	properties?: Record<string, SchemaNode>;
	required?: string[];
}

const nodeSchema: z.ZodType<SchemaNode> = z.lazy(() =>
	z.object({
		$ref: z.string().optional(),
		allOf: z.array(nodeSchema).optional(),
		anyOf: z.array(nodeSchema).optional(),
		type: z.union([z.string(), z.array(z.string())]).optional(),
		const: z.string().optional(),
		enum: z.array(z.string()).optional(),
		default: z.unknown(),
		description: z.string().optional(),
		items: z.union([z.array(nodeSchema), nodeSchema]).optional(),
		properties: z.record(nodeSchema).optional(),
		required: z.array(z.string()).optional(),
	}),
);

export interface Member {
	name: string;
	node: SchemaNode;
	required: boolean;
}

const STEP = z.record(z.unknown()).or(z.array(z.unknown()));

/** Reads places of a schema, such as `properties/record`; a reference on the way is followed. */
export function pointerReader(schema: unknown): (place: string) => SchemaNode {
	const step = (from: unknown, name: string): unknown => {
		const reference = nodeSchema.safeParse(from).data?.$ref;
		const here = STEP.parse(reference === undefined ? from : walk(reference.slice(2)));
		return Object.entries(here).find(([key]) => key === name)?.[1];
	};
	const walk = (place: string): unknown => place.split('/').filter(Boolean).reduce(step, schema);
	return (place) => nodeSchema.parse(walk(place));
}

/** The keys of an object, in the order in which they are declared. */
export const membersOf = ({ properties = {}, required = [] }: SchemaNode): Member[] =>
	Object.entries(properties)
		.filter(([name]) => name !== '$schema')
		.map(([name, node]) => ({ name, node, required: required.includes(name) }));

/** A table row for each key: name, type, default, meaning. */
export const describeMembers = (members: Member[], at: (place: string) => SchemaNode): string[] => [
	'| Key | Value | When left out | Meaning |',
	'| --- | --- | --- | --- |',
	...members.map(({ name, node, required }) => {
		const cells = [`\`${name}\``, valueOf(node, at), leftOut(node, required), node.description];
		return `| ${cells.map((cell) => (cell ?? '').replaceAll('|', '\\|')).join(' | ')} |`;
	}),
];

const NAMES: Record<string, string> = {
	'#/definitions/check': 'a [check](#check-by-kind)',
	'#/definitions/condition': 'a [condition](#when)',
	'#/definitions/calendar': 'a [calendar](#calendars-each)',
};
const KINDS: Record<string, string> = {
	string: 'text',
	integer: 'whole number',
	number: 'number',
	boolean: 'true or false',
	object: 'object',
};

function valueOf(node: SchemaNode, at: (place: string) => SchemaNode): string {
	const reference = node.$ref ?? node.allOf?.[0]?.$ref;
	if (reference !== undefined) return NAMES[reference] ?? valueOf(at(reference.slice(2)), at);
	if (node.enum) return node.enum.map((value) => `\`${value}\``).join(', ');
	if (node.const !== undefined) return `\`${node.const}\``;
	if (node.anyOf) return [...new Set(node.anyOf.map((one) => valueOf(one, at)))].join(' or ');
	if (Array.isArray(node.items)) return 'a pair of texts';
	if (node.items) return `list: ${valueOf(node.items, at)}`;
	if (Array.isArray(node.type)) return node.type.map((type) => KINDS[type] ?? type).join(' or ');
	return KINDS[node.type ?? ''] ?? 'anything';
}

function leftOut(node: SchemaNode, required: boolean): string {
	if (required) return 'must be there';
	return node.default === undefined || node.default === ''
		? ''
		: `\`${JSON.stringify(node.default)}\``;
}
