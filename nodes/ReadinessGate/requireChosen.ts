import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';
import { isObject } from '../domain/base/isObject';
import { HandoffProblem } from '../domain/base/problem';

/** What a template leaves to be chosen, as n8n marks it in the parameters of a node. */
const PLACEHOLDER = /<__PLACEHOLDER_VALUE__(.+?)__>/g;

interface Named {
	name: string;
	parameters?: INodeParameters;
}

/**
 * Stops before anything is kept or told as long as a node of this flow holds what a template left to
 * be chosen: before the gate, after it, or on another way from the same beginning.
 *
 * @throws HandoffProblem that lists what is still to choose, and in which nodes
 */
export function requireChosen(context: IExecuteFunctions): void {
	const left = nodesAround(context).flatMap(({ name, parameters }) =>
		placeholdersIn(parameters).map((what) => `${name}: ${what}`),
	);
	if (left.length === 0) return;
	throw new HandoffProblem(
		`Still to choose. ${[...new Set(left)].join(' · ')}`,
		'Open these nodes and choose; nothing was kept and nobody was told.',
	);
}

/** The gate, what leads to it, and whatever these lead to, each once. */
function nodesAround(context: IExecuteFunctions): Named[] {
	const gate = context.getNode();
	const options = { includeNodeParameters: true };
	const upstream: Named[] = [gate, ...context.getParentNodes(gate.name, options)];
	const all = [
		...upstream,
		...upstream.flatMap(({ name }): Named[] => context.getChildNodes(name, options)),
	];
	return [...new Map(all.map((node) => [node.name, node])).values()];
}

function placeholdersIn(value: unknown): string[] {
	if (typeof value === 'string') {
		return [...value.matchAll(PLACEHOLDER)].map(([, what = '']) => what);
	}
	if (Array.isArray(value)) return value.flatMap(placeholdersIn);
	return isObject(value) ? Object.values(value).flatMap(placeholdersIn) : [];
}
