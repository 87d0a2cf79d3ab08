import { formatInstant, type Instant } from '../base/instant';
import type { Handoff } from '../handoff/envelope';
import type { SentChanges } from '../handoff/fixing';
import { WORDINGS } from '../language/languages';
import { renderMessage } from '../message/renderMessage';
import { renderClosing } from '../page/closing';
import type { FormError } from '../page/formError';
import { fillPageText } from '../page/format';
import type { Page, PageBasis } from '../page/model';
import { answerApproval } from './answerApproval';
import { fixReceiptDocument } from './fixDocuments';
import { parseFixForm, type FixForm } from './fixForm';
import type { FixArrival, FixVisitAnswer } from './fixArrival';
import { fixBasis, fixPageModel, type FixVisit } from './fixPageModel';
import { fixAnswered } from './fixRows';
import { fixerLinkOf, gapsOf } from './gaps';
import { renderFixPage } from './page/fixPage';

/**
 * Answers whoever opens or submits a link to what is missing. To open it changes nothing, however
 * often. What was sent goes round by Notify, as a receipt for who sent it, and is recorded before
 * anything is written because of it.
 *
 * Never throws: n8n ends the execution with an error when a resume webhook does.
 */
export function answerFixVisit({ state, query, form }: FixArrival, now: Instant): FixVisitAnswer {
	let basis = NOTHING_KNOWN;
	try {
		if (state === undefined) return closing(basis, 'unreadable');
		basis = fixBasis(state);
		if (query.exception !== undefined) return answerApproval(state, { query, form }, now);
		const link = fixerLinkOf(state.handoff, query.to);
		if (link === undefined) return closing(basis, 'notReceiver');
		const visit: FixVisit = { ...state, link };
		basis = fixBasis(visit);
		if (form === 'unreadable') return closing(basis, 'unreadable');
		if (gapsOf(state.handoff, link).length === 0) return closing(basis, 'gapDone');
		if (form === undefined) return { page: renderFixPage(fixPageModel(visit, now)) };
		return receiveForm(
			visit,
			parseFixForm(form.body, { ...visit, wording: basis.wording, now }),
			now,
		);
	} catch {
		return closing(basis, 'unreadable');
	}
}

const NOTHING_KNOWN: PageBasis = {
	title: '',
	senderTeam: '',
	receiverTeam: '',
	wording: WORDINGS.en,
	branding: {},
	timezone: 'UTC',
};

const CLOSINGS = {
	gapDone: { status: 200, sign: '✓', title: 'gapDoneTitle', text: 'gapDoneText' },
	notReceiver: { status: 403, sign: 'i', title: 'notReceiverTitle', text: 'notReceiverText' },
	unreadable: { status: 400, sign: '!', title: 'unreadableTitle', text: 'unreadableText' },
} as const;

function closing(basis: PageBasis, kind: keyof typeof CLOSINGS): FixVisitAnswer {
	const { status, sign, title, text } = CLOSINGS[kind];
	const { wording } = basis;
	const lines = [fillPageText(basis, wording[text])];
	return { page: renderClosing(basis, { status, sign, title: wording[title], lines }) };
}

function receiveForm(visit: FixVisit, form: FixForm, now: Instant): FixVisitAnswer {
	if (form.kind === 'refused') return { page: renderFixPage(fixPageModel(visit, now, form)) };
	const at = formatInstant(now);
	const sent: SentChanges = {
		changes: form.changes.map((change) => ({ ...change, by: form.by, at })),
		by: form.by,
		at,
		exceptions: form.exceptions,
		...(form.comment === '' ? {} : { comment: form.comment }),
	};
	return {
		page: thanksPage(visit, sent),
		answer: {
			envelope: receivedEnvelope(visit, sent),
			// What was typed must not be lost to whoever was quicker.
			tooLate: () => {
				const errors: FormError[] = [{ code: 'sentAtOnce', name: 'decide', label: '' }];
				const again = fixPageModel(visit, now, { kind: 'refused', errors, typed: form.typed });
				return renderFixPage(again, 409);
			},
		},
	};
}

function receivedEnvelope(visit: FixVisit, sent: SentChanges): Handoff {
	const { handoff, link, wording } = visit;
	const locale = { wording, timezone: handoff.fixing.timezone };
	const document = fixReceiptDocument({ handoff, link, locale }, sent);
	return {
		...handoff,
		fixing: { ...handoff.fixing, links: [], received: sent },
		event: undefined,
		message: renderMessage(document),
	};
}

function thanksPage(visit: FixVisit, sent: SentChanges): Page {
	const basis = fixBasis(visit);
	const { wording } = basis;
	const left = gapsOf(fixAnswered(visit.handoff, sent), visit.link);
	const labels = [...new Set(left.map(({ label }) => label))].join(', ');
	return renderClosing(basis, {
		...{ status: 200, sign: '✓', title: wording.gapThanksTitle },
		lines: [
			fillPageText(basis, wording.gapThanksText),
			labels === '' ? '' : fillPageText(basis, wording.gapThanksRest, { labels }),
		],
	});
}
