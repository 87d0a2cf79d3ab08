import type { ReceiverPerson } from '../acceptance/receiverPerson';
import type { Agreed } from '../envelope';
import type { CompiledCheck } from '../policy/checks/check';
import { compileCheck } from '../policy/checks/checks';
import {
	compileAddress,
	compilePathOrText,
	compileText,
	pathsIn,
	type ReadText,
} from '../policy/compileText';
import { compileCondition, type CompiledCondition } from '../policy/condition';
import { compileMissing } from '../policy/missing';
import { policyDigest, surroundingsOf, type Policy, type Requirement } from '../policy/policy';
import type { Finding } from './verdict';
import { compileField, compilePath, type CompiledField, type ReadRecord } from '../record';

export interface CompiledRequirement extends CompiledField {
	requirement: Requirement;
	id: string;
	blocks: boolean;
	check: CompiledCheck;
	/** The finding when it is unmet, but for what is wrong with which value. */
	blank: Finding;
	when: CompiledCondition | undefined;
	fixUrl: ReadText | undefined;
}

/** A receiver; who it is may depend on the record, how they work does not. */
export interface CompiledPerson {
	name: ReadText;
	email: ReadText;
	habits: Pick<ReceiverPerson, 'calendar' | 'timezone' | 'language'>;
}

/** A policy made ready to judge any number of records. */
export interface CompiledPolicy {
	policy: Policy;
	digest: string;
	requirements: CompiledRequirement[];
	isMissing(value: unknown): boolean;
	record: Record<'system' | 'type' | 'id' | 'title' | 'url', ReadText> & { closedAt: ReadText };
	sender: Record<'team' | 'name' | 'email', ReadText>;
	receiver: { team: ReadText; people: CompiledPerson[] };
	packet: Array<{ label: string; field: string; read: ReadRecord }>;
	/** The requirements and their fields, as the envelope names them: the same for every record. */
	fields: Agreed['fields'];
	labels: ReadonlyMap<string, string>;
	/** Everything that is judged or shown, in a fixed order, for the digest. */
	judged: CompiledField[];
}

/** Compiles a policy once, so that each record costs only the work on its values. */
export function compilePolicy(policy: Policy): CompiledPolicy {
	const requirements = policy.requirements.map((requirement) =>
		compileRequirement(requirement, policy),
	);
	const { record, sender, receiver, packet } = policy;
	return {
		policy,
		digest: policyDigest(policy),
		requirements,
		isMissing: compileMissing(policy.placeholders),
		record: {
			system: compileText(record.system),
			type: compileText(record.type),
			id: compilePathOrText(record.id),
			title: compilePathOrText(record.title),
			url: compileAddress(record.url),
			closedAt: compilePathOrText(record.closedAt ?? ''),
		},
		sender: {
			team: compileText(sender.team),
			name: compilePathOrText(sender.name),
			email: compileAddress(sender.email),
		},
		receiver: {
			team: compileText(receiver.team),
			people: receiver.people.map(({ name, email, ...habits }) => ({
				name: compileText(name),
				email: compileAddress(email),
				habits,
			})),
		},
		packet: packet.map((entry) => ({ ...entry, read: compilePath(entry.field) })),
		fields: policy.requirements.map(({ id, field, label }) => ({ id, field, label })),
		labels: new Map(policy.requirements.map(({ id, label }) => [id, label])),
		judged: [...pathsOf(policy, requirements)].map(compileField),
	};
}

function compileRequirement(requirement: Requirement, policy: Policy): CompiledRequirement {
	const { field, when, fixUrl } = requirement;
	const around = surroundingsOf(policy, field);
	const check = compileCheck(requirement.check, around);
	// All have the same members in the same order: the loop over them is fastest so.
	return {
		requirement,
		id: requirement.id,
		blocks: requirement.severity === 'blocker',
		check,
		blank: blankFinding(requirement, check.expected),
		...compileField(field),
		when: when && compileCondition(when, around),
		fixUrl: fixUrl === undefined ? undefined : compileText(fixUrl),
	};
}

const blankFinding = (requirement: Requirement, expected: string): Finding => ({
	requirementId: requirement.id,
	label: requirement.label,
	field: requirement.field,
	check: requirement.check.kind,
	severity: requirement.severity,
	problem: '',
	seen: '',
	expected,
	fixer: requirement.fixer,
	howToFix: requirement.howToFix,
});

function pathsOf(policy: Policy, requirements: readonly CompiledRequirement[]): Set<string> {
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
		...policy.packet.map(({ field }) => field),
		...judgedPaths(requirements),
	]);
}

/** The paths of everything that the requirements look at. */
export const judgedPaths = (requirements: readonly CompiledRequirement[]): string[] =>
	requirements.flatMap(({ requirement, check, when }) => [
		requirement.field,
		...(check.reads ?? []),
		...(when?.reads ?? []),
	]);
