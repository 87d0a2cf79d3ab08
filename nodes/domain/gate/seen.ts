import type { Instant } from '../base/instant';
import type { Handoff } from '../handoff/envelope';
import type { Mode } from '../handoff/mode';
import type { Verdict } from '../handoff/verdict';
import type { Look } from '../life/nextStep';
import { exceptionsIn, type KeptException } from '../life/exceptions';
import type { CompiledPolicy } from '../readiness/compilePolicy';
import { evaluateReadiness, letsPass } from '../readiness/evaluateReadiness';
import { handoffIdOf } from '../readiness/handoffId';
import { isToHandOver } from '../readiness/handOver';

/** What a record is judged by. */
export interface Judging {
	compiled: CompiledPolicy;
	record: unknown;
	mode: Mode;
	/** Exceptions that came with the record, as they came. */
	waivers: unknown;
	/** What the ledger holds about exceptions of this handoff, once it was read. */
	exceptions?: readonly KeptException[];
	/** Values that somebody proposes, as they came. */
	proposals: unknown;
}

/** A record as the gate sees it, before it knows where its handoff stands. */
export interface Seen {
	handoffId: string;
	policyId: string;
	look: Look;
	/** What it was judged by; absent when the record is gone. */
	judging?: Judging;
	/** The envelope with which it came back, such as after it was accepted. */
	carried?: Handoff;
	/** Whether an exception in the ledger could let it pass. */
	waivable: boolean;
}

/** Who looks, and when. */
export interface Looking extends Pick<Look, 'askedBy'> {
	carried?: Handoff;
	again: boolean;
	now: Instant;
}

/** Looks at a record that is there. */
export function seeRecord(judging: Judging, { carried, again, askedBy, now }: Looking): Seen {
	const { compiled, record } = judging;
	const verdict = evaluateReadiness(compiled, record, { ...judging, now });
	const handoffId = handoffIdOf(compiled, record);
	const own = carried?.id === handoffId ? carried : undefined;
	return {
		handoffId,
		policyId: compiled.policy.id,
		look: {
			ready: letsPass(verdict),
			fingerprint: verdict.digest,
			toHandOver: isToHandOver(compiled, record, now),
			again,
			askedBy,
			sinceAccepted: own?.outcome === 'accepted',
		},
		judging,
		...(own !== undefined && { carried: own }),
		waivable: couldBeWaived(verdict, compiled),
	};
}

/** Sees that a record is gone: it was looked for, and only its envelope came back. */
export const seeGone = (carried: Handoff): Seen => ({
	handoffId: carried.id,
	policyId: carried.policy.id,
	look: { ready: false, fingerprint: '', toHandOver: false },
	carried,
	waivable: false,
});

/** The same record with the exceptions that the ledger holds for it. */
export function withLedgerExceptions(seen: Seen, rows: readonly unknown[], now: Instant): Seen {
	const { judging, carried, handoffId, look } = seen;
	if (judging === undefined) return seen;
	const exceptions = exceptionsIn(rows, handoffId);
	if (exceptions.length === 0) return seen;
	const { again = false, askedBy } = look;
	return seeRecord({ ...judging, exceptions }, { carried, again, askedBy, now });
}

/** Whether nothing stands in its way but what the policy lets somebody waive. */
function couldBeWaived(verdict: Verdict, { policy }: CompiledPolicy): boolean {
	if (letsPass(verdict)) return false;
	return verdict.findings.every(
		({ severity, waiver, requirementId }) =>
			severity !== 'blocker' ||
			waiver !== undefined ||
			policy.waivers.allowed.includes(requirementId),
	);
}
