import type { Position, TemplateNode } from './workflow';

export interface Field {
	/** May be a path, such as `check.min` or `blocks[0].text`. */
	name: string;
	value: unknown;
	type?: 'array' | 'boolean' | 'number' | 'object';
}

interface Settings {
	/** Whether the fields that came in stay beside these. */
	keep?: boolean;
	/** Whether a value of another kind is taken as it is, for the node that reads it to complain. */
	loose?: boolean;
}

/** A Set node that writes one field after the other: text, unless another type is said. */
export const setFields = (
	node: { name: string; at: Position },
	fields: readonly Field[],
	{ keep = false, loose = false }: Settings = {},
): TemplateNode => ({
	...node,
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		assignments: {
			assignments: fields.map(({ name, value, type = 'string' }) => ({
				id: name,
				name,
				value,
				type,
			})),
		},
		...(keep ? { includeOtherFields: true } : {}),
		options: loose ? { ignoreConversionErrors: true } : {},
	},
});
