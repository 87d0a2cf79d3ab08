import { formatInstant, type Instant } from '../base/instant';
import type { KeptException } from '../life/exceptions';
import type { Standing } from '../life/standing';
import { compareAttempts } from './compareAttempts';
import type { CompiledPolicy } from './compilePolicy';
import { fingerprint } from './fingerprint';
import { judgeRecord } from './judgeRecord';
import { NO_RECORD_ID } from './recordIdFinding';
import type { Mode } from '../handoff/mode';
import type { Finding, Verdict } from '../handoff/verdict';
import { verifyProposals } from './verifyProposals';
import { resolveApprovers } from './approvers';
import { judgeWaivers, refusedExceptions, unexpiredWaivers, type JudgedWaivers } from './waive';

export interface Evaluation {
	now: Instant;
	mode: Mode;
	/** Waivers as they came in; what is not a valid waiver is refused and told. */
	waivers?: unknown;
	/** Exceptions of the ledger; waivers that came in count before them. */
	exceptions?: readonly KeptException[];
	/** Values that somebody or a model proposes, with the words they come from. */
	proposals?: unknown;
	/** Where the handoff stands by the ledger, when that is known. */
	previous?: Standing;
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
	evaluation: Evaluation,
): Verdict {
	const { now, mode, exceptions = [], proposals, previous } = evaluation;
	const judged = judgeGiven(compiled, record, evaluation);
	const { ready, score, findings } = judgeRecord(compiled, record, { now, waivers: judged.valid });
	const digest = fingerprint(compiled, record);
	const open = openRequirements(findings);
	const changedSince = previous && compareAttempts(previous, { digest, open });
	return {
		ready,
		mode,
		score,
		findings,
		waivers: findings.flatMap(({ waiver }) => (waiver === undefined ? [] : [waiver])),
		refusedWaivers: [
			...judged.refused,
			...refusedExceptions(exceptions, (id) => open.includes(id)),
		],
		proposals: verifyProposals(proposals, record),
		digest,
		...(changedSince !== undefined && { changedSince }),
		evaluatedAt: formatInstant(now),
	};
}

function judgeGiven(
	{ policy, approvers }: CompiledPolicy,
	record: unknown,
	{ now, waivers, exceptions = [] }: Evaluation,
): JudgedWaivers {
	const kept = unexpiredWaivers(
		exceptions.flatMap(({ waiver }) => waiver ?? []),
		now,
	);
	const { allowed, maxDays } = policy.waivers;
	return judgeWaivers(
		kept.length === 0 ? waivers : [...kept, ...[waivers ?? []].flat()],
		{
			...{ allowed, maxDays, placeholders: policy.placeholders },
			approvers: resolveApprovers(approvers, record),
		},
		{ now, exceptions },
	);
}

/**
 * Whether the record goes on: when it is ready, or when the gate only warns or watches. A record
 * without an id stays in every mode, since nothing could be traced to it later.
 */
export const letsPass = ({ ready, mode, findings }: Verdict): boolean =>
	ready ||
	(mode !== 'enforce' && findings.every(({ requirementId }) => requirementId !== NO_RECORD_ID));

/** The findings that no waiver covers, blockers and warnings. */
export const openFindings = (findings: readonly Finding[]): Finding[] =>
	findings.filter(({ waiver }) => waiver === undefined);

/** The requirements that are not met and not waived, blockers and warnings. */
export const openRequirements = (findings: readonly Finding[]): string[] =>
	openFindings(findings).map(({ requirementId }) => requirementId);
