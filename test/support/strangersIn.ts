/** The shape of a value as n8n's editor draws it before the first run. */
export interface Shape {
	type?: string;
	properties?: Record<string, Shape | undefined>;
	items?: Shape;
}

/**
 * The places of a value that the schema does not know, or knows as something else. A schema that
 * says nothing of a place knows anything there.
 */
export function strangersIn(value: unknown, shape: Shape | undefined, place = ''): string[] {
	if (shape === undefined) return [place];
	if (shape.type === undefined) return [];
	if (Array.isArray(value)) {
		if (shape.type !== 'array') return [place];
		const { items } = shape;
		return items === undefined ? [] : value.flatMap((one) => strangersIn(one, items, `${place}[]`));
	}
	if (typeof value !== 'object' || value === null) {
		const fits =
			shape.type === typeof value || (shape.type === 'integer' && Number.isInteger(value));
		return fits ? [] : [place];
	}
	const { properties } = shape;
	if (shape.type !== 'object') return [place];
	if (properties === undefined) return [];
	return Object.entries(value).flatMap(([key, member]) =>
		member === undefined ? [] : strangersIn(member, properties[key], `${place}.${key}`),
	);
}
