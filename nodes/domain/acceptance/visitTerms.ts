import { domainOf } from '../base/emailAddress';
import { questionsLeftFor } from './asking/shownQuestions';
import type { FormTerms, ForwardTerms } from './formTerms';
import { pageBasis, type Visit } from './pageModel';
import { openLinks } from './receivers';
import { correctableNow } from './rejudge';
import { codeFor, type SignLink } from '../handoff/signedLinks';

/** What the form of this receiver is held against. */
export function termsFor(visit: Visit, sign: SignLink): FormTerms {
	const { handoff, link, password, asksCode, forwarding } = visit;
	const { request } = handoff;
	const questionsLeft = questionsLeftFor(handoff, link);
	return {
		checklist: request.checklist,
		returnReasons: request.returnReasons,
		fields: handoff.agreed.fields,
		correctable: correctableNow(handoff),
		by: link,
		...(questionsLeft === undefined ? {} : { questionsLeft }),
		wording: pageBasis(visit).wording,
		...(password === undefined ? {} : { password }),
		...(asksCode ? { code: codeFor(sign, link.email, request.round) } : {}),
		...(forwarding === undefined ? {} : { forwarding: forwardTerms(visit, forwarding) }),
	};
}

const forwardTerms = (
	{ handoff: { request, sender } }: Visit,
	{ domains }: { domains?: readonly string[] },
): ForwardTerms => ({
	sender: sender.email ?? '',
	asked: [
		...[...openLinks(request), ...request.votes.map(({ by }) => by)].map(({ email }) => email),
		...(request.inTurn ?? []),
	],
	...(domains === undefined ? {} : { domains: domains.map((domain) => domainOf(domain)) }),
});
