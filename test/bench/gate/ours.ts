import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../../nodes/domain/readiness/compilePolicy';
import { evaluateReadiness } from '../../../nodes/domain/readiness/evaluateReadiness';
import { judgeRecord } from '../../../nodes/domain/readiness/judgeRecord';
import { openHandoff } from '../../../nodes/domain/readiness/openHandoff';
import { DEAL_POLICY, NOW, type Deal } from './deals';

const compiled = compilePolicy(parsePolicy(DEAL_POLICY));
const evaluation = { now: NOW, mode: 'enforce' } as const;

/** All findings of a deal, each complete. */
export const judge = (deal: Deal) => judgeRecord(compiled, deal, { now: NOW }).findings;

/** The findings of the whole verdict, as the node takes it. */
export const judgeWithDigest = (deal: Deal) =>
	evaluateReadiness(compiled, deal, evaluation).findings;

/** Verdict, envelope and messages of a deal: all that the node makes for an item. */
export function openGate(record: Deal) {
	const verdict = evaluateReadiness(compiled, record, evaluation);
	return openHandoff({ compiled, record, verdict, now: NOW });
}

/** Judges by a policy that asks everything so many times. */
export function judgeWithTimes(times: number): (deal: Deal) => number {
	const requirements = Array.from({ length: times }, (_none, time) =>
		DEAL_POLICY.requirements.map((one) => ({ ...one, id: `${one.id}-${time}` })),
	).flat();
	const policy = compilePolicy(parsePolicy({ ...DEAL_POLICY, requirements }));
	return (deal) => judgeRecord(policy, deal, { now: NOW }).findings.length;
}
