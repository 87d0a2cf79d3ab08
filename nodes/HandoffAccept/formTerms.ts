import type { IWebhookFunctions } from 'n8n-workflow';
import { domainOf } from '../domain/acceptance/emailAddress';
import type { FormTerms } from '../domain/acceptance/formTerms';
import type { Visit } from '../domain/acceptance/pageModel';
import { openLinks } from '../domain/acceptance/receivers';
import { correctableNow } from '../domain/acceptance/rejudge';
import { codeFor } from './receiverLinks';

/** What the form of this receiver is held against. */
export function formTerms(context: IWebhookFunctions, visit: Visit): FormTerms {
	const { handoff, link, password, asksCode, forwarding } = visit;
	const { request } = handoff;
	return {
		checklist: request.checklist,
		returnReasons: request.returnReasons,
		fields: handoff.agreed.fields,
		correctable: correctableNow(handoff),
		by: link,
		...(password === undefined ? {} : { password }),
		...(asksCode ? { code: codeFor(context, link.email, request.round) } : {}),
		...(forwarding === undefined ? {} : { forwarding: forwardTerms(visit, forwarding) }),
	};
}

const forwardTerms = (
	{ handoff: { request, sender } }: Visit,
	{ domains }: { domains?: readonly string[] },
): NonNullable<FormTerms['forwarding']> => ({
	sender: sender.email ?? '',
	asked: [
		...[...openLinks(request), ...request.votes.map(({ by }) => by)].map(({ email }) => email),
		...(request.inTurn ?? []),
	],
	...(domains === undefined ? {} : { domains: domains.map((domain) => domainOf(domain)) }),
});
