import { NodeHelpers, type INodeProperties, type INodePropertyOptions } from 'n8n-workflow';
import { remark, type Remark } from '../remark';
import type { Subject } from './subject';
import type { Level, ValueContext } from './valueRule';
import { lintValue } from './valueRules';

/** Every parameter of a node, against its description, shown or hidden exactly as n8n decides. */
export const lintParameters = (subject: Subject): Remark[] =>
	lintLevel({
		subject,
		properties: subject.description.properties,
		given: subject.node.parameters,
		at: 'parameters',
	});

function lintLevel(level: Level): Remark[] {
	const isShown = visibilityIn(level);
	return [...lintGiven(level, isShown), ...lintRequired(level, isShown)];
}

/** n8n gives this one to nodes that describe their requests; the descriptions do not have it. */
const ADDED_BY_N8N = 'requestOptions';

type Visibility = (property: INodeProperties | INodePropertyOptions) => boolean;

function visibilityIn({ subject, properties, given, parentType }: Level): Visibility {
	const { asNode, description, effective } = subject;
	const options = {
		onlySimpleTypes: true,
		dataIsResolved: true,
		nodeValuesRoot: effective,
		...(parentType === undefined ? {} : { parentType }),
	};
	const scope =
		NodeHelpers.getNodeParameters(properties, given, true, true, asNode, description, options) ??
		{};
	return (property) =>
		NodeHelpers.displayParameter(scope, property, asNode, description, effective);
}

function lintGiven(level: Level, isShown: Visibility): Remark[] {
	return Object.entries(level.given).flatMap(([key, value]) => {
		const at = `${level.at}.${key}`;
		const candidates = level.properties.filter(({ name }) => name === key);
		if (candidates.length === 0) {
			return key === ADDED_BY_N8N ? [] : [unknownParameter(level, at, isShown)];
		}
		const property = candidates.find(isShown);
		if (property === undefined) return [hiddenParameter(level, at)];
		return lintValue(value, property, contextOf(level, at, isShown));
	});
}

const contextOf = (level: Level, at: string, isShown: Visibility): ValueContext => ({
	at,
	remark: (rule, message, remedy) =>
		remark(rule, { node: level.subject.node.name, at, message, remedy }),
	isShown,
	descend: (below) => lintLevel({ subject: level.subject, ...below }),
});

const MOST_NAMED = 12;

function unknownParameter(level: Level, at: string, isShown: Visibility): Remark {
	const names = [...new Set(level.properties.filter(isShown).map(({ name }) => name))];
	const { node } = level.subject;
	return remark('unknown-parameter', {
		node: node.name,
		at,
		message: `${node.type} ${node.typeVersion} has no such parameter here: n8n drops it.`,
		remedy: `Remove it, or use one of: ${names.slice(0, MOST_NAMED).join(', ')}.`,
	});
}

const hiddenParameter = ({ subject }: Level, at: string): Remark =>
	remark('hidden-parameter', {
		node: subject.node.name,
		at,
		message: 'n8n does not show this parameter with the other choices of this node, and drops it.',
		remedy: 'Remove it, or change the choice (resource, operation, mode) that hides it.',
	});

function lintRequired(level: Level, isShown: Visibility): Remark[] {
	return level.properties
		.filter((property) => property.required === true && isShown(property))
		.filter((property) => isEmpty(level.given[property.name] ?? property.default))
		.map((property) =>
			remark('missing-value', {
				node: level.subject.node.name,
				at: `${level.at}.${property.name}`,
				message: `“${property.displayName}” must have a value.`,
				remedy: 'Fill it, or write <__PLACEHOLDER_VALUE__what to choose__> for whoever imports it.',
			}),
		);
}

function isEmpty(value: unknown): boolean {
	if (value === undefined || value === null || value === '') return true;
	if (Array.isArray(value)) return value.length === 0;
	return typeof value === 'object' && 'mode' in value && 'value' in value && isEmpty(value.value);
}
