import { pathsIn } from '../policy/compileText';
import type { Policy, Requirement } from '../policy/policy';
import type { CompiledCheck } from '../policy/checks/check';
import type { CompiledCondition } from '../policy/condition';

import { approverPaths } from './approvers';
import { fixerPaths } from './fixers';

interface Judging {
	requirement: Requirement;
	check: CompiledCheck;
	when: CompiledCondition | undefined;
}

/** The paths of everything that a policy judges or shows. */
export function pathsOf(policy: Policy, requirements: readonly Judging[]): Set<string> {
	const { record, sender, receiver } = policy;
	const paths = [record.id, record.title, record.url, sender.name, sender.email];
	const texts = [record.system, record.type, sender.team, receiver.team];
	const people = receiver.people.flatMap(({ name, email }) => [
		...pathsIn(name, 'text'),
		...pathsIn(email, 'path'),
	]);
	return new Set([
		...paths.flatMap((path) => pathsIn(path, 'path')),
		...texts.flatMap((text) => pathsIn(text, 'text')),
		...people,
		...fixerPaths(policy),
		...approverPaths(policy),
		...policy.packet.map(({ field }) => field),
		...judgedPaths(requirements),
	]);
}

/** The paths of everything that the requirements look at. */
export const judgedPaths = (requirements: readonly Judging[]): string[] =>
	requirements.flatMap(({ requirement, check, when }) => [
		requirement.field,
		...(check.reads ?? []),
		...(when?.reads ?? []),
	]);
