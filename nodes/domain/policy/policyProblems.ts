import { HandoffProblem } from '../base/problem';
import { compileCheck } from './checks/checks';
import { compileCondition } from './condition';
import { fixerProblems } from './fixerProblems';
import { missingValues } from './missingValues';
import { formatPlace } from './explainIssue';
import { surroundingsOf, wholePolicy, type Policy } from './policy';

/** What a schema cannot see: what depends on several places, or shows only when compiled. */
export function problemsIn(policy: Policy): HandoffProblem[] {
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
		...missingValues(policy),
		...fixerProblems(policy),
		...unusedSources(policy),
		...unknownWaivers(policy),
		...namelessApprovers(policy),
		...unknownCorrectable(policy),
		...unknownCalendars(policy),
	];
}

function problemOf(
	policy: Policy,
	path: Array<string | number>,
	compile: () => unknown,
): HandoffProblem[] {
	const place = formatPlace(path, policy);
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

const namelessApprovers = ({ waivers: { approvers = [] } }: Policy): HandoffProblem[] =>
	approvers.flatMap((approver, index) => {
		const said = typeof approver === 'string' ? approver : approver.name + approver.email;
		if (said.trim() !== '') return [];
		const message = `waivers.approvers[${index}]: is nobody`;
		return [new HandoffProblem(message, 'Give an e-mail address, or remove it.')];
	});

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
