import { formatInstant, type Instant } from '../base/instant';
import type { Standing } from '../life/standing';
import { compareAttempts } from './compareAttempts';
import type { CompiledPolicy } from './compilePolicy';
import { fingerprint } from './fingerprint';
import { judgeRecord } from './judgeRecord';
import { NO_RECORD_ID } from './recordIdFinding';
import type { Mode } from '../handoff/mode';
import type { Finding, Verdict } from '../handoff/verdict';
import { verifyProposals } from './verifyProposals';
import { judgeWaivers } from './waive';

export interface Evaluation {
	now: Instant;
	mode: Mode;
	/** Waivers as they came in; what is not a valid waiver is refused and told. */
	waivers?: unknown;
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
	{ now, mode, waivers, proposals, previous }: Evaluation,
): Verdict {
	const judged = judgeWaivers(waivers, compiled.policy.waivers, {
		now,
		isMissing: compiled.isMissing,
	});
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
		refusedWaivers: judged.refused,
		proposals: verifyProposals(proposals, record),
		digest,
		...(changedSince !== undefined && { changedSince }),
		evaluatedAt: formatInstant(now),
	};
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
