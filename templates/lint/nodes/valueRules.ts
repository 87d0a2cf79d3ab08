import {
	isExpression,
	type INodeProperties,
	type INodePropertyOptions,
	type NodePropertyTypes,
} from 'n8n-workflow';
import { placeholdersIn } from '../file/textsIn';
import type { Remark } from '../remark';
import { lintCollection, lintFixedCollection } from './groupRules';
import { lintFilter, lintJson, lintLocator, lintMapper } from './documentRules';
import type { ValueContext, ValueRule } from './valueRule';

/** What each type of parameter takes; a type that is not listed takes anything. */
const VALUE_RULES: Partial<Record<NodePropertyTypes, ValueRule>> = {
	boolean: ofType('boolean'),
	number: ofType('number'),
	string: ofType('string'),
	dateTime: ofType('string'),
	color: ofType('string'),
	options: (value, property, context) => lintOption(value, property, context),
	multiOptions: (value, property, context) =>
		Array.isArray(value)
			? value.flatMap((one: unknown) => lintOption(one, property, context))
			: [wrongKind(context, 'a list', value)],
	collection: lintCollection,
	fixedCollection: lintFixedCollection,
	resourceLocator: lintLocator,
	workflowSelector: lintLocator,
	resourceMapper: lintMapper,
	filter: lintFilter,
	json: lintJson,
};

/** Checks one value against the parameter that n8n shows for it. */
export function lintValue(
	value: unknown,
	property: INodeProperties,
	context: ValueContext,
): Remark[] {
	if (isExpression(value)) {
		if (property.noDataExpression !== true) return [];
		const message = 'n8n takes this as plain text: the parameter allows no expression.';
		return [context.remark('no-expression-here', message, 'Enter a fixed value.')];
	}
	return VALUE_RULES[property.type]?.(value, property, context) ?? [];
}

type Primitive = 'boolean' | 'number' | 'string';

function ofType(type: Primitive): ValueRule {
	return (value, property, context) => {
		const isList = property.typeOptions?.multipleValues === true && Array.isArray(value);
		const values: unknown[] = isList ? value : [value];
		return values
			.filter((one) => typeof one !== type && !isTolerated(one, type) && one !== property.default)
			.map((one) => wrongKind(context, `a ${type}`, one));
	};
}

/** A placeholder may stand for anything; n8n itself turns numbers into text and back. */
function isTolerated(value: unknown, type: Primitive): boolean {
	if (isExpression(value)) return true;
	if (typeof value === 'string' && placeholdersIn(value).length > 0) return true;
	if (type === 'string') return typeof value === 'number';
	return type === 'number' && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
}

const wrongKind = (context: ValueContext, wanted: string, value: unknown): Remark =>
	context.remark(
		'wrong-kind-of-value',
		`This takes ${wanted}, not ${JSON.stringify(value) ?? 'nothing'}.`,
		`Enter ${wanted}.`,
	);

function lintOption(value: unknown, property: INodeProperties, context: ValueContext): Remark[] {
	const { loadOptionsMethod, loadOptions } = property.typeOptions ?? {};
	const isLoaded = loadOptionsMethod !== undefined || loadOptions !== undefined;
	if (isLoaded || property.options === undefined || value === property.default) return [];
	const known = property.options
		.filter((option): option is INodePropertyOptions => 'value' in option)
		.filter(context.isShown)
		.map((option) => option.value);
	if (known.some((one) => one === value)) return [];
	const message = `${JSON.stringify(value)} is not one of the options here.`;
	return [context.remark('unknown-option', message, `Use one of: ${known.join(', ')}.`)];
}
