import type { Forward } from '../../../nodes/domain/handoff/decision';
import {
	forwardOf,
	openLinks,
	withForwardedLinks,
} from '../../../nodes/domain/acceptance/receivers';
import { isVote, recordVote } from '../../../nodes/domain/acceptance/vote';
import { recordForward } from '../../../nodes/domain/acceptance/forward';
import { describeHistory } from '../../../nodes/domain/acceptance/history';
import { openRequest } from '../../../nodes/domain/acceptance/openRequest';
import { WORDINGS } from '../../../nodes/domain/language/languages';
import { startClock } from '../../../nodes/domain/time/clock';
import { readyHandoff } from '../../support/handoffs';

const MONDAY_9 = Date.parse('2026-03-02T09:00:00Z');
const ANA = 'ana@example.com';
const BEN = 'ben@example.com';
const CIM = 'cim@example.com';
const person = (email: string) => ({ name: email.replace(/@.*/, ''), email });

const clock = startClock({
	name: 'accept',
	target: { minutes: 60, milestones: [100], escalateTo: [] },
	calendar: {
		timezone: 'UTC',
		weekly: { mon: [['08:00', '18:00']] },
		holidays: [],
		exceptions: {},
	},
	at: MONDAY_9,
});
const asked = (acceptancesNeeded = 1) =>
	openRequest(readyHandoff(), {
		receivers: [person(ANA), person(BEN)],
		clock,
		round: 1,
		now: MONDAY_9,
		acceptancesNeeded,
		signLink: ({ email }) => `https://n8n.example/${email}`,
	});
const forward = (from: string, to: string): Forward => ({
	by: { ...person(from), proof: 'signedLinkAndName' },
	to: person(to),
	reason: 'Knows the client.',
	at: '2026-03-02T09:30:00.000Z',
});
const sign = (email: string) => `https://n8n.example/${email}`;
const forwarded = (...steps: Array<[from: string, to: string]>) =>
	steps.reduce((handoff, [from, to]) => recordForward(handoff, forward(from, to), sign), asked());
const vote = (email: string) => ({
	kind: 'accepted' as const,
	by: { ...person(email), proof: 'signedLinkAndName' as const },
	at: '2026-03-02T10:00:00.000Z',
	checklist: [],
	reasons: [],
});

describe('who may still decide', () => {
	it.each<[what: string, steps: Array<[string, string]>, open: string[]]>([
		['nobody forwarded', [], [ANA, BEN]],
		['one forwarded', [[ANA, CIM]], [BEN, CIM]],
		[
			'the colleague forwarded on',
			[
				[ANA, CIM],
				[CIM, 'dan@example.com'],
			],
			[BEN, 'dan@example.com'],
		],
		[
			'it came back',
			[
				[ANA, CIM],
				[CIM, ANA],
			],
			[ANA, BEN],
		],
		['the address was written in capitals', [[ANA, 'CIM@Example.com']], [BEN, 'CIM@Example.com']],
	])('when %s', (_what, steps, open) => {
		const { request } = forwarded(...steps);

		expect(openLinks(request).map(({ email }) => email)).toEqual(open);
	});

	it('says to whom a link went, and nothing once it came back', () => {
		expect(forwardOf(forwarded([ANA, CIM]).request, 'Ana@example.com')?.to.email).toBe(CIM);
		expect(forwardOf(forwarded([ANA, CIM], [CIM, ANA]).request, ANA)).toBeUndefined();
		expect(forwardOf(forwarded([ANA, CIM]).request, BEN)).toBeUndefined();
	});

	it('gives each person one link, however often it comes to them', () => {
		const { request } = forwarded([ANA, CIM], [CIM, ANA], [ANA, CIM]);

		expect(request.links.map(({ email }) => email)).toEqual([ANA, BEN, CIM]);
		expect(withForwardedLinks(request, sign)).toEqual(request);
	});

	it('leaves out who has accepted already', () => {
		expect(openLinks(recordVote(asked(2), vote(ANA)).request).map(({ email }) => email)).toEqual([
			BEN,
		]);
	});
});

describe('the ledger', () => {
	it('gets one row for each forward and each vote, the same for the same step', () => {
		const rows = [
			forwarded([ANA, CIM]).event,
			forwarded([ANA, CIM], [CIM, ANA]).event,
			recordVote(asked(2), vote(ANA)).event,
			recordVote(asked(2), vote(BEN)).event,
		];

		expect(rows.map((row) => row?.type)).toEqual([
			'handoff.forwarded',
			'handoff.forwarded',
			'handoff.voted',
			'handoff.voted',
		]);
		expect(new Set(rows.map((row) => row?.eventId)).size).toBe(4);
		expect(forwarded([ANA, CIM]).event?.eventId).toBe(rows[0]?.eventId);
		expect(JSON.parse(rows[0]?.data ?? '')).toMatchObject({
			to: person(CIM),
			reason: 'Knows the client.',
		});
	});
});

describe('an acceptance', () => {
	it.each`
		needed | votes | kind          | counts
		${1}   | ${0}  | ${'accepted'} | ${'as the decision'}
		${2}   | ${0}  | ${'accepted'} | ${'as a vote'}
		${2}   | ${1}  | ${'accepted'} | ${'as the decision'}
		${2}   | ${0}  | ${'returned'} | ${'as the decision'}
	`('of $needed needed after $votes, $kind, counts $counts', ({ needed, votes, kind, counts }) => {
		const handoff = votes === 1 ? recordVote(asked(needed), vote(ANA)) : asked(needed);

		expect(isVote(handoff.request, { kind })).toBe(counts === 'as a vote');
	});

	it('is never needed from more people than are asked', () => {
		expect(asked(7).request.acceptancesNeeded).toBe(2);
	});
});

describe('the history on the page', () => {
	it('tells in order what happened, in the words of the page', () => {
		const told = describeHistory(recordVote(forwarded([ANA, CIM]), vote(CIM)), {
			wording: WORDINGS.en,
			timezone: 'UTC',
		});

		expect(told.map(({ text }) => text)).toEqual([
			'Checked, attempt 1',
			'Sales asked Delivery',
			'ana forwarded it to cim: Knows the client.',
			'cim accepted it',
		]);
		expect(told.map(({ at }) => at)).toEqual([...told.map(({ at }) => at)].sort());
		expect(describeHistory(asked(), { wording: WORDINGS.de, timezone: 'UTC' })[1]?.text).toBe(
			'Sales hat Delivery gefragt',
		);
	});

	it('tells of no reminder that has not been sent yet', () => {
		expect(
			JSON.stringify(describeHistory(asked(), { wording: WORDINGS.en, timezone: 'UTC' })),
		).not.toContain('Reminded');
	});
});
