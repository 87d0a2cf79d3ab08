import type { AskedHandoff } from '../../../nodes/domain/handoff/askedHandoff';
import { recordDecision, leaveUnanswered } from '../../../nodes/domain/acceptance/decide';
import { codeDocument } from '../../../nodes/domain/acceptance/codeDocument';
import { voteDocument } from '../../../nodes/domain/acceptance/vote';
import { openRequest } from '../../../nodes/domain/acceptance/openRequest';
import {
	expiredDocument,
	receiptDocument,
	returnedDocument,
} from '../../../nodes/domain/acceptance/outcomeDocuments';
import { renderClosingPage } from '../../../nodes/domain/acceptance/page/closingPage';
import { renderDecisionPage } from '../../../nodes/domain/acceptance/page/decisionPage';
import { fillTeams } from '../../../nodes/domain/wording/teams';
import type { Wording } from '../../../nodes/domain/language/wording';
import { WORDINGS } from '../../../nodes/domain/language/languages';
import { pageBasis, pageModel } from '../../../nodes/domain/acceptance/pageModel';
import {
	escalationDocument,
	reminderDocument,
	requestDocument,
} from '../../../nodes/domain/acceptance/requestDocuments';
import { renderMessage } from '../../../nodes/domain/message/renderMessage';
import { startClock } from '../../../nodes/domain/time/clock';
import { CLOSINGS } from '../../support/decisionPages';
import { readyHandoff } from '../../support/handoffs';

const MONDAY_9 = Date.parse('2026-03-02T09:00:00Z');
const DANA = { name: 'Dana D.', email: 'dana@example.com' };

const NAMES = { sender: 'SENDERS', receiver: 'RECEIVERS' };
const clock = startClock({
	name: 'accept',
	target: { minutes: 480, milestones: [50, 100], escalateTo: [] },
	calendar: {
		timezone: 'UTC',
		weekly: { mon: [['00:00', '24:00']] },
		holidays: [],
		exceptions: {},
	},
	at: MONDAY_9,
});

const askedBy = (teams: typeof NAMES): AskedHandoff =>
	openRequest(
		readyHandoff({
			sender: { team: teams.sender, email: 'sam@example.com' },
			receiver: { team: teams.receiver, people: [] },
		}),
		{
			receivers: [DANA],
			clock,
			round: 1,
			now: MONDAY_9,
			signLink: () => 'https://n8n.example/webhook-waiting/7?to=dana',
		},
	);

const decision = {
	kind: 'accepted' as const,
	by: { ...DANA, proof: 'signedLinkAndName' as const },
	at: '2026-03-02T11:30:00.000Z',
	checklist: [],
	reasons: [{ code: 'goals', label: 'The goals are not clear', note: 'Which?' }],
};

function messagesOf(handoff: AskedHandoff, wording: Wording): string[] {
	const locale = { wording, timezone: 'UTC' };
	const decided = recordDecision(handoff, decision, MONDAY_9);
	const { links, milestones } = handoff.request;
	const [half] = milestones;
	return [
		...links.map((link) => requestDocument({ handoff, link, locale })),
		...links.map((link) => half && reminderDocument({ handoff, link, locale }, half)),
		half && escalationDocument({ handoff, locale }, half, [DANA]),
		codeDocument(handoff, { ...DANA, code: 'ABCDE-FGHJK' }, locale),
		voteDocument(handoff, decision, locale),
		receiptDocument(decided, decided.decision ?? decision, locale),
		returnedDocument(decided, decision, locale),
		expiredDocument(leaveUnanswered(handoff, MONDAY_9), [DANA], locale),
	].flatMap((document) => (document === undefined ? [] : renderMessage(document).text));
}

function pagesOf(handoff: AskedHandoff, wording: Wording): string[] {
	const shown = { handoff, branding: {}, wording, asksCode: false, clock };
	return [
		...handoff.request.links.map((link) =>
			renderDecisionPage(pageModel({ ...shown, link, forwarding: {} }, MONDAY_9)),
		),
		...CLOSINGS.map((closing) => renderClosingPage(pageBasis(shown), closing)),
	].map(({ html }) => html);
}

describe.each(Object.entries(WORDINGS))('where no team is named, in %s', (_language, wording) => {
	it.each`
		what              | write
		${'each message'} | ${messagesOf}
		${'each page'}    | ${pagesOf}
	`('$what says what a side does wherever the name of its team would stand', ({ write }) => {
		const named: string[] = write(askedBy(NAMES), wording);
		const unnamed: string[] = write(askedBy({ sender: '', receiver: ' ' }), wording);
		const expected = named.map((text) =>
			text
				.replaceAll('SENDERS', wording.senderUnnamed)
				.replaceAll('RECEIVERS', wording.receiverUnnamed),
		);

		expect(named.join('\n')).toContain('SENDERS');
		expect(unnamed.map((text) => text.toLowerCase())).toEqual(
			expected.map((text) => text.toLowerCase()),
		);
	});
});

it('what a side is called begins a sentence with a capital; a name stays as it is written', () => {
	const text = '“{title}” is with {receiver}. {sender} is told.';
	const say = (sender: string) =>
		fillTeams(text, { sender, receiver: '' }, { wording: WORDINGS.en, values: { title: 'Shop' } });

	expect(say('')).toBe('“Shop” is with the receiving team. The sending team is told.');
	expect(say('eBay desk')).toBe('“Shop” is with the receiving team. eBay desk is told.');
});
