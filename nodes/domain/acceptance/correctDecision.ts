import type { Handoff } from '../handoff/envelope';
import { formatInstant, type Instant } from '../base/instant';
import type { Finding } from '../handoff/verdict';
import type { Correction, TypedCorrection } from '../handoff/correction';
import type { DecisionForm } from './decisionForm';
import { showingIn } from '../shown/showPacket';
import { formName } from '../page/formNames';
import type { FormError } from '../page/formError';
import type { ShownCorrections } from './page/model';
import { earlierCorrections, rejudge, type Rejudged } from './rejudge';

type Valid = Extract<DecisionForm, { kind: 'valid' }>;
type Refused = Extract<DecisionForm, { kind: 'refused' }>;
type Preview = Extract<DecisionForm, { kind: 'preview' }>;

/** A form that was read, with what its corrections make of the handoff. */
export type CorrectedForm =
	| Exclude<DecisionForm, Valid | Refused | Preview>
	| (Valid & { corrected?: ShownCorrections })
	| (Refused & { corrected?: ShownCorrections })
	| { kind: 'preview'; typed: Preview['typed']; corrected: ShownCorrections };

/**
 * Judges the handoff again with the corrections of the form and writes them into the decision. A
 * correction by which a blocker opens that was not open before refuses the form: accepting it would
 * mean something else than the teams agreed.
 */
export function correctDecision(
	form: DecisionForm,
	{ handoff }: { handoff: Handoff },
	now: Instant,
): CorrectedForm {
	if (form.kind === 'refused' || form.kind === 'forward' || form.kind === 'ask') return form;
	const judged = rejudge(handoff, form.corrections, now);
	const corrected = shownCorrections(handoff, form.corrections, judged);
	if (form.kind === 'preview') return { kind: 'preview', typed: form.typed, corrected };
	if (judged === undefined || form.decision.kind !== 'accepted') return form;
	if (judged.broken.length > 0) {
		const errors = judged.broken.map((finding) => refuse(finding, form.corrections));
		return { kind: 'refused', errors, typed: form.typed, corrected };
	}
	const { name, email } = form.decision.by;
	const made = form.corrections.map((correction): Correction => {
		return { ...correction, by: { name, email }, at: formatInstant(now) };
	});
	if (made.length === 0 && earlierCorrections(handoff).length === 0) return form;
	const decision = {
		...form.decision,
		...(made.length === 0 ? {} : { corrections: made }),
		correctedVerdict: judged.verdict,
	};
	return { ...form, decision, corrected };
}

/** The field to go to is the one that was corrected. */
function refuse(finding: Finding, corrections: readonly TypedCorrection[]): FormError {
	const own = corrections.find(({ field }) => field === finding.field) ?? corrections[0];
	return {
		code: 'correctionRefused',
		name: formName('correct', own?.field ?? finding.field),
		label: finding.label,
		finding,
	};
}

const shownCorrections = (
	{ agreed }: Handoff,
	corrections: readonly TypedCorrection[],
	judged: Rejudged | undefined,
): ShownCorrections => ({
	corrections: corrections.map((one) => ({ ...one, shown: showingIn(agreed, one.field) })),
	ready: judged?.verdict.ready ?? true,
	open: (judged?.verdict.findings ?? []).filter(({ waiver }) => waiver === undefined),
});
