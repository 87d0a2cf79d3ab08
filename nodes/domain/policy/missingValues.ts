import { HandoffProblem } from '../base/problem';
import type { CheckSettings } from './checks/checks';
import type { Condition } from './condition';
import { formatPlace } from './explainIssue';
import { compileMissing } from './missing';
import type { Policy, Requirement } from './policy';

type Place = Array<string | number>;

/** A value that is asked for and where. */
interface Asked {
	value: unknown;
	place: Place;
}

/** Values that are asked for and can never be met, because the policy counts them as missing. */
export function missingValues(policy: Policy): HandoffProblem[] {
	const isMissing = compileMissing(policy.placeholders);
	const { handOver, requirements } = policy;
	const conditions = [
		...(handOver === undefined ? [] : inCondition(handOver.when, ['handOver', 'when'])),
		...requirements.flatMap(({ when }, index) =>
			when === undefined ? [] : inCondition(when, ['requirements', index, 'when']),
		),
	];
	const checks = requirements.flatMap((one, index) => inRequirement(one, index));
	const problems = (asked: Asked[], remedy: string) =>
		asked
			.filter(({ value }) => isMissing(value))
			.map(({ value, place }) => neverMet(formatPlace(place, policy), value, remedy));
	return [
		...problems(checks, 'Write it under “alsoAccepted” of the requirement, or remove it.'),
		...problems(conditions, 'Ask with “present”: false for what is missing, or remove it.'),
	];
}

const neverMet = (place: string, value: unknown, remedy: string): HandoffProblem =>
	new HandoffProblem(`${place}: “${String(value)}” counts as missing and is never found`, remedy);

function inRequirement({ check, alsoAccepted = [] }: Requirement, index: number): Asked[] {
	const accepted = alsoAccepted.map((word) => word.toLowerCase());
	return inCheck(check, ['requirements', index, 'check']).filter(
		({ value }) => !accepted.includes(String(value).toLowerCase()),
	);
}

function inCheck(check: CheckSettings, place: Place): Asked[] {
	if (check.kind === 'oneOf') {
		return check.values.map((value, index) => ({ value, place: [...place, 'values', index] }));
	}
	if (check.kind !== 'list') return [];
	return (['each', 'any'] as const).flatMap((which) => {
		const entry = check[which];
		return entry === undefined ? [] : inCheck(entry.check, [...place, which, 'check']);
	});
}

function inCondition(condition: Condition, place: Place): Asked[] {
	const { all = [], any = [], not, equals, hasEntry, oneOf = [], check } = condition;
	const parts = (name: 'all' | 'any', list: readonly Condition[]) =>
		list.flatMap((part, index) => inCondition(part, [...place, name, index]));
	return [
		...parts('all', all),
		...parts('any', any),
		...(not === undefined ? [] : inCondition(not, [...place, 'not'])),
		...(equals === undefined ? [] : [{ value: equals, place: [...place, 'equals'] }]),
		...(hasEntry === undefined ? [] : [{ value: hasEntry, place: [...place, 'hasEntry'] }]),
		...oneOf.map((value, index) => ({ value, place: [...place, 'oneOf', index] })),
		...(check === undefined ? [] : inCheck(check, [...place, 'check'])),
	];
}
