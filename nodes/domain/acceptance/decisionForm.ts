import { cleanLine, cleanText } from '../base/plainText';
import type { TypedCorrection } from '../handoff/correction';
import type { Decision, Forward, GivenReason } from '../handoff/decision';
import { readFormBody, type FormBody } from '../page/formBody';
import { readTypedQuestion, type TypedQuestion } from './asking/askForm';
import { findErrors } from './formErrors';
import { formName } from '../page/formNames';
import { FORM_LIMITS, type FormError } from '../page/formError';
import { readControls, textsOfControls } from '../page/readControls';
import type { FormTerms, TypedDecision } from './formTerms';
import { proofBy, type DecidedBy } from '../handoff/proof';

export type DecisionForm =
	| {
			kind: 'valid';
			decision: Omit<Decision, 'at'>;
			/** Values that were changed on the page; only with an acceptance. */
			corrections: TypedCorrection[];
			typed: TypedDecision;
			/** The hidden fields, as sent: which round the page was made for. */
			round: string;
			nonce: string;
	  }
	| { kind: 'forward'; forward: Omit<Forward, 'at'>; round: string; nonce: string }
	| { kind: 'ask'; question: TypedQuestion; round: string; nonce: string }
	/** Nothing is sent yet: the person asks what the corrections make of the handoff. */
	| { kind: 'preview'; corrections: TypedCorrection[]; typed: TypedDecision }
	| { kind: 'refused'; errors: FormError[]; typed: TypedDecision };

/**
 * Reads what the decision form sent and holds it against the request: a name, one decision and the
 * agreed proof always, every required tick to accept, at least one reason and every needed note to
 * return, a colleague who may decide and a reason to forward.
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
	const read = readControls(typed.corrections, terms.correctable ?? [], terms.wording);
	const { changes: corrections, errors: unread } = read;
	const isPreview = form.has('preview');
	if (isPreview && unread.length === 0) return { kind: 'preview', corrections, typed };
	const errors = isPreview ? unread : findErrors(form, typed, { terms, unread });
	if (errors.length > 0 || typed.decision === undefined) return { kind: 'refused', errors, typed };
	const page = { round: form.text('round'), nonce: form.text('nonce') };
	const by = decidedBy(typed, terms);
	if (typed.decision === 'forward') {
		const { name, email, reason } = typed.forward;
		return { kind: 'forward', forward: { by, to: { name, email }, reason }, ...page };
	}
	if (typed.decision === 'ask') {
		const { text, field } = typed.question;
		const question = { by, text, ...(field === '' ? {} : { field }) };
		return { kind: 'ask', question, ...page };
	}
	return {
		kind: 'valid',
		decision: decisionOf(typed, { by, kind: typed.decision, terms }),
		corrections: typed.decision === 'accept' ? corrections : [],
		typed,
		...page,
	};
}

type Choice = NonNullable<TypedDecision['decision']>;

function readTyped(
	form: FormBody,
	{ checklist, returnReasons, forwarding, correctable = [] }: FormTerms,
): TypedDecision {
	const chosen = new Set(form.all('decision'));
	const only = chosen.size === 1 ? [...chosen][0] : undefined;
	return {
		...(isChoice(only, forwarding !== undefined) ? { decision: only } : {}),
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
		forward: {
			name: cleanLine(form.text('colleagueName')).slice(0, FORM_LIMITS.name),
			email: cleanLine(form.text('colleagueEmail')).slice(0, FORM_LIMITS.email),
			reason: cleanLine(form.text('forwardReason')).slice(0, FORM_LIMITS.reason),
		},
		question: readTypedQuestion(form),
		corrections: textsOfControls(form, correctable),
	};
}

const isChoice = (chosen: unknown, mayForward: boolean): chosen is Choice =>
	chosen === 'accept' ||
	chosen === 'return' ||
	chosen === 'ask' ||
	(mayForward && chosen === 'forward');

const decidedBy = ({ name }: TypedDecision, { by, password, code }: FormTerms): DecidedBy => ({
	name,
	email: by.email,
	proof: proofBy({ password: password !== undefined, code: code !== undefined }),
});

function decisionOf(
	typed: TypedDecision,
	{ by, kind, terms }: { by: DecidedBy; kind: 'accept' | 'return'; terms: FormTerms },
): Omit<Decision, 'at'> {
	const { checklist, returnReasons, fields } = terms;
	const chosen = typed.reasons.filter((reason) => kind === 'return' && reason.chosen);
	return {
		kind: kind === 'accept' ? 'accepted' : 'returned',
		by,
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
