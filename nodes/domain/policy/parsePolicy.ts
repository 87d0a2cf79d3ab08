import { HandoffProblem } from '../base/problem';
import { compileCheck } from './checks/checks';
import { compileCondition } from './condition';
import { describePlace, explainIssue, type Explanation } from './explainIssue';
import { policySchema, surroundingsOf, wholePolicy, type Policy } from './policy';

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
		const parsed: unknown = JSON.parse(text);
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

/** What a schema cannot see: what depends on several places, or shows only when compiled. */
function problemsIn(policy: Policy): HandoffProblem[] {
	return [
		...repeatedIds(policy),
		...policy.requirements.flatMap(({ field, check, when }, index) => [
			...problemOf(policy, ['requirements', index, 'check'], () =>
				compileCheck(check, surroundingsOf(policy, field)),
			),
			...problemOf(
				policy,
				['requirements', index, 'when'],
				() => when && compileCondition(when, surroundingsOf(policy, field)),
			),
		]),
		...problemOf(
			policy,
			['handOver', 'when'],
			() => policy.handOver && compileCondition(policy.handOver.when, wholePolicy(policy)),
		),
		...unusedSources(policy),
		...unknownWaivers(policy),
		...unknownCorrectable(policy),
		...unknownCalendars(policy),
	];
}

function problemOf(
	policy: Policy,
	path: Array<string | number>,
	compile: () => unknown,
): HandoffProblem[] {
	const place = describePlace(path, policy);
	try {
		compile();
		return [];
	} catch (error) {
		const { message, remedy } =
			error instanceof HandoffProblem ? error : new HandoffProblem('cannot be used', 'Correct it.');
		return [new HandoffProblem(`${place}: ${message}`, remedy)];
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

/** A source that no requirement compares would look like a safeguard and be none. */
function unusedSources({ sources, requirements }: Policy): HandoffProblem[] {
	const compared = new Set(
		requirements.filter(({ check }) => check.kind === 'agrees').map(({ field }) => field),
	);
	return Object.keys(sources)
		.filter((field) => !compared.has(field))
		.map(
			(field) =>
				new HandoffProblem(
					`sources.${field}: is compared by no requirement`,
					'Add a requirement for this field with the check “agrees”, or remove the source.',
				),
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

/** Only what is judged or shown can be corrected: of another field nobody would see the value. */
function unknownCorrectable({ acceptance, requirements, packet }: Policy): HandoffProblem[] {
	const known = new Set([...requirements, ...packet].map(({ field }) => field));
	return (acceptance.correctable ?? [])
		.filter((field) => !known.has(field))
		.map(
			(field) =>
				new HandoffProblem(
					`acceptance.correctable: names “${field}”, which no requirement judges and the packet does not show`,
					'Write the field as in a requirement or in the packet, or remove it.',
				),
		);
}

function unknownCalendars({ receiver, calendars }: Policy): HandoffProblem[] {
	return receiver.people.flatMap(({ calendar }, index) =>
		calendar === undefined || Object.hasOwn(calendars, calendar)
			? []
			: [
					new HandoffProblem(
						`receiver.people[${index}].calendar: names “${calendar}”, which is none of the calendars`,
						'Write a name that stands under “calendars”, or add that calendar.',
					),
				],
	);
}
