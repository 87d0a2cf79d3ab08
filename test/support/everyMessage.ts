import { codeDocument } from '../../nodes/domain/acceptance/codeDocument';
import { leaveUnanswered, recordDecision } from '../../nodes/domain/acceptance/decide';
import type { Locale } from '../../nodes/domain/wording/locale';
import { openRequest } from '../../nodes/domain/acceptance/openRequest';
import {
	expiredDocument,
	receiptDocument,
	returnedDocument,
} from '../../nodes/domain/acceptance/outcomeDocuments';
import {
	escalationDocument,
	reminderDocument,
	requestDocument,
} from '../../nodes/domain/acceptance/requestDocuments';
import { endVoid } from '../../nodes/domain/acceptance/voidQuestion';
import { voteDocument } from '../../nodes/domain/acceptance/vote';
import type { Message } from '../../nodes/domain/base/message';
import {
	exceptionAskedDocument,
	exceptionGrantedDocument,
	exceptionRefusedDocument,
	exceptionReminderDocument,
} from '../../nodes/domain/exceptions/exceptionDocuments';
import {
	fixFailedDocument,
	fixReceiptDocument,
	fixReminderDocument,
	fixRequestDocument,
	fixRestDocument,
} from '../../nodes/domain/fixing/fixDocuments';
import {
	fixEscalationDocument,
	fixExpiredDocument,
	fixKeptDocument,
} from '../../nodes/domain/fixing/fixOutcomes';
import { gapsIn } from '../../nodes/domain/fixing/gaps';
import { openFix } from '../../nodes/domain/fixing/openFix';
import { briefDocument } from '../../nodes/domain/gate/briefDocument';
import { withdrawnDocument } from '../../nodes/domain/gate/withdrawnDocument';
import type { AskedHandoff } from '../../nodes/domain/handoff/askedHandoff';
import type { Handoff } from '../../nodes/domain/handoff/envelope';
import { WORDINGS, type Language } from '../../nodes/domain/language/languages';
import type { MessageDocument } from '../../nodes/domain/message/document';
import { renderMessage } from '../../nodes/domain/message/renderMessage';
import { parsePolicy } from '../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../nodes/domain/readiness/compilePolicy';
import { evaluateReadiness } from '../../nodes/domain/readiness/evaluateReadiness';
import { buildFixList } from '../../nodes/domain/readiness/fixList';
import {
	outcomeEnvelopes,
	questionEnvelope,
} from '../../nodes/domain/acceptance/asking/questionMessages';
import { clockAlert } from '../../nodes/domain/sla/clockAlert';
import { revisionNotice } from '../../nodes/domain/sla/revisionNotice';
import { startClock, type Clock } from '../../nodes/domain/time/clock';
import { parseTarget } from '../../nodes/domain/time/target';
import { officeIn } from '../domain/time/calendars';
import { readyHandoff } from './handoffs';

const MONDAY_9 = Date.parse('2026-03-02T09:00:00Z');
const DECIDED = '2026-03-02T11:30:00.000Z';
const DANA = { name: 'Dana Delivery', email: 'dana@example.com' };
const SAM = { name: 'Sam Seller', email: 'sam@example.com' };
const HEAD = { name: 'Hedda Head', email: 'hedda@example.com' };

/** Names that do not break by themselves: 70 characters and more. */
export const LONG_NAME =
	'Vertragsentwurf_ACME-Corporation_Rollout-Phase-2_final_v17_signed_copy.pdf';

const compiled = compilePolicy(
	parsePolicy({
		id: 'kick-off',
		record: { id: 'id', title: 'title' },
		requirements: [
			{ id: 'po', label: 'PO', field: 'po', check: { kind: 'present' } },
			{ id: 'amount', label: 'A-1', field: 'amount', check: { kind: 'number', min: 20_000 } },
			{ id: 'start', label: 'A-2', field: 'start', check: { kind: 'date', after: '2026-03-16' } },
			{ id: 'files', label: LONG_NAME, field: 'files', check: { kind: 'list', min: 1 } },
			{
				id: 'share',
				label: 'A-3',
				field: 'share',
				check: { kind: 'number', max: 12.5 },
				severity: 'warning',
			},
			{
				id: 'sites',
				label: 'A-4',
				field: 'sites',
				check: { kind: 'text', minLength: 20 },
				fixer: 'receiver',
			},
		],
		waivers: { allowed: ['po'] },
	}),
);

const verdict = evaluateReadiness(
	compiled,
	{ id: '1', amount: '15000', start: '2026-03-09', share: 40, files: [], sites: 'x' },
	{
		now: MONDAY_9,
		mode: 'enforce',
		waivers: ['po', 'files'].map((requirementId) => ({
			requirementId,
			reason: 'A-8',
			approvedBy: 'Hedda',
			expiresAt: '2026-04-01',
		})),
	},
);

const clockOf = (side: 'sender' | 'receiver', minutes: number): Clock =>
	startClock({
		name: 'A',
		side,
		target: parseTarget({ minutes, milestones: [50, 100, '+4h'], escalateTo: [HEAD] }),
		calendar: officeIn('Europe/Berlin'),
		at: MONDAY_9,
	});

const ready = (language: Language): Handoff => {
	const plain = readyHandoff();
	const packet = [
		{ label: 'A-5', field: 'amount', value: '12000' },
		{ label: LONG_NAME, field: 'file', value: LONG_NAME },
	];
	return {
		...plain,
		record: { ...plain.record, title: LONG_NAME },
		verdict,
		agreed: { ...plain.agreed, language, packet },
	};
};

const askedIn = (language: Language): AskedHandoff =>
	openRequest(ready(language), {
		receivers: [DANA, { name: 'Kim', email: 'kim@example.com', timezone: 'America/New_York' }],
		clock: clockOf('receiver', 480),
		round: 1,
		now: MONDAY_9,
		acceptancesNeeded: 2,
		inTurn: true,
		signLink: ({ email }) => `https://n8n.example/webhook-waiting/7?to=${email}`,
	});

const accepted = {
	kind: 'accepted' as const,
	by: { ...DANA, proof: 'signedLinkNameAndCode' as const },
	at: DECIDED,
	checklist: [{ id: 'capacity', label: 'A-6', checked: true }],
	reasons: [],
	comment: LONG_NAME,
	corrections: [
		{ field: 'amount', label: 'A-5', from: '12000', to: '15000', by: DANA, at: DECIDED },
	],
	correctedVerdict: { ready: true, score: 80, findings: verdict.findings },
};
const returned = {
	...accepted,
	kind: 'returned' as const,
	corrections: undefined,
	reasons: [{ code: 'goals', label: 'A-7', note: LONG_NAME, field: 'amount' }],
};

/** What is written about a question that is out, and about its end. */
function aboutQuestion(handoff: AskedHandoff, locale: Locale): Record<string, MessageDocument> {
	const { links, milestones } = handoff.request;
	const [link] = links;
	const [half] = milestones;
	if (link === undefined || half === undefined) throw new Error('nobody is asked');
	const decided = recordDecision(handoff, accepted, MONDAY_9);
	const back = recordDecision(handoff, returned, MONDAY_9);
	return {
		request: requestDocument({ handoff, link, locale }),
		reminder: reminderDocument({ handoff, link, locale }, half),
		escalation: escalationDocument({ handoff, locale }, half, [HEAD]),
		code: codeDocument(handoff, { ...link, code: '7KQ2M-X9PLA' }, locale),
		vote: voteDocument(handoff, accepted, locale),
		receipt: receiptDocument(decided, accepted, locale),
		receiptDone: receiptDocument(decided, { ...accepted, corrections: undefined }, locale),
		returned: returnedDocument(back, returned, locale),
		expired: expiredDocument(leaveUnanswered(handoff, MONDAY_9), [HEAD], locale),
		brief: briefDocument(
			{ ...handoff, decision: accepted },
			{ waived: verdict.findings.filter(({ waiver }) => waiver !== undefined), questions: [] },
		),
		withdrawn: withdrawnDocument(handoff, { why: 'recordGone', asked: [DANA.email] }),
	};
}

/** What is written about clocks of either side. */
function aboutClocks(handoff: Handoff): Record<string, MessageDocument> {
	const clock = clockOf('receiver', 4000);
	const [half, deadline, later] = clock.milestones.map((one) => ({ ...one, actualAt: one.dueAt }));
	if (half === undefined || deadline === undefined || later === undefined) {
		throw new Error('no milestones');
	}
	const late = { ...clock, remainingMinutes: -90 };
	const revision = {
		at: DECIDED,
		minutes: { before: 240, after: 480 },
		deadline: { before: clock.deadline, after: clock.deadline },
		calendarChanged: true,
	};
	return {
		clockSoon: clockAlert(handoff, { clock, milestone: half }),
		clockOverdue: clockAlert(handoff, { clock: late, milestone: later }),
		clockFix: clockAlert(handoff, { clock: clockOf('sender', 240), milestone: half }),
		clockRevised: revisionNotice(handoff, {
			clock: { ...clock, revisions: [revision] },
			revision,
		}),
	};
}

/** What those are told who supply what is missing. */
function aboutGaps(handoff: Handoff, locale: Locale): Record<string, MessageDocument> {
	const terms = { gaps: gapsIn(handoff), clock: clockOf('sender', 480), round: 1, now: MONDAY_9 };
	const sign = ({ to = '' }) => `https://n8n.example/webhook-waiting/7?to=${to}`;
	const asked = openFix(handoff, { ...terms, sign });
	const [link] = asked?.fixing.links ?? [];
	if (asked === undefined || link === undefined) throw new Error('nobody is asked');
	const reader = { handoff: asked, link, locale };
	const by = { ...DANA, proof: 'signedLinkAndName' as const };
	const change = {
		...{ requirements: ['amount'], field: 'amount', label: 'A-5', from: 12, to: 15, by },
		at: DECIDED,
	};
	const exceptions = [{ requirementId: 'amount', reason: 'A-10', until: '2026-04-01' }];
	const sent = { changes: [change], by, at: DECIDED, exceptions };
	return {
		fixRequest: fixRequestDocument(reader),
		fixReminder: fixReminderDocument(reader),
		fixRest: fixRestDocument(reader, sent),
		fixReceipt: fixReceiptDocument(reader, sent),
		fixFailed: fixFailedDocument(reader, 'A-9'),
		fixEscalation: fixEscalationDocument(asked, [HEAD], locale),
		fixExpired: fixExpiredDocument(asked, [HEAD], locale),
		fixKept: fixKeptDocument(asked, { kept: [{ change, now: '13' }], to: DANA }, locale),
	};
}

/** What is told about a question of the receiving team, and what came of it. */
function aboutQuestions(handoff: AskedHandoff, language: Language): Record<string, Message> {
	const asking = { handoff, wording: WORDINGS[language] };
	const question = {
		...{ id: '1', by: accepted.by, at: DECIDED, text: LONG_NAME, field: 'amount' },
		...{ to: SAM, remindAt: DECIDED, answerBy: DECIDED },
	};
	const answer = { questionId: '1', by: { ...accepted.by, ...SAM }, at: DECIDED, text: LONG_NAME };
	const sign = (parameters: Record<string, string>) =>
		`https://n8n.example/webhook-waiting/7/node?${new URLSearchParams(parameters).toString()}`;
	const messages = [
		questionEnvelope(asking, question, { sign }),
		questionEnvelope(asking, question, { sign, again: true }),
		...outcomeEnvelopes(asking, question, answer).slice(0, 1),
		...outcomeEnvelopes(asking, question).slice(0, 1),
	].flatMap(({ message }) => message ?? []);
	const [asked, askedAgain, answered, unanswered] = messages;
	if (!asked || !askedAgain || !answered || !unanswered) throw new Error('nobody is told');
	return { asked, askedAgain, answered, unanswered };
}

/** What approvers and those who ask them are told about an exception. */
function aboutExceptions(handoff: Handoff, locale: Locale): Record<string, MessageDocument> {
	const exception = {
		...{ requirementId: 'po', times: 1, reason: LONG_NAME, expiresAt: '2026-03-20' },
		...{ by: DANA, approvers: [HEAD.email], at: DECIDED },
	};
	const link = { ...HEAD, url: 'https://n8n.example/webhook-waiting/7?signature=head' };
	const waiver = { ...exception, approvedBy: `${HEAD.name} <${HEAD.email}>` };
	return {
		exceptionAsked: exceptionAskedDocument(handoff, exception, { link, locale }),
		exceptionReminder: exceptionReminderDocument(handoff, exception, { link, locale }),
		exceptionGranted: exceptionGrantedDocument(handoff, exception, { waiver, locale }),
		exceptionRefused: exceptionRefusedDocument(handoff, exception, {
			...{ approver: HEAD.name, reason: LONG_NAME, locale },
		}),
	};
}

/** What those are told whose question or answer became void. */
function aboutVoid(handoff: AskedHandoff, language: Language): Record<string, Message> {
	const shown = { handoff, wording: WORDINGS[language], asksCode: false };
	const question = { ...shown, escalateTo: [], clock: clockOf('receiver', 480) };
	const { then } = endVoid(
		question,
		{ firedMilestones: [], decision: accepted },
		{ void: 'replaced', now: 'asked' },
	);
	const messages = 'tell' in then ? then.tell : [];
	const [notCounted, replaced] = messages.flatMap(({ message }) => message ?? []);
	if (notCounted === undefined || replaced === undefined) throw new Error('nobody is told');
	return { notCounted, replaced };
}

/** A message of each kind that people get, in one language, with a name that no line can hold. */
export function everyMessage(language: Language): Record<string, Message> {
	const asked = askedIn(language);
	const locale = { wording: WORDINGS[language], timezone: 'Europe/Berlin' };
	const documents = {
		fixList: buildFixList(ready(language), verdict, compiled.policy.requirements),
		...aboutQuestion(asked, locale),
		...aboutClocks(ready(language)),
		...aboutExceptions(asked, locale),
		...aboutGaps(ready(language), locale),
	};
	const rendered = Object.entries(documents).map(([kind, document]): [string, Message] => [
		kind,
		renderMessage(document),
	]);
	return {
		...Object.fromEntries(rendered),
		...aboutQuestions(asked, language),
		...aboutVoid(asked, language),
	};
}
