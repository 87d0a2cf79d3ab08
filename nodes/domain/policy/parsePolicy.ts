import { IANAZone } from 'luxon';
import { HandoffProblem } from '../problem';
import { compileCheck } from './checks/checks';
import { compileCondition } from './condition';
import { describePlace, explainIssue } from './explainIssue';
import { policySchema, type Policy } from './policy';

const MOST_TOLD = 5;

/**
 * Reads a policy, given as an object or as JSON text.
 *
 * @throws HandoffProblem that names each wrong place (`requirements[3] “Kick-off date”: …`) and how
 * to mend it: unknown settings and checks, repeated ids, patterns that can take very long, zones and
 * dates that do not exist, limits that contradict each other
 */
export function parsePolicy(input: unknown): Policy {
	const document = typeof input === 'string' ? parseJson(input) : input;
	const parsed = withinDepth(() => policySchema.safeParse(document));
	if (!parsed.success) {
		const told = parsed.error.issues.map((issue) => explainIssue(issue, document));
		throw joinProblems(told.map(({ message, remedy }) => new HandoffProblem(message, remedy)));
	}
	const problems = withinDepth(() => problemsIn(parsed.data));
	if (problems.length > 0) throw joinProblems(problems);
	return parsed.data;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new HandoffProblem(
			`the policy is not JSON: ${error instanceof Error ? error.message : String(error)}`,
			'Look for a missing comma, quote or bracket near that place.',
		);
	}
}

function withinDepth<Result>(read: () => Result): Result {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		throw new HandoffProblem('the policy is nested too deeply', 'Use fewer levels of “when”.');
	}
}

function joinProblems(problems: readonly HandoffProblem[]): HandoffProblem {
	const told = problems.slice(0, MOST_TOLD);
	const more = problems.length - told.length;
	const messages = told.map(({ message }) => message).join('; ');
	const remedies = [...new Set(told.map(({ remedy }) => remedy))].join(' ');
	return new HandoffProblem(more > 0 ? `${messages}; and ${more} more` : messages, remedies);
}

/** What a schema cannot see: what depends on several places, or shows only when compiled. */
function problemsIn(policy: Policy): HandoffProblem[] {
	return [
		...repeatedIds(policy),
		...policy.requirements.flatMap(({ check, when }, index) => [
			...problemOf(policy, ['requirements', index, 'check'], () => compileCheck(check)),
			...problemOf(policy, ['requirements', index, 'when'], () => when && compileCondition(when)),
		]),
		...unknownWaivers(policy),
		...unknownZones(policy),
	];
}

function problemOf(
	policy: Policy,
	path: Array<string | number>,
	compile: () => unknown,
): HandoffProblem[] {
	try {
		compile();
		return [];
	} catch (error) {
		if (!(error instanceof HandoffProblem)) throw error;
		const place = describePlace(path, policy);
		return [new HandoffProblem(`${place}: ${error.message}`, error.remedy)];
	}
}

function repeatedIds({ requirements, acceptance }: Policy): HandoffProblem[] {
	const lists: Array<[name: string, ids: string[]]> = [
		['requirements', requirements.map(({ id }) => id)],
		['acceptance.checklist', acceptance.checklist.map(({ id }) => id)],
		['acceptance.returnReasons', acceptance.returnReasons.map(({ code }) => code)],
	];
	return lists.flatMap(([name, ids]) =>
		ids.flatMap((id, index) => {
			const first = ids.indexOf(id);
			if (first === index) return [];
			const message = `${name}[${index}]: repeats the id “${id}” of ${name}[${first}]`;
			return [new HandoffProblem(message, 'Give each entry its own id.')];
		}),
	);
}

function unknownWaivers({ waivers, requirements }: Policy): HandoffProblem[] {
	const ids = new Set(requirements.map(({ id }) => id));
	return waivers.allowed
		.filter((id) => !ids.has(id))
		.map(
			(id) =>
				new HandoffProblem(
					`waivers.allowed: names “${id}”, which is no requirement of this policy`,
					'Name the id of a requirement, or remove it.',
				),
		);
}

function unknownZones({ calendars }: Policy): HandoffProblem[] {
	return Object.entries(calendars)
		.filter(([, { timezone }]) => !IANAZone.isValidZone(timezone))
		.map(
			([name, { timezone }]) =>
				new HandoffProblem(
					`calendars.${name}.timezone: “${timezone}” is not a time zone`,
					'Use an IANA name such as Europe/Berlin.',
				),
		);
}
