import type { Handoff } from '../handoff/envelope';
import type { Instant } from '../base/instant';
import { parsePolicy } from '../policy/parsePolicy';
import { compilePolicy } from '../readiness/compilePolicy';
import { evaluateReadiness } from '../readiness/evaluateReadiness';
import type { CorrectedVerdict, Finding, Verdict } from '../handoff/verdict';
import { withField } from '../base/withField';
import type { ControlledField } from '../handoff/control';
import type { Correction, CorrectionTerms, TypedCorrection } from '../handoff/correction';

/** What corrections make of a handoff. */
export interface Rejudged {
	verdict: CorrectedVerdict;
	/** Blockers that are open with the last corrections and were not without them. */
	broken: Finding[];
}

/** The corrections of those who accepted before, oldest first. */
export const earlierCorrections = ({ request }: Handoff): Correction[] =>
	(request?.votes ?? []).flatMap(({ corrections }) => corrections ?? []);

/** The fields that may be corrected, with the values that hold after earlier corrections. */
export function correctableNow(handoff: Handoff): ControlledField[] {
	const earlier = earlierCorrections(handoff);
	return (handoff.agreed.correction?.fields ?? []).map((field) => {
		const last = earlier.filter((correction) => correction.field === field.field).at(-1);
		return last === undefined ? field : { ...field, value: last.to };
	});
}

/**
 * Judges the record again with corrected values in it, by the policy as it was at the gate and as of
 * now; waivers count until they expire. The record itself is not touched.
 *
 * @returns undefined where the policy allows no corrections
 */
export function rejudge(
	handoff: Handoff,
	corrections: readonly TypedCorrection[],
	now: Instant,
): Rejudged | undefined {
	const { correction } = handoff.agreed;
	if (correction === undefined) return undefined;
	const before = earlierCorrections(handoff);
	const evaluate = evaluator(correction, { handoff, now });
	const verdict = evaluate([...before, ...corrections]);
	const known = new Set(openBlockers(evaluate(before)).map(({ requirementId }) => requirementId));
	const broken = openBlockers(verdict).filter(({ requirementId }) => !known.has(requirementId));
	const { ready, score, findings } = verdict;
	return { verdict: { ready, score, findings }, broken };
}

function evaluator(
	{ policy, record }: CorrectionTerms,
	{ handoff, now }: { handoff: Handoff; now: Instant },
): (corrections: readonly TypedCorrection[]) => Verdict {
	const compiled = compilePolicy(parsePolicy(policy));
	const { waivers = [], mode = 'enforce' } = handoff.verdict ?? {};
	return (corrections) => {
		const corrected = corrections.reduce<unknown>(
			(copy, { field, to }) => withField(copy, field, to),
			record,
		);
		return evaluateReadiness(compiled, corrected, { now, mode, waivers });
	};
}

const openBlockers = ({ findings }: Pick<Verdict, 'findings'>): Finding[] =>
	findings.filter(({ severity, waiver }) => severity === 'blocker' && waiver === undefined);
