import type { Agreed, Handoff } from '../handoff/envelope';
import type { CompiledCheck } from '../policy/checks/check';
import { compileAlsoAccepted, sayExpectedOr } from '../policy/alsoAccepted';
import { compileCheck } from '../policy/checks/checks';
import {
	compileAddress,
	compileId,
	compilePathOrText,
	compileText,
	type ReadText,
} from '../policy/compileText';
import { compileCondition, type CompiledCondition } from '../policy/condition';
import { compilePerson } from '../policy/mailbox';
import { compileMissing } from '../policy/missing';
import {
	policyDigest,
	surroundingsOf,
	wholePolicy,
	type Policy,
	type Requirement,
} from '../policy/policy';
import { resolveReceiver, isFixedReceiver, type CompiledReceiver } from './resolveReceiver';
import { compileFixers, type CompiledFixer } from './fixers';
import { compileApprovers, type CompiledApprover } from './approvers';
import { pathsOf } from './policyPaths';
import type { Finding } from '../handoff/verdict';
import { makeFindingTemplate } from './makeFinding';
import { compileField, type CompiledField } from '../base/record';
import { compilePacket, compileTitle, describeFields, type CompiledLine } from './packet';

export interface CompiledRequirement extends CompiledField {
	requirement: Requirement;
	id: string;
	blocks: boolean;
	check: CompiledCheck;
	/** Whether a value is a word that the policy takes for an answer all the same. */
	alsoAccepts: ((value: unknown) => boolean) | undefined;
	/** The finding when it is unmet, but for what is wrong with which value. */
	findingTemplate: Finding;
	when: CompiledCondition | undefined;
	fixUrl: ReadText | undefined;
}

/** A policy made ready to judge any number of records. */
export interface CompiledPolicy {
	policy: Policy;
	digest: string;
	requirements: CompiledRequirement[];
	isMissing(value: unknown): boolean;
	/** Whether a record is to be handed over at all; absent when all are. */
	handOver: CompiledCondition | undefined;
	record: Record<'system' | 'type' | 'id' | 'title' | 'url', ReadText> & { closedAt: ReadText };
	sender: Record<'team' | 'name' | 'email', ReadText>;
	receiver: CompiledReceiver;
	fixers: CompiledFixer[];
	/** Who may approve exceptions; undefined where anybody may. */
	approvers: CompiledApprover[] | undefined;
	/** The receiver when it is the same for every record. */
	fixedReceiver: Handoff['receiver'] | undefined;
	/** The policy as the envelope names it. */
	reference: Handoff['policy'];
	packet: CompiledLine[];
	/** The requirements and their fields, as the envelope names them: the same for every record. */
	fields: Agreed['fields'];
	/** Everything that is judged or shown, in a fixed order, for the digest. */
	judged: CompiledField[];
}

/** Compiles a policy once, so that each record costs only the work on its values. */
export function compilePolicy(policy: Policy): CompiledPolicy {
	const requirements = policy.requirements.map((requirement) =>
		compileRequirement(requirement, policy),
	);
	const { sender } = policy;
	const digest = policyDigest(policy);
	const receiver = compileReceiver(policy);
	return {
		policy,
		digest,
		reference: { id: policy.id, name: policy.name || policy.id, version: policy.version, digest },
		requirements,
		isMissing: compileMissing(policy.placeholders),
		handOver:
			policy.handOver &&
			compileCondition(policy.handOver.when, wholePolicy(policy), { is: undefined }),
		record: compileRecord(policy),
		sender: {
			team: compileText(sender.team),
			...compilePerson({ name: compilePathOrText(sender.name), email: sender.email }),
		},
		receiver,
		fixers: compileFixers(policy),
		approvers: compileApprovers(policy),
		fixedReceiver: isFixedReceiver(policy) ? resolveReceiver(receiver, undefined) : undefined,
		packet: compilePacket(policy),
		fields: describeFields(policy),
		judged: [...pathsOf(policy, requirements)].map(compileField),
	};
}

/**
 * The same policy with a copy of all that handoffs carry of it, so that who changes a handoff
 * changes nothing for those who use the policy later.
 */
export const withOwnData = (compiled: CompiledPolicy): CompiledPolicy => ({
	...compiled,
	policy: structuredClone(compiled.policy),
	reference: { ...compiled.reference },
	requirements: compiled.requirements.map((one) => ({
		...one,
		findingTemplate: structuredClone(one.findingTemplate),
	})),
	fields: structuredClone(compiled.fields),
	fixedReceiver: structuredClone(compiled.fixedReceiver),
});

const compileRecord = ({ record }: Policy): CompiledPolicy['record'] => ({
	system: compileText(record.system),
	type: compileText(record.type),
	id: compileId(record.id),
	title: compileTitle(record.title),
	url: compileAddress(record.url),
	closedAt: compilePathOrText(record.closedAt ?? ''),
});

const compileReceiver = ({ receiver: { team, people } }: Policy): CompiledReceiver => ({
	team: compileText(team),
	people: people.map(({ name, email, ...personalSettings }) => ({
		...compilePerson({ name: compileText(name), email }),
		personalSettings,
	})),
});

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
		alsoAccepts: compileAlsoAccepted(requirement),
		findingTemplate: makeFindingTemplate(requirement, sayExpectedOr(requirement, check.expected)),
		...compileField(field),
		when: when && compileCondition(when, around),
		fixUrl: fixUrl === undefined ? undefined : compileText(fixUrl),
	};
}
