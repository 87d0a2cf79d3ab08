import { formatInstant, type Instant } from '../base/instant';
import type { Handoff } from '../handoff/envelope';
import type { AcceptanceRequest, ReceiverLink } from '../handoff/request';
import { WORDINGS } from '../language/languages';
import { answerDecision, answerForward, type Means } from './answerForm';
import { answerAsk, newQuestion } from './asking/answerQuestions';
import { visitQuestion } from './asking/answerVisitor';
import { correctDecision, type CorrectedForm } from './correctDecision';
import { parseDecisionForm } from './decisionForm';
import { renderClosingPage } from './page/closingPage';
import { renderDecisionPage } from './page/decisionPage';
import type { Page, PageBasis } from '../page/model';
import type { Closing } from './page/model';
import { pageBasis, pageModel, type ShownRequest, type Visit } from './pageModel';
import { forwardOf, hasVoted, openLinks } from './receivers';
import type { FormAnswer } from './recordLater';
import type { SignLink } from '../handoff/signedLinks';
import { termsFor } from './visitTerms';

/** What is known when somebody opens a decision link, or submits the form behind it. */
export interface Arrival {
	/** What is asked; absent when it cannot be read. */
	request?: ShownRequest;
	/** Whom the signed link names, for which round it was made, and which question it answers, if any. */
	query: { to?: unknown; round?: unknown; answer?: unknown };
	/** Absent when the page is only looked at. */
	form?: { body: unknown; key: string | undefined } | 'unreadable';
	sign: SignLink;
}

export interface VisitAnswer {
	/** What the visitor sees; when there is an answer, only if it is the one that n8n takes. */
	page: Page;
	answer?: {
		leavesBy: FormAnswer['leavesBy'];
		envelopes: Handoff[];
		/** What the visitor sees when somebody else was quicker. */
		tooLate: () => Page;
	};
}

/**
 * Answers whoever opens or submits a decision link. To open it shows the page and changes nothing,
 * however often. A form that is not in order brings the page back with what is missing.
 *
 * Never throws: n8n ends the execution with an error when a resume webhook does.
 */
export function answerVisit(arrival: Arrival, now: Instant): VisitAnswer {
	let basis = NOTHING_KNOWN;
	try {
		const { request, query, form, sign } = arrival;
		if (request === undefined) return closing(basis, { kind: 'unreadable' });
		basis = pageBasis(request);
		if (query.answer !== undefined) return answerOnly(arrival, request, now);
		const link = request.handoff.request.links.find(({ email }) => email === query.to);
		basis = pageBasis({ ...request, link });
		const visit = recogniseVisit(request, link, query.round);
		if (!('link' in visit)) return closing(basis, visit);
		if (form === undefined) return { page: renderDecisionPage(pageModel(visit, now)) };
		if (form === 'unreadable') return closing(basis, { kind: 'unreadable' });
		return receiveForm(visit, form.body, { sign, key: form.key, now });
	} catch {
		return closing(basis, { kind: 'unreadable' });
	}
}

/** A link that answers a question can do nothing else. */
function answerOnly(
	{ query, form, sign }: Arrival,
	request: ShownRequest,
	now: Instant,
): VisitAnswer {
	const basis = pageBasis(request);
	if (form === 'unreadable') return closing(basis, { kind: 'unreadable' });
	const visited = visitQuestion({ request, query, sign, ...(form && { form }) }, now);
	if ('page' in visited) return visited;
	if ('closing' in visited) return closing(basis, visited.closing);
	return taken(basis, visited.answer);
}

const NOTHING_KNOWN: PageBasis = {
	title: '',
	senderTeam: '',
	receiverTeam: '',
	wording: WORDINGS.en,
	branding: {},
	timezone: 'UTC',
};

const closing = (basis: PageBasis, kind: Closing): VisitAnswer => ({
	page: renderClosingPage(basis, kind),
});

/** Whose link this is, and whether it belongs to the round that is open. */
function recogniseVisit(
	shown: ShownRequest,
	link: ReceiverLink | undefined,
	round: unknown,
): Visit | Closing {
	const { request } = shown.handoff;
	if (round !== String(request.round)) return { kind: 'closed' };
	if (link === undefined) return { kind: 'notReceiver' };
	const forward = forwardOf(request, link.email);
	if (forward !== undefined) return { kind: 'forwarded', name: forward.to.name };
	if (hasVoted(request, link.email)) return votedClosing(request);
	if (!openLinks(request).includes(link)) return { kind: 'notYet' };
	return { ...shown, link };
}

/** How far the acceptances have come. */
const votedClosing = ({ acceptancesNeeded, votes }: AcceptanceRequest): Closing => ({
	kind: 'voted',
	needed: acceptancesNeeded,
	count: votes.length,
});

type Received = Means & { now: Instant };

function receiveForm(visit: Visit, body: unknown, received: Received): VisitAnswer {
	const { sign, now } = received;
	const read = parseDecisionForm(body, termsFor(visit, sign));
	const form = correctDecision(read, visit, now);
	if (form.kind === 'refused' || form.kind === 'preview') {
		return { page: renderDecisionPage({ ...pageModel(visit, now), ...form }) };
	}
	const basis = pageBasis(visit);
	if (form.round !== String(visit.handoff.request.round)) return closing(basis, { kind: 'closed' });
	return taken(basis, answerOf(visit, form, received));
}

const taken = (
	basis: PageBasis,
	{ leavesBy, envelopes, closing: thanks }: FormAnswer,
): VisitAnswer => ({
	page: renderClosingPage(basis, thanks),
	answer: { leavesBy, envelopes, tooLate: () => renderClosingPage(basis, { kind: 'busy' }) },
});

type ValidForm = Extract<CorrectedForm, { kind: 'valid' | 'forward' | 'ask' }>;

function answerOf(visit: Visit, form: ValidForm, { now, ...means }: Received): FormAnswer {
	const at = formatInstant(now);
	if (form.kind === 'forward') return answerForward(visit, { ...form.forward, at }, means);
	if (form.kind === 'ask') return answerAsk(visit, newQuestion(visit, form.question, now), means);
	const answer = answerDecision(visit, { ...form.decision, at }, means);
	return form.corrected === undefined || answer.closing.kind !== 'accepted'
		? answer
		: { ...answer, closing: { ...answer.closing, corrected: form.corrected } };
}
