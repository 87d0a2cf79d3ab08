import type { Handoff } from '../handoff/envelope';
import { formatInstant, type Instant } from '../base/instant';
import { instantOf } from '../ledger/cells';
import type { LedgerRow } from '../handoff/row';
import { writeRow } from '../ledger/writeRow';
import { isConflict } from '../policy/checks/agrees';
import type { CompiledPolicy } from './compilePolicy';
import { letsPass, openRequirements } from './evaluateReadiness';
import { askedRequirements } from './judgeRecord';
import type { Verdict } from '../handoff/verdict';

interface Looked {
	compiled: CompiledPolicy;
	record: unknown;
	/** As of when the record was judged. */
	now: Instant;
	/** When the record was first judged on this attempt. */
	at: Instant;
}

/**
 * The row of a look at a record. It carries what the next attempt is compared with, and what the
 * report counts: which requirements were asked (`checked`), not met (`open`), waived, and of which
 * ones the sources contradict each other (`conflicts`, only where sources were compared), and when the
 * record was closed (`closedAt`, only where the policy says where that stands).
 */
export function recordEvaluation(
	handoff: Handoff,
	verdict: Verdict,
	{ compiled, record, now, at }: Looked,
): LedgerRow {
	const { ready, digest, score, mode, findings } = verdict;
	const asked = askedRequirements(compiled, record, now);
	const closedAt = closeOf(compiled.record.closedAt(record));
	return writeRow(handoff, {
		type: 'handoff.evaluated',
		at,
		fields: findings.map(({ field }) => field),
		data: {
			ready,
			mode,
			passes: letsPass(verdict),
			digest,
			open: openRequirements(findings),
			score,
			checked: asked.map(({ id }) => id),
			waived: idsOf(findings.filter(({ waiver }) => waiver !== undefined)),
			// What is undefined is not written.
			conflicts: asked.some(({ requirement }) => requirement.check.kind === 'agrees')
				? idsOf(findings.filter(isConflict))
				: undefined,
			closedAt: closedAt === undefined ? undefined : formatInstant(closedAt),
		},
	});
}

const idsOf = (findings: Verdict['findings']): string[] =>
	findings.map(({ requirementId }) => requirementId);

const DAY = /^\d{4}-\d\d-\d\d$/;

/** An instant as CRMs write it; a day without a time counts from its beginning in UTC. */
const closeOf = (text: string): Instant | undefined =>
	instantOf(DAY.test(text) ? `${text}T00:00:00Z` : text);
