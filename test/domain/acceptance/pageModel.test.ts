import { openRequest } from '../../../nodes/domain/acceptance/openRequest';
import { renderDecisionPage } from '../../../nodes/domain/acceptance/page/decisionPage';
import { WORDINGS } from '../../../nodes/domain/language/languages';
import { pageModel } from '../../../nodes/domain/acceptance/pageModel';
import { standingOf } from '../../../nodes/domain/life/standing';
import { recordDecision } from '../../../nodes/domain/acceptance/decide';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../../nodes/domain/readiness/compilePolicy';
import { evaluateReadiness } from '../../../nodes/domain/readiness/evaluateReadiness';
import { openHandoff } from '../../../nodes/domain/readiness/openHandoff';
import { startClock } from '../../../nodes/domain/time/clock';

const MONDAY_9 = Date.parse('2026-03-02T09:00:00Z');
const HOUR = 3_600_000;
const ANA = { name: 'Ana', email: 'ana@delivery.example', timezone: 'Europe/Lisbon' };

const policy = compilePolicy(
	parsePolicy({
		id: 'sales-to-delivery',
		record: { id: 'id', title: 'name', system: 'hubspot', url: 'https://crm.example/{{id}}' },
		sender: { team: 'Sales' },
		receiver: { team: 'Delivery', people: [ANA] },
		requirements: [
			{ id: 'scope', label: 'Scope', field: 'scope', check: { kind: 'present' } },
			{
				id: 'amount',
				label: 'Amount',
				field: 'amount',
				check: { kind: 'agrees' },
				severity: 'warning',
			},
			{ id: 'signed', label: 'Signature', field: 'signed', check: { kind: 'boolean', is: true } },
		],
		sources: {
			amount: {
				systemOfRecord: 'crm',
				compareAs: 'number',
				values: { crm: 'amount', billing: 'billing.amount' },
			},
		},
		waivers: { allowed: ['signed'] },
		acceptance: { returnReasons: [{ code: 'scope', label: 'The scope is not clear' }] },
		packet: [{ label: 'Scope', field: 'scope' }],
	}),
);
const deal = {
	id: 'D-7',
	name: 'Acme roll-out',
	amount: 5000,
	billing: { amount: 4000 },
	signed: false,
	scope: 'Two sites',
	mail: 'We want to be live by the first of June.',
};
const waivers = [
	{
		requirementId: 'signed',
		reason: 'It follows on Friday.',
		approvedBy: 'Robin Lead',
		expiresAt: '2026-03-20T17:00:00Z',
	},
];
const proposals = [
	{ field: 'scope', value: '2026-06-01', quote: 'live by the first of June', source: 'mail' },
];

const clockAt = (at: number) =>
	startClock({
		name: 'accept',
		target: { minutes: 120, milestones: [100], escalateTo: [] },
		calendar: {
			timezone: 'Europe/Berlin',
			weekly: { mon: [['08:00', '20:00']] },
			holidays: [],
			exceptions: {},
		},
		at,
	});

/** Asks Ana about a deal as it comes out of the gate. */
function ask(record: object, now: number, rows: readonly unknown[] = []) {
	const previous = standingOf(rows, openedBy(deal, MONDAY_9).id);
	const verdict = evaluateReadiness(policy, record, {
		now,
		mode: 'enforce',
		waivers,
		proposals,
		previous,
	});
	const handoff = openHandoff({ compiled: policy, record, verdict, previous, now });
	return openRequest(handoff, {
		receivers: handoff.receiver.people,
		clock: clockAt(now),
		round: 1,
		now,
		signLink: ({ email }) => `https://flow.example/?to=${email}`,
	});
}

const openedBy = (record: object, now: number) =>
	openHandoff({
		compiled: policy,
		record,
		verdict: evaluateReadiness(policy, record, { now, mode: 'enforce' }),
		now,
	});

/** The page that the only receiver reads, as text. */
function pageOf(handoff: ReturnType<typeof ask>, now: number): string {
	const [link] = handoff.request.links;
	if (link === undefined) throw new Error('nobody was asked');
	const shown = { handoff, branding: {}, wording: WORDINGS.en, asksCode: false };
	return renderDecisionPage(pageModel({ ...shown, clock: clockAt(now), link }, now))
		.html.replace(/<style>.*<\/style>/s, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ');
}

/** What Ana reads after she has returned the deal once. */
function secondAttempt(): string {
	const first = ask(deal, MONDAY_9);
	const returned = recordDecision(
		first,
		{
			kind: 'returned',
			by: { name: 'Ana', email: ANA.email, proof: 'signedLinkAndName' },
			at: '2026-03-02T10:00:00.000Z',
			checklist: [],
			reasons: [{ code: 'scope', label: 'The scope is not clear', note: '' }],
		},
		MONDAY_9 + HOUR,
	);
	const rows = [openedBy(deal, MONDAY_9).event, first.event, returned.event];
	return pageOf(
		ask({ ...deal, scope: 'Three sites' }, MONDAY_9 + 2 * HOUR, rows),
		MONDAY_9 + 3 * HOUR,
	);
}

describe('the decision page of a handoff from the gate', () => {
	it.each([
		['the packet', 'Scope Two sites'],
		[
			'an exception, who granted it and until when',
			'Granted by Robin Lead until Fri 20 March 2026, 17:00 (Europe/Lisbon): It follows on Friday.',
		],
		['a conflict between systems', 'Amount differs: crm says 5000, billing says 4000; crm counts'],
		['a proposal with the words it comes from', '“live by the first of June”'],
		['whether these words are in the source', 'These words are in the source.'],
		[
			'the due time in the zone of the reader',
			'Mon 2 March 2026, 11:00 (Europe/Lisbon) in 60 minutes',
		],
		['the system by its proper name', 'Open in HubSpot'],
		['the fields of the policy for each reason', 'No particular field Scope Amount Signature'],
	])('shows %s', (_what, said) => {
		expect(pageOf(ask(deal, MONDAY_9), MONDAY_9 + HOUR)).toContain(said);
	});

	it.each([
		['how often it was handed over', 'Attempt 2'],
		['how the attempt before ended', 'Attempt 1 was returned'],
		['when it was checked', 'Checked, attempt 2'],
		['who was asked', 'Sales asked Delivery'],
		['what is still open since then', 'Since attempt 1'],
	])('tells of a second attempt %s', (_what, said) => {
		expect(secondAttempt()).toContain(said);
	});
});
