import type { z } from 'zod';
import { HandoffProblem } from '../domain/base/problem';
import { remedyOf } from '../domain/time/problemAt';

/** The part of n8n's context that gives parameters. */
export interface ParameterContext {
	getNodeParameter(
		name: string,
		itemIndex: number,
		fallback?: unknown,
		options?: { rawExpressions?: boolean },
	): unknown;
}

/**
 * Reads one parameter for one item and parses it.
 *
 * @param displayName the name as the user sees it in the panel, for the error
 * @throws HandoffProblem that names the parameter, the place in it, and what is expected there
 */
export function readParameter<Schema extends z.ZodTypeAny>(
	context: ParameterContext,
	parameter: { name: string; displayName: string; itemIndex: number },
	schema: Schema,
): z.output<Schema> {
	const value = context.getNodeParameter(parameter.name, parameter.itemIndex);
	const parsed = schema.safeParse(value);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const place = issue === undefined ? '' : placeOf(issue.path);
	throw new HandoffProblem(
		`“${parameter.displayName}”${place} cannot be used: ${issue?.message ?? 'unknown reason'}`,
		(issue && remedyOf(issue)) ??
			`Look at “${parameter.displayName}” in the node and correct the value.`,
	);
}

const placeOf = (path: ReadonlyArray<string | number>): string =>
	path.length === 0
		? ''
		: ` (${path
				.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
				.join('')
				.replace(/^\./, '')})`;
