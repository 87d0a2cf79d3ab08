import type { Instant } from '../base/instant';
import { cleanLine, cleanText } from '../base/plainText';
import type { ExceptionTerms, WantedException } from '../handoff/exception';
import type { Finding } from '../handoff/verdict';
import { latestEnd, waiverEnd } from '../life/waiverEnd';
import type { FormBody } from '../page/formBody';
import { FORM_LIMITS, type FormError } from '../page/formError';
import { formName } from '../page/formNames';
import { findTooLong } from '../page/tooLong';
import { DAY_MS, formatDay } from '../policy/day';
import { parseDay } from '../policy/writtenDay';
import { compileEmptyReason } from '../readiness/emptyReason';
import { isCountedDay } from '../time/countedYears';

/** What came in for one gap: nothing, an exception that is asked for, or what is wrong with it. */
export type ExceptionForm =
	| { kind: 'none' }
	| { kind: 'asked'; exception: WantedException }
	| { kind: 'refused'; errors: FormError[]; typed: WantedException };

/**
 * Reads whether the form of a fixer asks for an exception from one requirement. Both fields are empty
 * where nobody asks. What was typed stays. Never throws.
 *
 * @param terms undefined where no exception may be asked for: then one that comes refuses the form
 */
export function readExceptionFields(
	form: FormBody,
	gap: Pick<Finding, 'requirementId' | 'label'>,
	{ now, terms }: { now: Instant; terms: ExceptionTerms | undefined },
): ExceptionForm {
	const { requirementId, label } = gap;
	const [why, until] = [formName('why', requirementId), formName('until', requirementId)];
	const typed = { requirementId, reason: readReason(form, why), until: readUntil(form, until) };
	if (typed.reason === '' && typed.until === '') return { kind: 'none' };
	if (terms === undefined) {
		return { kind: 'refused', errors: [{ code: 'unknown', name: why, label: '' }], typed };
	}
	const errors = [
		...findReasonErrors(form, { name: why, label, placeholders: terms.placeholders }),
		...findUntilErrors(typed.until, { name: until, label, maxDays: terms.maxDays, now }),
	];
	return errors.length > 0
		? { kind: 'refused', errors, typed }
		: { kind: 'asked', exception: typed };
}

export const readReason = (form: FormBody, name: string): string =>
	cleanText(form.text(name)).trim().slice(0, FORM_LIMITS.note);

const LONGEST_DAY = 40;

export const readUntil = (form: FormBody, name: string): string =>
	cleanLine(form.text(name)).slice(0, LONGEST_DAY);

/** What is wrong with a reason: nothing said, or only a placeholder, or too much. */
export function findReasonErrors(
	form: FormBody,
	{ name, label, placeholders }: { name: string; label: string; placeholders: readonly string[] },
): FormError[] {
	const isEmpty = compileEmptyReason(placeholders)(readReason(form, name));
	return [
		...(isEmpty ? [{ code: 'exceptionReasonMissing', name, label } as const] : []),
		...findTooLong(form, name, FORM_LIMITS.note),
	];
}

/** What is wrong with the day until which an exception is to hold. */
export function findUntilErrors(
	text: string,
	asked: { name: string; label: string; maxDays: number | undefined; now: Instant },
): FormError[] {
	const { name, label, maxDays, now } = asked;
	if (text === '') return [{ code: 'exceptionUntilMissing', name, label }];
	const day = parseDay(text);
	const end = waiverEnd(text);
	if (day === undefined || end === undefined || !isCountedDay(day)) {
		return [{ code: 'exceptionUntilUnread', name, label: formatDay(Math.floor(now / DAY_MS)) }];
	}
	if (end <= now) return [{ code: 'exceptionUntilPast', name, label: '' }];
	const last = lastDay(maxDays, now);
	if (last === undefined || end <= latestEnd(maxDays, now)) return [];
	return [{ code: 'exceptionUntilLong', name, label: last, day: last }];
}

/** The last day until which an exception may hold, as ISO text; undefined where there is none. */
export const lastDay = (maxDays: number | undefined, now: Instant): string | undefined =>
	maxDays === undefined ? undefined : formatDay(Math.floor(latestEnd(maxDays, now) / DAY_MS) - 1);
