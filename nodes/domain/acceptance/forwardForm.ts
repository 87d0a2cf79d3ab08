import { domainOf, isEmailAddress, sameAddress } from '../base/emailAddress';
import type { FormBody } from '../page/formBody';
import { FORM_LIMITS, type FormError } from '../page/formError';
import type { FormTerms, TypedDecision } from './formTerms';
import { findTooLong } from '../page/tooLong';

/** What is missing or not allowed when the question is handed on. */
export function findForwardErrors(
	form: FormBody,
	{ forward }: TypedDecision,
	terms: FormTerms,
): FormError[] {
	const refused = refuseColleague(forward.email, terms);
	return [
		...(forward.name === '' ? [missing('colleagueNameMissing', 'colleagueName')] : []),
		...(refused === undefined ? [] : [refused]),
		...(forward.reason === '' ? [missing('forwardReasonMissing', 'forwardReason')] : []),
		...findTooLong(form, 'colleagueName', FORM_LIMITS.name),
		...findTooLong(form, 'forwardReason', FORM_LIMITS.reason),
	];
}

const missing = (code: FormError['code'], name: string): FormError => ({ code, name, label: '' });

function refuseColleague(email: string, { forwarding, by }: FormTerms): FormError | undefined {
	const name = 'colleagueEmail';
	if (!isEmailAddress(email)) return missing('colleagueEmailMissing', name);
	if (forwarding === undefined) return missing('unknown', name);
	const { sender, asked, domains } = forwarding;
	if (sameAddress(email, sender)) return missing('colleagueIsSender', name);
	if ([by.email, ...asked].some((each) => sameAddress(each, email))) {
		return missing('colleagueIsAsked', name);
	}
	if (domains === undefined || domains.includes(domainOf(email))) return undefined;
	return { code: 'colleagueIsOutside', name, label: domains.join(', ') };
}
