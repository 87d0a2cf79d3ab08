import { fireMilestone } from '../../../nodes/domain/acceptance/milestones';
import { leaveUnanswered, recordDecision } from '../../../nodes/domain/acceptance/decide';
import { codeDocument } from '../../../nodes/domain/acceptance/codeDocument';
import { voteDocument } from '../../../nodes/domain/acceptance/vote';
import type { Language } from '../../../nodes/domain/language/languages';
import { openRequest } from '../../../nodes/domain/acceptance/openRequest';
import {
	expiredDocument,
	receiptDocument,
	returnedDocument,
} from '../../../nodes/domain/acceptance/outcomeDocuments';
import {
	escalationDocument,
	reminderDocument,
	requestDocument,
} from '../../../nodes/domain/acceptance/requestDocuments';
import { commonLocale, senderLocale, type Locale } from '../../../nodes/domain/wording/locale';
import { formatMilestone } from '../../../nodes/domain/wording/formatMilestone';
import { WORDINGS } from '../../../nodes/domain/language/languages';
import type { MessageDocument } from '../../../nodes/domain/message/document';
import { renderMessage } from '../../../nodes/domain/message/renderMessage';
import { startClock } from '../../../nodes/domain/time/clock';
import { readyHandoff } from '../../support/handoffs';
import { told } from '../../support/told';
import { say } from '../../../nodes/domain/language/sentence';

const MONDAY_9 = Date.parse('2026-03-02T09:00:00Z');
const HEAD = { name: 'Hedda Head', email: 'hedda@example.com' };
const LANGUAGES: Language[] = ['nl', 'en', 'fr', 'de', 'pt', 'es'];

const clock = startClock({
	name: 'accept',
	target: { minutes: 480, milestones: [50, 100, '+4h'], escalateTo: [] },
	calendar: {
		timezone: 'Europe/Berlin',
		weekly: { mon: [['08:00', '18:00']], tue: [['08:00', '18:00']] },
		holidays: [],
		exceptions: {},
	},
	at: MONDAY_9,
});
const finding = {
	requirementId: 'po',
	label: 'PO',
	field: 'po',
	check: 'present',
	severity: 'warning' as const,
	...told(),
	seen: '',
	fixer: 'sender',
	howToFix: '',
};
const conflict = {
	...finding,
	label: 'Budget',
	check: 'agrees',
	...told(
		say('shortfallDiffers', {
			statements: [
				say('statement', { system: 'HubSpot', value: 1 }),
				say('statement', { system: 'Stripe', value: 2 }),
			],
			system: 'HubSpot',
		}),
	),
	waiver: { requirementId: 'po', reason: 'Agreed', approvedBy: 'Hedda', expiresAt: '2026-04-01' },
};
const { verdict, ...handedOver } = readyHandoff();
const known = {
	...handedOver,
	...(verdict && { verdict: { ...verdict, findings: [finding, conflict] } }),
};
const asked = openRequest(known, {
	receivers: [
		{ name: 'Dana Delivery', email: 'dana@example.com' },
		{ name: 'Joana', email: 'joana@example.com', language: 'pt', timezone: 'Europe/Lisbon' },
	],
	clock,
	round: 1,
	now: MONDAY_9,
	acceptancesNeeded: 2,
	signLink: ({ email }) => `https://n8n.example/webhook-waiting/7?to=${email}`,
});
const [dana, joana] = asked.request.links;
const [half] = asked.request.milestones;
if (dana === undefined || joana === undefined || half === undefined)
	throw new Error('nobody asked');

const decision = {
	kind: 'accepted' as const,
	by: { name: 'Dana D.', email: 'dana@example.com', proof: 'signedLinkNameAndCode' as const },
	at: '2026-03-02T11:30:00.000Z',
	checklist: [{ id: 'capacity', label: 'We have people for it', checked: true }],
	reasons: [],
	comment: 'We start on Monday.',
	corrections: [
		{
			field: 'amount',
			label: 'Budget',
			from: '12000',
			to: '15000',
			by: { name: 'Dana D.', email: 'dana@example.com' },
			at: '2026-03-02T11:30:00.000Z',
		},
	],
	correctedVerdict: { ready: true, score: 80, findings: [finding] },
};
const returned = {
	...decision,
	kind: 'returned' as const,
	corrections: undefined,
	reasons: [
		{ code: 'goals', label: 'The goals are not clear', note: 'Which page?', field: 'amount' },
	],
};

/** Every message of the node in one language. */
function messagesIn(locale: Locale, handoff = asked): Record<string, MessageDocument> {
	const at = Date.parse(decision.at);
	const fired = fireMilestone(handoff, half ?? fail(), Date.parse(half?.dueAt ?? ''));
	const accepted = recordDecision(handoff, decision, at);
	const back = recordDecision(handoff, returned, at);
	const link = dana ?? fail();
	return {
		request: requestDocument({ handoff, link, locale }),
		reminder: reminderDocument({ handoff: fired, link, locale }, half ?? fail()),
		escalation: escalationDocument({ handoff: fired, locale }, half ?? fail(), [HEAD]),
		code: codeDocument(handoff, { ...link, code: '7KQ2M-X9PLA' }, locale),
		vote: voteDocument(handoff, decision, locale),
		receipt: receiptDocument(accepted, accepted.decision ?? decision, locale),
		returned: returnedDocument(back, back.decision ?? returned, locale),
		expired: expiredDocument(leaveUnanswered(handoff, at), [HEAD], locale),
	};
}

const fail = (): never => {
	throw new Error('nothing is planned');
};
const voiceIn = (language: Language): Locale =>
	commonLocale({ handoff: asked, wording: WORDINGS[language] });
const textOf = (document: MessageDocument) => renderMessage(document).text;

/** The sentences of the wording that a text in another language must not hold. */
const ENGLISH =
	/\b(Please|Nobody|Accepted|Decided|Working time|waits for|Review|Open the|is missing|says|counts)\b/;

describe.each(LANGUAGES)('the messages in %s', (language) => {
	it.each(Object.entries(messagesIn(voiceIn(language))))(
		'%s says everything, in that language, in every form',
		(_name, document) => {
			const message = renderMessage(document);
			const forms = [
				message.subject,
				message.text,
				message.short,
				message.markdown,
				message.html,
				JSON.stringify(message.slackBlocks),
				JSON.stringify(message.adaptiveCard),
			];

			for (const form of forms) {
				expect(form).not.toMatch(/\{[a-zA-Z]+\}/);
				expect(form).not.toContain('undefined');
				if (language !== 'en') expect(form).not.toMatch(ENGLISH);
			}
			const forWhom = WORDINGS[language].forWhom.replace('{names}', '');
			expect(message.short.startsWith(forWhom)).toBe(true);
			expect(message.slackBlocks.length).toBeLessThanOrEqual(50);
			expect(JSON.stringify(message.adaptiveCard).length).toBeLessThanOrEqual(28_000);
		},
	);
});

describe('a message', () => {
	it('speaks to each receiver in their own language and zone', () => {
		const locale = voiceIn('de');
		const own = textOf(requestDocument({ handoff: asked, link: joana, locale }));
		const common = textOf(requestDocument({ handoff: asked, link: dana, locale }));

		expect(own).toContain('Para aceitar ou devolver: Website for Acme');
		expect(own).toContain('17:00 (Europe/Lisbon)');
		expect(common).toContain('Bitte annehmen oder zurückgeben: Website for Acme');
		expect(common).toContain('18:00 (Europe/Berlin)');
	});

	it('tells the sender what became of it in the language of the sender', () => {
		const handoff = { ...asked, sender: { ...asked.sender, language: 'fr' as const } };

		expect(senderLocale({ handoff, wording: WORDINGS.de }).wording).toBe(WORDINGS.fr);
		expect(senderLocale({ handoff: asked, wording: WORDINGS.de }).wording).toBe(WORDINGS.de);
	});

	it.each([
		[
			'de',
			'PO: fehlt',
			'Budget: widerspricht sich: HubSpot sagt 1, Stripe sagt 2; es zählt HubSpot',
		],
		['es', 'PO: falta', 'Budget: los sistemas no coinciden: HubSpot indica 1, Stripe indica 2'],
		['en', 'PO is missing', 'Budget differs: HubSpot says 1, Stripe says 2; HubSpot counts'],
	] as const)(
		'says in %s what is open and what the systems differ in',
		(language, open, differs) => {
			const { request, receipt } = messagesIn(voiceIn(language));

			expect(textOf(request ?? fail())).toContain(open);
			expect(textOf(request ?? fail())).toContain(differs);
			expect(textOf(receipt ?? fail())).toContain(open);
		},
	);

	it('is a receipt for both sides: who, when, how we know, what was confirmed and corrected, how long', () => {
		const { receipt } = messagesIn(voiceIn('en'));
		const text = textOf(receipt ?? fail());

		expect(receipt?.to.map(({ email }) => email)).toEqual(['sam@example.com', 'dana@example.com']);
		for (const said of [
			'Decided by: Dana D. (dana@example.com)',
			'Decided on: Mon 2 March 2026, 12:30 (Europe/Berlin)',
			'How we know: a signed link of their own, the name they typed, a code sent to them',
			'Working time spent: 0 minutes with Sales, 2 hours, 30 minutes with Delivery',
			'We have people for it',
			'Budget: 15000 instead of 12000',
			'Judged again, this stays open: PO is missing.',
			'We start on Monday.',
		]) {
			expect(text).toContain(said);
		}
	});

	it.each(LANGUAGES)(
		'asks in %s for corrections, or has nothing left to do, never both',
		(language) => {
			const { receipt } = messagesIn(voiceIn(language));
			const done = WORDINGS[language].receiptDone.replace('{sender}', 'Sales');
			const plain = receiptDocument(
				recordDecision(asked, decision, MONDAY_9),
				{ ...decision, corrections: undefined },
				voiceIn(language),
			);

			expect(textOf(receipt ?? fail())).toContain('15');
			expect(textOf(receipt ?? fail())).not.toContain(done);
			expect(textOf(plain)).toContain(done);
		},
	);

	it.each([
		['', '4711', '4711'],
		['\u200b ', '4711', '4711'],
		['', '', 'Der Datensatz'],
	])('calls a record without a title %j by its id %j, or by what it is', (title, id, called) => {
		const nameless = { ...asked, record: { ...asked.record, title, id } };

		for (const document of Object.values(messagesIn(voiceIn('de'), nameless))) {
			expect(document.subject).toContain(called);
		}
	});

	it('tells both sides why it came back, and the sender first', () => {
		const { returned: document } = messagesIn(voiceIn('en'));

		expect(document?.to.map(({ email }) => email)).toEqual(['sam@example.com', 'dana@example.com']);
		expect(textOf(document ?? fail())).toContain('The goals are not clear (Budget)');
		expect(textOf(document ?? fail())).toContain('Which page?');
	});

	it.each(['vote', 'receipt', 'returned', 'expired'])(
		'tells the sending team, without an address, where its person is not known: %s',
		(name) => {
			const nobody = { ...asked, sender: { team: 'Sales' } };
			const { [name]: document } = messagesIn(voiceIn('en'), nobody);

			expect(document?.to[0]).toEqual({ name: 'Sales', email: '' });
		},
	);

	it('gives the decision link to its receiver and to nobody else', () => {
		const { escalation, receipt, returned: back, expired, vote, code } = messagesIn(voiceIn('en'));

		for (const document of [escalation, receipt, back, expired, vote, code]) {
			expect(JSON.stringify(renderMessage(document ?? fail()))).not.toContain('webhook-waiting');
		}
		const own = JSON.stringify(
			renderMessage(requestDocument({ handoff: asked, link: dana, locale: voiceIn('en') })),
		);
		expect(own).not.toContain('joana');
	});

	it.each`
		id              | language | said
		${'50'}         | ${'en'}  | ${'50 % of the time to answer'}
		${'50@a@b.com'} | ${'en'}  | ${'50 % of the time to answer'}
		${'100'}        | ${'de'}  | ${'der Fälligkeitszeitpunkt'}
		${'+4h'}        | ${'de'}  | ${'4 Stunden Arbeitszeit nach Fälligkeit'}
		${'-30m'}       | ${'fr'}  | ${'30 minutes de temps de travail avant l’échéance'}
		${'+1wd'}       | ${'en'}  | ${'1 day of working time after the deadline'}
		${'odd'}        | ${'en'}  | ${'its label'}
	`('says the milestone $id in $language as “$said”', ({ id, language, said }) => {
		const wordings = new Map(Object.entries(WORDINGS));
		const wording = wordings.get(language) ?? WORDINGS.en;
		expect(formatMilestone({ id, label: 'its label' }, wording)).toBe(said);
	});
});
