import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodeTypeDescription,
} from 'n8n-workflow';
import { z } from 'zod';
import type { Instant } from '../domain/base/instant';
import { HandoffProblem } from '../domain/base/problem';
import { toNodeError } from './nodeErrors';
import { readParameter, type ParameterContext } from './readParameter';

/** One thing that a node can do, with all that n8n has to know of it. */
export interface Operation {
	/** What the parameter “Operation” holds. */
	value: string;
	outputs: Outputs;
	/** Handles all items as of one moment; gives the items of each output, in their order. */
	run: (context: IExecuteFunctions, now: Instant) => Promise<INodeExecutionData[][]>;
}

/** An operation that people choose in the panel. */
export interface ListedOperation extends Operation {
	name: string;
	/** As n8n's list of nodes says it. */
	action: string;
	description: string;
	/** What stands below the node on the canvas: text, or an expression of n8n. */
	subtitle: string;
}

/** The names of the outputs in their order, or those for each value of a parameter they depend on. */
export type Outputs =
	readonly string[] | { parameter: string; byValue: Readonly<Record<string, readonly string[]>> };

type Expression = Extract<INodeTypeDescription['outputs'], string>;

/** The parameter by which people choose an operation, listed by name. */
export const operationProperty = (
	operations: readonly ListedOperation[],
	{ value: chosen }: ListedOperation,
): INodeProperties => ({
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: operations.map(({ name, value, action, description }) => ({
		name,
		value,
		action,
		description,
	})),
	default: chosen,
});

/** The outputs as n8n draws them: an expression, because they depend on the operation. */
export const outputsExpression = (operations: readonly Operation[]): Expression =>
	`={{ ${byOperation(operations, ({ outputs }) => writeOutputs(outputs))}.map((displayName) => ({ type: "main", displayName })) }}`;

/** The line below the node on the canvas. */
export const subtitleExpression = (operations: readonly ListedOperation[]): Expression =>
	`={{ ${byOperation(operations, ({ subtitle }) => writeText(subtitle))} }}`;

function byOperation<Kind extends Operation>(
	operations: readonly Kind[],
	write: (operation: Kind) => string,
): string {
	return choiceOf(
		'operation',
		operations.map((operation) => [operation.value, write(operation)]),
	);
}

const writeOutputs = (outputs: Outputs): string =>
	'byValue' in outputs
		? choiceOf(
				outputs.parameter,
				Object.entries(outputs.byValue).map(([value, names]) => [value, JSON.stringify(names)]),
			)
		: JSON.stringify(outputs);

/** An expression stands as it is; any other text is quoted. */
const writeText = (text: string): string =>
	/^=\{\{(.*)\}\}$/s.exec(text)?.[1]?.trim() ?? JSON.stringify(text);

/** What an expression gives by the value of a parameter. */
const choiceOf = (parameter: string, cases: ReadonlyArray<readonly [string, string]>): string =>
	`({${cases.map(([value, code]) => `${JSON.stringify(value)}:${code}`).join(',')}})[$parameter[${JSON.stringify(parameter)}]]`;

/**
 * Runs the chosen operation on all items of an execution.
 *
 * @throws the error that n8n shows on the node
 */
export async function runOperation(
	context: IExecuteFunctions,
	operations: readonly Operation[],
): Promise<INodeExecutionData[][]> {
	try {
		return await chosenOperation(context, operations).run(context, Date.now());
	} catch (thrown) {
		throw toNodeError(context.getNode(), thrown);
	}
}

function chosenOperation(context: ParameterContext, operations: readonly Operation[]): Operation {
	const field = { name: 'operation', displayName: 'Operation', itemIndex: 0 };
	const chosen = readParameter(context, field, z.string());
	const operation = operations.find(({ value }) => value === chosen);
	if (operation !== undefined) return operation;
	throw new HandoffProblem(
		`The node has no operation “${chosen}”`,
		'Open the node and choose an operation.',
	);
}
