import type { FormBody } from '../page/formBody';
import { formName } from '../page/formNames';
import { FORM_LIMITS, type FormError, type FormErrorCode } from '../page/formError';
import type { FormTerms, TypedDecision } from './formTerms';
import { findAskErrors } from './asking/askForm';
import { findForwardErrors } from './forwardForm';
import { codeMatches, passwordMatches } from '../handoff/proof';
import { namesOfControls } from '../page/readControls';
import { findTooLong } from '../page/tooLong';

/**
 * Everything that has to be mended before what was typed counts.
 *
 * @param unread what is wrong with values that were corrected: they go with an acceptance
 */
export const findErrors = (
	form: FormBody,
	typed: TypedDecision,
	{ terms, unread }: { terms: FormTerms; unread: readonly FormError[] },
): FormError[] => [
	...findUnknown(form, terms),
	...(typed.decision === undefined ? [error('decisionMissing', 'decision')] : []),
	...(typed.decision === 'accept' ? findMissingChecks(typed, terms) : []),
	...(typed.decision === 'accept' ? unread : []),
	...(typed.decision === 'return' ? findReturnErrors(form, typed, terms) : []),
	...(typed.decision === 'forward' ? findForwardErrors(form, typed, terms) : []),
	...(typed.decision === 'ask' ? findAskErrors(form, typed, terms) : []),
	...(typed.name === '' ? [error('nameMissing', 'name')] : []),
	...findTooLong(form, 'name', FORM_LIMITS.name),
	...findTooLong(form, 'comment', FORM_LIMITS.comment),
	...findUnproven(form, terms),
];

const error = (code: FormErrorCode, name: string, label = ''): FormError => ({ code, name, label });

/** A wrong password or code. Neither is kept among what was typed. */
const findUnproven = (form: FormBody, { password, code }: FormTerms): FormError[] => [
	...(password !== undefined && !passwordMatches(form.text('password'), password)
		? [error('passwordWrong', 'password')]
		: []),
	...(code !== undefined && !codeMatches(form.text('code'), code)
		? [error('codeWrong', 'code')]
		: []),
];

const findMissingChecks = ({ checked }: TypedDecision, { checklist }: FormTerms): FormError[] =>
	checklist
		.filter(({ id, required }) => required && !checked.includes(id))
		.map(({ id, label }) => error('checkMissing', formName('check', id), label));

function findReturnErrors(form: FormBody, typed: TypedDecision, terms: FormTerms): FormError[] {
	const chosen = typed.reasons.filter((reason) => reason.chosen);
	if (chosen.length === 0) {
		const first = terms.returnReasons[0];
		return first === undefined && typed.comment !== ''
			? []
			: [error('reasonMissing', first === undefined ? 'comment' : formName('reason', first.code))];
	}
	return chosen.flatMap(({ code, note, field }) => {
		const reason = terms.returnReasons.find((each) => each.code === code);
		const noteName = formName('note', code);
		const known = field === '' || terms.fields.some((each) => each.field === field);
		return [
			...(reason?.needsNote && note === '' ? [error('noteMissing', noteName, reason.label)] : []),
			...findTooLong(form, noteName, FORM_LIMITS.note),
			...(known ? [] : [error('unknown', formName('field', code))]),
		];
	});
}

/** A field of ours that this request does not have: the page is not the one we sent. */
function findUnknown(
	form: FormBody,
	{ checklist, returnReasons, correctable = [] }: FormTerms,
): FormError[] {
	const known = new Set([
		...checklist.map(({ id }) => formName('check', id)),
		...returnReasons.flatMap(({ code }) => [
			formName('reason', code),
			formName('note', code),
			formName('field', code),
		]),
		...namesOfControls(correctable),
	]);
	const unknown = form.names.find(
		(name) => /^(?:check|reason|note|field|correct)\./.test(name) && !known.has(name),
	);
	return unknown === undefined ? [] : [error('unknown', 'decision')];
}
