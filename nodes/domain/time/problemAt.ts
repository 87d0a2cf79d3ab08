import { z } from 'zod';
import { HandoffProblem } from '../base/problem';

const customParamsSchema = z.object({ remedy: z.string() });

/** Adds an issue that carries its own remedy. */
export function refuse(context: z.RefinementCtx, message: string, remedy: string): void {
	context.addIssue({ code: z.ZodIssueCode.custom, message, params: { remedy } });
}

/**
 * Turns the first thing zod found into a sentence about a place and a remedy.
 *
 * @param example the remedy for an issue without its own: what the value looks like
 */
export function problemAt(place: string, { issues }: z.ZodError, example: string): HandoffProblem {
	const [issue] = issues;
	if (!issue) return new HandoffProblem(`${place} cannot be read`, example);
	const where = issue.path.reduce<string>(
		(path, step) => (typeof step === 'number' ? `${path}[${step}]` : `${path}.${step}`),
		place,
	);
	return new HandoffProblem(`${where}: ${sentenceOf(issue)}`, remedyOf(issue) ?? example);
}

/** Says of a problem that comes up in a work where that is, in the user's words. */
export function withPlace<Result>(place: string, work: () => Result): Result {
	try {
		return work();
	} catch (thrown) {
		return failAt(place, thrown);
	}
}

function failAt(place: string, thrown: unknown): never {
	const { message, remedy } = asProblem(thrown);
	throw new HandoffProblem(`${place}: ${message}`, remedy);
}

/** What was thrown, when it is a problem of the user's; anything else is thrown on. */
export function asProblem(thrown: unknown): HandoffProblem {
	if (thrown instanceof HandoffProblem) return thrown;
	throw thrown;
}

function sentenceOf(issue: z.ZodIssue): string {
	if (issue.code === z.ZodIssueCode.invalid_type) {
		return issue.received === 'undefined'
			? 'is missing'
			: `must be ${NAMES[issue.expected] ?? issue.expected}, not ${NAMES[issue.received] ?? issue.received}`;
	}
	if (issue.code === z.ZodIssueCode.too_small && issue.type === 'number') {
		return 'must be more than 0';
	}
	if (issue.code === z.ZodIssueCode.too_small || issue.code === z.ZodIssueCode.too_big) {
		return 'must have exactly a start and an end';
	}
	return issue.message;
}

/** What an issue itself says can be done about it. */
export function remedyOf(issue: z.ZodIssue): string | undefined {
	if (issue.code === z.ZodIssueCode.unrecognized_keys) {
		return `Correct the spelling of "${issue.keys[0] ?? ''}" or remove it.`;
	}
	const params = customParamsSchema.safeParse('params' in issue ? issue.params : undefined);
	return params.success ? params.data.remedy : undefined;
}

const NAMES: Partial<Record<string, string>> = {
	array: 'a list',
	object: 'an object',
	string: 'text',
	number: 'a number',
	boolean: 'true or false',
	null: 'empty',
};
