import { sameAddress } from '../base/emailAddress';
import { formatInstant, type Instant } from '../base/instant';
import type { Person } from '../base/message';
import { renderApprovalClosing, type ApprovalClosing } from '../exceptions/approvalClosing';
import { parseApprovalForm, type ApprovalForm } from '../exceptions/approvalForm';
import {
	approvalModel,
	approvalTerms,
	labelOf,
	type ApprovalVisit,
} from '../exceptions/approvalModel';
import { renderApprovalPage } from '../exceptions/approvalPage';
import {
	exceptionGrantedDocument,
	exceptionRefusedDocument,
} from '../exceptions/exceptionDocuments';
import type { Approval } from '../handoff/fixing';
import type { AskedException } from '../handoff/exception';
import type { KeptException } from '../life/exceptions';
import { localeFor } from '../wording/locale';
import type { FixArrival, FixVisitAnswer } from './fixArrival';
import { fixEnvelope, fixLocale } from './fixEnvelopes';
import { fixBasis, type ShownFix } from './fixPageModel';
import { fixerLinkOf, gapsLeft } from './gaps';
import { isApprover, keptExceptions } from './pendingExceptions';

type Arriving = Pick<FixArrival, 'query' | 'form'>;

/**
 * Answers whoever opens or submits the link of an approver: it shows the one exception that it was
 * made for, and decides about nothing else.
 */
export function answerApproval(
	shown: ShownFix,
	{ query, form }: Arriving,
	now: Instant,
): FixVisitAnswer {
	const { handoff } = shown;
	const kept = keptExceptions(handoff).find((one) => one.requirementId === query.exception);
	if (kept === undefined) return closing(shown, { kind: 'notYours' });
	const label = labelOf(handoff, kept);
	const asked = kept.asked;
	if (asked === undefined || String(asked.times) !== query.times) {
		return closing(shown, answeredClosing(kept, label));
	}
	const to = typeof query.to === 'string' ? query.to : '';
	if (!isApprover(asked, to)) return closing(shown, { kind: 'notYours' });
	const isLeft = gapsLeft(handoff).some((gap) => gap.requirementId === asked.requirementId);
	if (!isLeft) return closing(shown, { kind: 'void', label });
	if (form === 'unreadable') return closing(shown, { kind: 'unreadable' });
	const visit = visitOf(shown, asked, to);
	if (form === undefined) return page(shown, visit, now);
	return receive(shown, visit, {
		form: parseApprovalForm(form.body, approvalTerms(visit, now)),
		now,
	});
}

function visitOf(shown: ShownFix, asked: AskedException, email: string): ApprovalVisit {
	const { handoff, branding } = shown;
	const approvers = handoff.agreed.exceptions?.approvers ?? [];
	const approver: Person = approvers.find((one) => sameAddress(one.email, email)) ?? {
		...{ name: '', email },
	};
	return { handoff, asked, approver, branding, ...fixLocale(shown) };
}

const closing = (shown: ShownFix, said: ApprovalClosing): FixVisitAnswer => ({
	page: renderApprovalClosing(fixBasis(shown), said),
});

function answeredClosing({ waiver, refused }: KeptException, label: string): ApprovalClosing {
	if (waiver !== undefined) {
		const { approvedBy: approver, expiresAt: until } = waiver;
		return { kind: 'alreadyGranted', label, approver, until };
	}
	if (refused === undefined) return { kind: 'closed' };
	return { kind: 'alreadyRefused', label, approver: refused.by, reason: refused.reason };
}

function page(
	shown: ShownFix,
	visit: ApprovalVisit,
	now: Instant,
	refused?: Extract<ApprovalForm, { kind: 'incomplete' }>,
): FixVisitAnswer {
	const model = approvalModel(visit, now, refused);
	const label = labelOf(visit.handoff, visit.asked);
	if (model === undefined) return closing(shown, { kind: 'void', label });
	return { page: renderApprovalPage(model) };
}

function receive(
	shown: ShownFix,
	visit: ApprovalVisit,
	{ form, now }: { form: ApprovalForm; now: Instant },
): FixVisitAnswer {
	if (form.kind === 'incomplete') return page(shown, visit, now, form);
	const { handoff } = shown;
	const { asked, approver } = visit;
	const by = { name: form.name, email: approver.email, proof: 'signedLinkAndName' as const };
	const approval: Approval = {
		...{ requirementId: asked.requirementId, times: asked.times, by, at: formatInstant(now) },
		...(form.kind === 'grant' ? { until: form.until } : { reason: form.reason }),
	};
	const label = labelOf(handoff, asked);
	const asker = asked.by.name || asked.by.email;
	const envelope = fixEnvelope(handoff, answerDocument(shown, asked, approval));
	const fixing = envelope.fixing === undefined ? {} : { fixing: { ...envelope.fixing, approval } };
	return {
		...closing(
			shown,
			form.kind === 'grant'
				? { kind: 'granted', label, until: form.until, asker }
				: { kind: 'refused', label, asker },
		),
		answer: {
			envelope: { ...envelope, ...fixing },
			tooLate: () => closing(shown, { kind: 'busy' }).page,
		},
	};
}

/** Tells who asked. */
function answerDocument(shown: ShownFix, asked: AskedException, approval: Approval) {
	const { handoff } = shown;
	const { requirementId, by, until, reason = '' } = approval;
	const locale = localeFor(fixerLinkOf(handoff, asked.by.email) ?? {}, fixLocale(shown));
	if (until === undefined) {
		return exceptionRefusedDocument(handoff, asked, { approver: by.name, reason, locale });
	}
	const waiver = { requirementId, reason: asked.reason, approvedBy: by.name, expiresAt: until };
	return exceptionGrantedDocument(handoff, asked, { waiver, locale });
}
