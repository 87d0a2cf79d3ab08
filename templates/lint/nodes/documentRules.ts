import { isExpression } from 'n8n-workflow';
import { z } from 'zod';
import type { ValueRule } from './valueRule';

const locatorSchema = z.object({ __rl: z.literal(true), mode: z.string(), value: z.unknown() });

/** A choice from a list, by id, by name or by address. */
export const lintLocator: ValueRule = (value, property, context) => {
	const locator = locatorSchema.safeParse(value);
	if (!locator.success) {
		const message = 'This takes a locator: { "__rl": true, "mode": "…", "value": "…" }.';
		return [context.remark('broken-locator', message, 'Choose the value again in the editor.')];
	}
	const { mode, value: chosen } = locator.data;
	const known = property.modes?.find(({ name }) => name === mode);
	if (known === undefined && property.modes !== undefined) {
		const names = property.modes.map(({ name }) => name).join(', ');
		const message = `“${mode}” is not a way to choose this.`;
		return [context.remark('unknown-locator-mode', message, `Use one of: ${names}.`)];
	}
	if (typeof chosen === 'object' && chosen !== null) {
		const message = 'The value of a locator is a text.';
		return [context.remark('broken-locator', message, 'Choose the value again in the editor.')];
	}
	return [];
};

const mapperSchema = z.object({
	mappingMode: z.enum(['defineBelow', 'autoMapInputData']),
	value: z.record(z.unknown()).nullable().optional(),
});

/** Which column gets which value. */
export const lintMapper: ValueRule = (value, _property, context) => {
	if (mapperSchema.safeParse(value).success) return [];
	const message = 'This takes a mapping: { "mappingMode": "defineBelow", "value": { … } }.';
	return [context.remark('wrong-kind-of-value', message, 'Map the columns again in the editor.')];
};

const OPERAND_TYPES = [
	'string',
	'number',
	'boolean',
	'dateTime',
	'array',
	'object',
	'any',
] as const;
const filterSchema = z.object({
	conditions: z.array(
		z.object({
			leftValue: z.unknown(),
			operator: z.object({ type: z.enum(OPERAND_TYPES), operation: z.string().min(1) }),
		}),
	),
	combinator: z.enum(['and', 'or']).optional(),
});

/** The conditions of If, Switch and Filter. */
export const lintFilter: ValueRule = (value, _property, context) => {
	const filter = filterSchema.safeParse(value);
	return (filter.error?.issues ?? []).map(({ path, message }) =>
		context.remark(
			'broken-filter',
			`The condition cannot be read at ${path.join('.') || 'its top'}: ${message}.`,
			'Enter the condition again in the editor.',
		),
	);
};

/** JSON that is typed into the node. */
export const lintJson: ValueRule = (value, _property, context) => {
	if (typeof value !== 'string' || value === '' || isExpression(value)) return [];
	try {
		JSON.parse(value);
		return [];
	} catch (error) {
		const message = `This is not JSON: ${error instanceof Error ? error.message : String(error)}.`;
		const remedy = 'Look for a missing comma, quote or bracket near that place.';
		return [context.remark('broken-json', message, remedy)];
	}
};
