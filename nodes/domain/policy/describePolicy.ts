import type { ListEntry, MessageBlock, MessageDocument } from '../message/document';
import { sayExpectedOr } from './alsoAccepted';
import { compileCheck } from './checks/checks';
import { findContradictions } from './contradictions';
import { formatAllowance, formatAllowanceAndCutOff, type Allowance } from '../time/allowance';
import type { Target } from '../time/target';
import { USUAL_PLACEHOLDERS } from './missing';
import { formatCondition } from './formatCondition';
import { surroundingsOf, wholePolicy, type Policy, type Requirement } from './policy';
import { inEnglish } from '../language/sentence';

/**
 * Writes a policy as a card for both teams: what must hold, when, who fixes it, what the receiving
 * team sees and confirms, and what is wrong with the policy itself.
 *
 * @param absent what samples of its records do not hold, a sentence for each field
 */
export function describePolicy(policy: Policy, absent: readonly string[] = []): MessageDocument {
	const { requirements, placeholders } = policy;
	const blockers = requirements.filter(({ severity }) => severity === 'blocker');
	const warnings = requirements.filter(({ severity }) => severity === 'warning');
	const entryOf = (one: Requirement) => requirementEntry(one, policy);
	return {
		kind: 'alert',
		to: [],
		subject: `${policy.name || policy.id}, version ${policy.version}`,
		blocks: [
			{ kind: 'paragraph', text: introduce(policy) },
			...section('Handed over only when', handOverEntries(policy)),
			...section('This policy can never be met', findContradictions(policy).map(asEntry)),
			...section('Not found in the sample records', absent.map(asEntry)),
			...section('Must hold', blockers.map(entryOf)),
			...section('Good to have', warnings.map(entryOf)),
			...section('Counts as missing', [...USUAL_PLACEHOLDERS, ...placeholders].map(asEntry)),
			...section('May be waived', waiverEntries(policy)),
			...section(
				'The receiving team sees',
				policy.packet.map(({ label }) => asEntry(label)),
			),
			...section('The receiving team confirms', checklistEntries(policy)),
			...section('The receiving team may correct', correctableEntries(policy)),
			...section('Reasons to return it', reasonEntries(policy)),
			...section('Time allowed', Object.entries(policy.sla).map(targetEntry)),
		],
	};
}

const introduce = ({ record, sender, receiver }: Policy): string =>
	`What must hold before a ${record.type || 'record'} goes from ${sender.team || 'the sending team'} to ${receiver.team || 'the receiving team'}.`;

const asEntry = (text: string): ListEntry => ({ text });

const section = (text: string, entries: ListEntry[]): MessageBlock[] =>
	entries.length === 0
		? []
		: [
				{ kind: 'heading', text },
				{ kind: 'list', entries },
			];

function requirementEntry(requirement: Requirement, policy: Policy): ListEntry {
	const { label, field, check, when, fixer, howToFix, message } = requirement;
	const around = surroundingsOf(policy, field);
	const details = [
		`Field: ${field}`,
		when === undefined ? '' : `Only when ${formatCondition(when, around)}`,
		`Fixed by: ${formatFixer(fixer, policy)}`,
		howToFix === '' ? '' : `How to fix: ${howToFix}`,
		...formatMessages(message),
	];
	return {
		text: `${label}: ${inEnglish(sayExpectedOr(requirement, compileCheck(check, around).expected))}`,
		details: details.filter((line) => line !== ''),
	};
}

/** What people read when it is not met, in each language that the policy has. */
function formatMessages(message: Requirement['message']): string[] {
	if (message === undefined) return [];
	if (typeof message === 'string') return [`When not met: ${message}`];
	return Object.entries(message).map(([language, text]) => `When not met (${language}): ${text}`);
}

/** Who is of neither side is said with the address to which the fix list goes. */
function formatFixer(fixer: string, { fixers }: Policy): string {
	const known = Object.hasOwn(fixers, fixer) ? fixers[fixer] : undefined;
	return known === undefined ? fixer : `${known.name || fixer} (${known.email})`;
}

const handOverEntries = (policy: Policy): ListEntry[] =>
	policy.handOver === undefined
		? []
		: [asEntry(formatCondition(policy.handOver.when, wholePolicy(policy)))];

function waiverEntries({ waivers, requirements }: Policy): ListEntry[] {
	const { allowed, maxDays, approvers } = waivers;
	const details = [
		maxDays === undefined ? '' : `For at most ${maxDays} days`,
		approvers === undefined ? '' : `Approved by ${approvers.map(formatApprover).join(' or ')}`,
	].filter((line) => line !== '');
	return requirements
		.filter(({ id }) => allowed.includes(id))
		.map(({ label }) => ({ text: label, details }));
}

const formatApprover = (approver: string | { name: string; email: string }): string => {
	if (typeof approver === 'string') return approver;
	const { name, email } = approver;
	if (email === '') return `${name} (without an address nobody can ask)`;
	return name === '' ? email : `${name} (${email})`;
};

const checklistEntries = ({ acceptance }: Policy): ListEntry[] =>
	acceptance.checklist.map(({ label, required }) =>
		asEntry(required ? label : `${label} (optional)`),
	);

const correctableEntries = ({ acceptance, requirements, packet }: Policy): ListEntry[] =>
	(acceptance.correctable ?? []).map((field) =>
		asEntry([...requirements, ...packet].find((one) => one.field === field)?.label ?? field),
	);

const reasonEntries = ({ acceptance }: Policy): ListEntry[] =>
	acceptance.returnReasons.map(({ label, needsNote }) =>
		asEntry(needsNote ? `${label} (with a note)` : label),
	);

const targetEntry = ([name, { byPriority, ...target }]: [string, Target]): ListEntry => ({
	text: `To ${name}: ${formatAllowanceAndCutOff(target)}`,
	...(byPriority !== undefined && {
		details: [...minutesOf(byPriority.minutes), ...daysOf(byPriority.workingDays)].map(
			([value, own]) => `${formatAllowance(own)} when ${byPriority.field} is ${value}`,
		),
	}),
});

const minutesOf = (byValue: Record<string, number> = {}): Array<[string, Allowance]> =>
	Object.entries(byValue).map(([value, minutes]) => [value, { minutes }]);

const daysOf = (byValue: Record<string, number> = {}): Array<[string, Allowance]> =>
	Object.entries(byValue).map(([value, workingDays]) => [value, { workingDays }]);
