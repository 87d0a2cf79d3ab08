import type { Instant } from '../base/instant';
import { cleanLine } from '../base/plainText';
import { readFormBody, type FormBody } from '../page/formBody';
import { FORM_LIMITS, type FormError } from '../page/formError';
import { findTooLong } from '../page/tooLong';
import { findReasonErrors, findUntilErrors, readUntil, readReason } from './exceptionForm';

/** What an approver is asked, as the measure of what is sent. */
export interface ApprovalTerms {
	/** The requirement, by its label. */
	label: string;
	/** How many days from today an exception may last at most. */
	maxDays: number | undefined;
	/** Texts that the policy takes for no value. */
	placeholders: readonly string[];
	now: Instant;
}

/** What an approver had typed, so that a refused form comes back filled in. */
export interface TypedApproval {
	decision?: 'grant' | 'refuse';
	until: string;
	refusal: string;
	name: string;
}

export type ApprovalForm =
	| { kind: 'grant'; until: string; name: string }
	| { kind: 'refuse'; reason: string; name: string }
	/** What was sent is not in order, and counts for nothing. */
	| { kind: 'incomplete'; errors: FormError[]; typed: TypedApproval };

/**
 * Reads what an approver sent: granted until a day that is to come and within what the policy allows,
 * or refused with a reason, always with a name. What belongs to the other choice is ignored.
 *
 * Never throws, whatever the body is.
 *
 * @param body as n8n parsed it
 */
export function parseApprovalForm(body: unknown, terms: ApprovalTerms): ApprovalForm {
	const form = readFormBody(body);
	const typed = readTyped(form);
	const errors = [
		...findDecisionErrors(form, typed, terms),
		...(typed.name === '' ? [{ code: 'nameMissing', name: 'name', label: '' } as const] : []),
		...findTooLong(form, 'name', FORM_LIMITS.name),
	];
	const { decision, until, refusal: reason, name } = typed;
	if (errors.length > 0 || decision === undefined) return { kind: 'incomplete', errors, typed };
	return decision === 'grant' ? { kind: 'grant', until, name } : { kind: 'refuse', reason, name };
}

function readTyped(form: FormBody): TypedApproval {
	const chosen = new Set(form.all('decision'));
	const only = chosen.size === 1 ? [...chosen][0] : undefined;
	return {
		...(only === 'grant' || only === 'refuse' ? { decision: only } : {}),
		until: readUntil(form, 'until'),
		refusal: readReason(form, 'refusal'),
		name: cleanLine(form.text('name')).slice(0, FORM_LIMITS.name),
	};
}

function findDecisionErrors(
	form: FormBody,
	{ decision, until }: TypedApproval,
	{ label, maxDays, placeholders, now }: ApprovalTerms,
): FormError[] {
	if (decision === undefined) return [{ code: 'approvalMissing', name: 'decision', label: '' }];
	return decision === 'grant'
		? findUntilErrors(until, { name: 'until', label, maxDays, now })
		: findReasonErrors(form, { name: 'refusal', label, placeholders });
}
