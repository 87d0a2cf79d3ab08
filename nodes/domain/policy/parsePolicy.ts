import { HandoffProblem } from '../base/problem';
import { explainIssue, type Explanation } from './explainIssue';
import { policySchema, type Policy } from './policy';
import { problemsIn } from './policyProblems';

const MOST_TOLD = 5;

/**
 * Reads a policy, given as an object or as JSON text.
 *
 * @throws HandoffProblem that names each wrong place (`requirements[3] “Kick-off date”: …`) and how
 * to mend it: unknown settings and checks, repeated ids, patterns that can take very long, zones and
 * dates that do not exist, limits that contradict each other
 */
export function parsePolicy(input: unknown): Policy {
	const read = readPolicy(input);
	if (read instanceof HandoffProblem) throw read;
	return read;
}

function readPolicy(input: unknown): Policy | HandoffProblem {
	const document = withoutEditorKey(typeof input === 'string' ? readJson(input) : input);
	if (document instanceof HandoffProblem) return document;
	try {
		const parsed = policySchema.safeParse(document);
		const problems = parsed.success
			? problemsIn(parsed.data)
			: parsed.error.issues.map((issue) => explainIssue(issue, document));
		return parsed.success && problems.length === 0 ? parsed.data : joinProblems(problems);
	} catch (error) {
		const deep = error instanceof RangeError;
		return new HandoffProblem(
			`the policy cannot be read${deep ? ': it is nested too deeply' : ''}`,
			'Use fewer levels of “all”, “any” and “not” in “when”.',
		);
	}
}

function readJson(text: string): unknown {
	try {
		// Some editors begin a file with a byte order mark, which JSON does not know.
		const parsed: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
		return parsed;
	} catch (error) {
		return new HandoffProblem(
			`the policy is not JSON: ${error instanceof Error ? error.message : String(error)}`,
			'Look for a missing comma, quote or bracket near that place.',
		);
	}
}

/** `$schema` tells editors how to help with a file; it says nothing about the policy. */
function withoutEditorKey(document: unknown): unknown {
	if (typeof document !== 'object' || document === null || !('$schema' in document))
		return document;
	return Object.fromEntries(Object.entries(document).filter(([key]) => key !== '$schema'));
}

function joinProblems(problems: readonly Explanation[]): HandoffProblem {
	const told = problems.slice(0, MOST_TOLD);
	const more = problems.length - told.length;
	const messages = told.map(({ message }) => message).join('; ');
	const remedies = [...new Set(told.map(({ remedy }) => remedy))].join(' ');
	return new HandoffProblem(more > 0 ? `${messages}; and ${more} more` : messages, remedies);
}
