import type { INodeParameters, INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { z } from 'zod';
import type { Remark } from '../remark';
import type { ValueRule } from './valueRule';

const valuesSchema = z.custom<INodeParameters>(
	(value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

const wrongShape = (value: unknown): string =>
	`This takes a group of parameters, not ${JSON.stringify(value)}.`;

/** “Options” and the like: a free choice among parameters. */
export const lintCollection: ValueRule = (value, property, context) => {
	const isList = property.typeOptions?.multipleValues === true && Array.isArray(value);
	const values: unknown[] = isList ? value : [value];
	const properties = (property.options ?? []).filter(
		(option): option is INodeProperties => 'type' in option,
	);
	return values.flatMap((one, index): Remark[] => {
		const given = valuesSchema.safeParse(one);
		if (!given.success) {
			return [context.remark('wrong-kind-of-value', wrongShape(one), 'Use an object.')];
		}
		const at = isList ? `${context.at}[${index}]` : context.at;
		return context.descend({ properties, given: given.data, at, parentType: 'collection' });
	});
};

/** Lists of rows and named groups, such as the rules of a Switch. */
export const lintFixedCollection: ValueRule = (value, property, context) => {
	const groups = valuesSchema.safeParse(value);
	if (!groups.success) {
		return [context.remark('wrong-kind-of-value', wrongShape(value), 'Use an object.')];
	}
	const known = (property.options ?? []).filter(
		(option): option is INodePropertyCollection => 'values' in option,
	);
	return Object.entries(groups.data).flatMap(([name, rows]): Remark[] => {
		const group = known.find((one) => one.name === name);
		if (group === undefined) {
			const names = known.map((one) => one.name).join(', ');
			const message = `There is no group “${name}” here: n8n drops it.`;
			return [context.remark('unknown-group', message, `Use one of: ${names}.`)];
		}
		const isMany = property.typeOptions?.multipleValues === true;
		if (isMany !== Array.isArray(rows)) {
			const wanted = isMany ? 'a list of rows' : 'one group of parameters';
			const message = `“${name}” takes ${wanted}.`;
			return [context.remark('wrong-kind-of-value', message, `Use ${wanted}.`)];
		}
		return [rows].flat().flatMap((row: unknown, index): Remark[] => {
			const given = valuesSchema.safeParse(row);
			if (!given.success) {
				return [context.remark('wrong-kind-of-value', wrongShape(row), 'Use an object.')];
			}
			return context.descend({
				properties: group.values,
				given: given.data,
				at: `${context.at}.${name}${isMany ? `[${index}]` : ''}`,
				parentType: 'fixedCollection',
			});
		});
	});
};
