import { formatInstant, type Instant } from '../instant';
import type { EarlierAttempt } from '../ledger/earlierAttempt';
import { displayText } from '../policy/displayText';
import type { CheckContext } from '../policy/checks/check';
import { compareAttempts } from './compareAttempts';
import type { CompiledPolicy, CompiledRequirement } from './compilePolicy';
import { fingerprint } from './fingerprint';
import type { Finding, Mode, Verdict, Waiver } from './verdict';
import { verifyProposals } from './verifyProposals';
import { judgeWaivers } from './waive';

/** The finding of a record that the policy cannot tell from others. It can never be waived. */
export const NO_RECORD_ID = 'record.id';

const MOST_SEEN = 200;

export interface Evaluation {
	now: Instant;
	mode: Mode;
	/** Waivers as they came in; what is not a valid waiver is refused and told. */
	waivers?: unknown;
	/** Values that somebody or a model proposes, with the words they come from. */
	proposals?: unknown;
	/** Where the handoff stood before, when it has been at the gate before. */
	previous?: EarlierAttempt;
}

/**
 * Judges one record against a policy: all findings at once. Ready means that no blocker is unmet
 * without a valid waiver; the mode does not change that. The record is only read.
 *
 * Whatever the record holds, a verdict comes out: a value that cannot be judged is a finding.
 */
export function evaluateReadiness(
	compiled: CompiledPolicy,
	record: unknown,
	{ now, mode, waivers, proposals, previous }: Evaluation,
): Verdict {
	const context: CheckContext = { record, now, isMissing: compiled.isMissing };
	const judged = judgeWaivers(waivers, compiled.policy.waivers, now);
	const { applying, unmet } = collectFindings(compiled, context, judged.valid);
	const findings = [...identityFindings(compiled, record), ...unmet];
	const digest = fingerprint(
		compiled.digest,
		compiled.judged.map((read) => read(record)),
	);
	const open = openRequirements(findings);
	return {
		ready: findings.every(({ severity, waiver }) => severity !== 'blocker' || waiver !== undefined),
		mode,
		score: applying === 0 ? 100 : Math.floor(((applying - unmet.length) / applying) * 100),
		findings,
		waivers: findings.flatMap(({ waiver }) => (waiver === undefined ? [] : [waiver])),
		refusedWaivers: judged.refused,
		proposals: verifyProposals(proposals, record),
		digest,
		...(previous !== undefined && { changedSince: compareAttempts(previous, { digest, open }) }),
		evaluatedAt: formatInstant(now),
	};
}

function collectFindings(
	{ requirements }: CompiledPolicy,
	context: CheckContext,
	waivers: ReadonlyMap<string, Waiver>,
): { applying: number; unmet: Finding[] } {
	const unmet: Finding[] = [];
	let applying = 0;
	for (const requirement of requirements) {
		if (!applies(requirement, context)) continue;
		applying += 1;
		const problem = judge(requirement, context);
		if (problem === undefined) continue;
		const waiver = waivers.get(requirement.requirement.id);
		unmet.push(describeFinding(requirement, context, { problem, waiver }));
	}
	return { applying, unmet };
}

/**
 * Whether the record goes on: when it is ready, or when the gate only warns or watches. A record
 * without an id stays in every mode, since nothing could be traced to it later.
 */
export const letsPass = ({ ready, mode, findings }: Verdict): boolean =>
	ready ||
	(mode !== 'enforce' && findings.every(({ requirementId }) => requirementId !== NO_RECORD_ID));

/** The requirements that are not met and not waived, blockers and warnings. */
export const openRequirements = (findings: readonly Finding[]): string[] =>
	findings.filter(({ waiver }) => waiver === undefined).map(({ requirementId }) => requirementId);

/** A condition that cannot be judged does not free a record from its requirement. */
function applies({ when }: CompiledRequirement, context: CheckContext): boolean {
	try {
		return when === undefined || when.holds(context);
	} catch {
		return true;
	}
}

function judge({ check, read }: CompiledRequirement, context: CheckContext): string | undefined {
	try {
		const value = read(context.record);
		return context.isMissing(value) ? 'is missing' : check.judge(value, context);
	} catch {
		return 'cannot be read';
	}
}

function describeFinding(
	{ requirement, check, read, fixUrl }: CompiledRequirement,
	{ record }: CheckContext,
	{ problem, waiver }: { problem: string; waiver: Waiver | undefined },
): Finding {
	return {
		requirementId: requirement.id,
		label: requirement.label,
		field: requirement.field,
		check: requirement.check.kind,
		severity: requirement.severity,
		problem,
		seen: displayText(read(record), MOST_SEEN),
		expected: check.expected,
		fixer: requirement.fixer,
		howToFix: requirement.howToFix,
		...(fixUrl !== undefined && { fixUrl: fixUrl(record) }),
		...(waiver !== undefined && { waiver }),
	};
}

function identityFindings({ record, policy }: CompiledPolicy, value: unknown): Finding[] {
	if (record.id(value) !== '') return [];
	return [
		{
			requirementId: NO_RECORD_ID,
			label: 'Record id',
			field: policy.record.id,
			check: 'present',
			severity: 'blocker',
			problem: 'is missing',
			seen: '',
			expected: 'the id by which the system of the record knows it',
			fixer: 'builder',
			howToFix: `Point record.id of the policy “${policy.id}” at the field that holds the id.`,
		},
	];
}
