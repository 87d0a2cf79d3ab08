import {
	correctionsOf,
	findCorrectionErrors,
	readTypedCorrections,
} from '../acceptance/correctionForm';
import type { Instant } from '../base/instant';
import { cleanLine, cleanText } from '../base/plainText';
import type { CorrectableField } from '../handoff/correction';
import type { FixerLink } from '../handoff/fixing';
import { proofBy, type DecidedBy } from '../handoff/proof';
import type { Finding } from '../handoff/verdict';
import { readFormBody, type FormBody } from '../page/formBody';
import { FORM_LIMITS, type FormError } from '../page/formError';
import { formName } from '../page/formNames';
import { findTooLong } from '../page/tooLong';
import { gapsOf, type FixHandoff } from './gaps';
import { openWith, type TypedChange } from './judgeChanges';

/** What a fixer had typed, so that a refused form comes back filled in. */
export interface TypedFix {
	name: string;
	comment: string;
	values: { field: string; text: string }[];
}

export type FixForm =
	| { kind: 'valid'; changes: TypedChange[]; by: DecidedBy; comment: string; typed: TypedFix }
	| { kind: 'refused'; errors: FormError[]; typed: TypedFix };

/** What can be typed for these gaps. */
export const inputsFor = (
	{ agreed }: Pick<FixHandoff, 'agreed'>,
	gaps: readonly Finding[],
): CorrectableField[] =>
	(agreed.fixing?.fields ?? []).filter(({ field }) => gaps.some((gap) => gap.field === field));

/**
 * Reads what the form of one fixer sent. Values are judged by the same policy as at the gate, each
 * together with everything that was sent before; one that is not in order refuses the form, and all
 * that was typed stays. A field that is left empty is not sent: it stays open.
 *
 * Never throws, whatever the body is.
 *
 * @param body as n8n parsed it
 */
export function parseFixForm(
	body: unknown,
	{ handoff, link, now }: { handoff: FixHandoff; link: FixerLink; now: Instant },
): FixForm {
	const form = readFormBody(body);
	const gaps = gapsOf(handoff, link);
	const inputs = inputsFor(handoff, gaps);
	const typed = readTyped(form, inputs);
	const changes = changesOf(typed, inputs, gaps);
	const errors = [
		...findCorrectionErrors(form, inputs),
		...(changes.length === 0 ? [nothingSent(inputs)] : []),
		...openWith(handoff, changes, now).map(refusedBy),
		...(typed.name === '' ? [{ code: 'nameMissing', name: 'name', label: '' } as const] : []),
		...findTooLong(form, 'name', FORM_LIMITS.name),
		...findTooLong(form, 'comment', FORM_LIMITS.comment),
	];
	if (errors.length > 0) return { kind: 'refused', errors, typed };
	const { name, comment } = typed;
	const by = { name, email: link.email, proof: proofBy({ password: false, code: false }) };
	return { kind: 'valid', changes, by, comment, typed };
}

const readTyped = (form: FormBody, inputs: readonly CorrectableField[]): TypedFix => ({
	name: cleanLine(form.text('name')).slice(0, FORM_LIMITS.name),
	comment: cleanText(form.text('comment')).trim().slice(0, FORM_LIMITS.comment),
	values: readTypedCorrections(form, inputs),
});

/** What was typed anew; an empty field takes nothing out of the record. */
const changesOf = (
	{ values }: TypedFix,
	inputs: readonly CorrectableField[],
	gaps: readonly Finding[],
): TypedChange[] =>
	correctionsOf(values, inputs)
		.filter(({ to }) => to !== null && to !== '' && !(Array.isArray(to) && to.length === 0))
		.map((change) => ({
			...change,
			requirements: gaps
				.filter(({ field }) => field === change.field)
				.map(({ requirementId }) => requirementId),
		}));

const nothingSent = ([first]: readonly CorrectableField[]): FormError => ({
	code: 'nothingSent',
	name: first === undefined ? 'name' : formName('correct', first.field),
	label: '',
});

const refusedBy = (finding: Finding): FormError => ({
	code: 'valueRefused',
	name: formName('correct', finding.field),
	label: finding.label,
	finding,
});
