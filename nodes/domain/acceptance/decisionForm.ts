import { cleanLine, cleanText } from '../message/plainText';
import type { Decision, GivenReason } from './decision';
import { formName } from './formNames';
import { readFormBody, type FormBody } from './formBody';
import type { ChecklistItem, ReturnReason } from './terms';

/** What the request asks, and of whom: the measure of what is sent. */
export interface FormTerms {
	checklist: readonly ChecklistItem[];
	returnReasons: readonly ReturnReason[];
	/** The fields that a reason may point at. */
	fields: readonly { field: string; label: string }[];
	/** Whom the signed link was made for. */
	by: { name: string; email: string };
}

export const FORM_LIMITS = { name: 200, note: 2000, comment: 4000 };

export type FormErrorCode =
	| 'decisionMissing'
	| 'nameMissing'
	| 'checkMissing'
	| 'reasonMissing'
	| 'noteMissing'
	| 'tooLong'
	| 'unknown';

/** One thing to mend before the decision counts. */
export interface FormError {
	code: FormErrorCode;
	/** The form field to go to; also its id on the page. */
	name: string;
	/** The item, reason or text that is meant, in words; empty when the code says it all. */
	label: string;
}

/** What the person had entered, so that a refused form comes back filled in. */
export interface TypedDecision {
	decision?: 'accept' | 'return';
	name: string;
	checked: string[];
	reasons: { code: string; chosen: boolean; note: string; field: string }[];
	comment: string;
}

export type DecisionForm =
	| {
			kind: 'valid';
			decision: Omit<Decision, 'at'>;
			/** The hidden fields, as sent: which round the page was made for. */
			round: string;
			nonce: string;
	  }
	| { kind: 'refused'; errors: FormError[]; typed: TypedDecision };

/**
 * Reads what the decision form sent and holds it against the request: a name and one decision
 * always, every required tick to accept, at least one reason and every needed note to return.
 * Nothing is cut or dropped: what is too long or unknown refuses the form. What belongs to the
 * decision that was not chosen is ignored.
 *
 * Never throws, whatever the body is.
 *
 * @param body as n8n parsed it: urlencoded, JSON, or multipart with the fields under `data`
 */
export function parseDecisionForm(body: unknown, terms: FormTerms): DecisionForm {
	const form = readFormBody(body);
	const typed = readTyped(form, terms);
	const errors = [
		...findUnknown(form, terms),
		...(typed.decision === undefined ? [error('decisionMissing', 'decision')] : []),
		...(typed.decision === 'accept' ? findMissingChecks(typed, terms) : []),
		...(typed.decision === 'return' ? findReturnErrors(form, typed, terms) : []),
		...(typed.name === '' ? [error('nameMissing', 'name')] : []),
		...findTooLong(form, 'name', FORM_LIMITS.name),
		...findTooLong(form, 'comment', FORM_LIMITS.comment),
	];
	if (errors.length > 0 || typed.decision === undefined) return { kind: 'refused', errors, typed };
	return {
		kind: 'valid',
		decision: decisionOf(typed, typed.decision, terms),
		round: form.text('round'),
		nonce: form.text('nonce'),
	};
}

const error = (code: FormErrorCode, name: string, label = ''): FormError => ({ code, name, label });

function readTyped(form: FormBody, { checklist, returnReasons }: FormTerms): TypedDecision {
	const chosen = new Set(form.all('decision'));
	const only = chosen.size === 1 ? [...chosen][0] : undefined;
	return {
		...(only === 'accept' || only === 'return' ? { decision: only } : {}),
		name: cleanLine(form.text('name')).slice(0, FORM_LIMITS.name),
		checked: checklist.map(({ id }) => id).filter((id) => form.has(formName('check', id))),
		reasons: returnReasons.map(({ code }) => ({
			code,
			chosen: form.has(formName('reason', code)),
			note: cleanText(form.text(formName('note', code)))
				.trim()
				.slice(0, FORM_LIMITS.note),
			field: form.text(formName('field', code)),
		})),
		comment: cleanText(form.text('comment')).trim().slice(0, FORM_LIMITS.comment),
	};
}

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

const findTooLong = (form: FormBody, name: string, limit: number): FormError[] =>
	cleanText(form.text(name)).trim().length > limit ? [error('tooLong', name, String(limit))] : [];

/** A field of ours that this request does not have: the page is not the one we sent. */
function findUnknown(form: FormBody, { checklist, returnReasons }: FormTerms): FormError[] {
	const known = new Set([
		...checklist.map(({ id }) => formName('check', id)),
		...returnReasons.flatMap(({ code }) => [
			formName('reason', code),
			formName('note', code),
			formName('field', code),
		]),
	]);
	const unknown = form.names.find(
		(name) => /^(?:check|reason|note|field)\./.test(name) && !known.has(name),
	);
	return unknown === undefined ? [] : [error('unknown', 'decision')];
}

function decisionOf(
	typed: TypedDecision,
	decision: 'accept' | 'return',
	{ by, checklist, returnReasons, fields }: FormTerms,
): Omit<Decision, 'at'> {
	const chosen = typed.reasons.filter((reason) => decision === 'return' && reason.chosen);
	return {
		kind: decision === 'accept' ? 'accepted' : 'returned',
		by: { name: typed.name, email: by.email, proof: 'signedLinkAndName' },
		checklist: checklist.map(({ id, label }) => ({
			id,
			label,
			checked: typed.checked.includes(id),
		})),
		reasons: chosen.map(({ code, note, field }): GivenReason => {
			const label = returnReasons.find((reason) => reason.code === code)?.label ?? code;
			const pointsAt = fields.some((each) => each.field === field) ? { field } : {};
			return { code, label, note, ...pointsAt };
		}),
		...(typed.comment === '' ? {} : { comment: typed.comment }),
	};
}
