import { openRequest } from '../../../nodes/domain/acceptance/openRequest';
import { pageModel } from '../../../nodes/domain/acceptance/pageModel';
import { renderDecisionPage } from '../../../nodes/domain/acceptance/page/decisionPage';
import { requestDocument } from '../../../nodes/domain/acceptance/requestDocuments';
import { briefDocument } from '../../../nodes/domain/gate/briefDocument';
import { correctedPacket } from '../../../nodes/domain/gate/correctedPacket';
import { WORDINGS } from '../../../nodes/domain/language/languages';
import { renderMessage } from '../../../nodes/domain/message/renderMessage';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../../nodes/domain/readiness/compilePolicy';
import { evaluateReadiness } from '../../../nodes/domain/readiness/evaluateReadiness';
import { openHandoff } from '../../../nodes/domain/readiness/openHandoff';
import { packetFacts } from '../../../nodes/domain/shown/showPacket';
import { startClock } from '../../../nodes/domain/time/clock';

/** Mon 2 March 2026, 10:00 in Berlin. */
const NOW = Date.parse('2026-03-02T09:00:00Z');
const ANA = { name: 'Ana', email: 'ana@delivery.example' };

const requirement = (field: string, check: object, more: object = {}) => ({
	...{ id: field, label: `The ${field}`, field, check },
	...more,
});

const policyWith = (more: object = {}) =>
	compilePolicy(
		parsePolicy({
			id: 'sales-to-delivery',
			record: { id: 'id', title: 'name' },
			sender: { team: 'Sales', email: 'sam@example.com' },
			receiver: { team: 'Delivery', people: [ANA] },
			requirements: [
				requirement('amount', { kind: 'money', min: 1000, currencyField: 'currency' }),
				requirement('kickOff', { kind: 'date', after: { days: 1 }, timezone: 'Europe/Berlin' }),
				requirement('signed', { kind: 'boolean', is: true }, { severity: 'warning' }),
				requirement('scope', { kind: 'text', minLength: 5 }),
			],
			packet: [
				{ label: 'Budget', field: 'amount' },
				{ label: 'Kick-off', field: 'kickOff' },
				{ label: 'Services', field: 'services', as: 'list' },
				{ label: 'Offer', field: 'offer' },
				{ label: 'Sold by', field: 'owner' },
				{ label: 'Scope', field: 'scope' },
				{ label: 'Partner', field: 'partner' },
			],
			...more,
		}),
	);

const DEAL = {
	id: 'D-7',
	name: 'Acme roll-out',
	amount: '12500',
	currency: 'EUR',
	kickOff: Date.parse('2026-03-16T08:00:00Z'),
	signed: true,
	services: 'web;shop',
	offer: 'https://www.example.com/offers/17',
	owner: { name: 'Sam Seller', email: 'sam@example.com' },
	scope: '<p>Two <b>sites</b></p>',
	partner: null,
};

function gate(record: object, more: object = {}) {
	const compiled = policyWith(more);
	const verdict = evaluateReadiness(compiled, record, { now: NOW, mode: 'enforce' });
	return openHandoff({ compiled, record, verdict, now: NOW });
}

/** Asks Ana about a deal as it comes out of the gate. */
function ask(record: object) {
	const clock = startClock({
		name: 'accept',
		target: { minutes: 480, milestones: [100], escalateTo: [] },
		calendar: {
			timezone: 'Europe/Berlin',
			weekly: { mon: [['08:00', '20:00']] },
			holidays: [],
			exceptions: {},
		},
		at: NOW,
	});
	const handoff = openRequest(gate(record), {
		receivers: [ANA],
		clock,
		round: 1,
		now: NOW,
		signLink: () => 'https://flow.example/?to=ana',
	});
	const [link] = handoff.request.links;
	if (link === undefined) throw new Error('Ana has no link');
	return { handoff, link, clock };
}

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const GERMAN = { wording: WORDINGS.de, timezone: 'Europe/Berlin' };

describe('the packet as the receiving team reads it', () => {
	const asked = ask(DEAL);
	const { link } = asked;
	const request = renderMessage(requestDocument({ handoff: asked.handoff, link, locale: GERMAN }));

	it('keeps the values of the record in the data', () => {
		expect(asked.handoff.agreed.packet.map(({ value }) => value)).toEqual([
			'12500',
			DEAL.kickOff,
			'web;shop',
			DEAL.offer,
			DEAL.owner,
			DEAL.scope,
			null,
		]);
	});

	it('is told in the message, by what the requirements check and in the language of its reader', () => {
		const { text } = request;

		expect(plain(text)).toContain(
			[
				'Budget: 12.500 €',
				'Kick-off: Mo 16. März 2026',
				'Services: web und shop',
				'Offer: https://www.example.com/offers/17',
				'Sold by: Sam Seller (sam@example.com)',
				'Scope: Two sites',
				'Partner: –',
			].join('\n'),
		);
	});

	it('shows an address as a link with few words wherever the channel knows links', () => {
		expect(request.html).toMatch(
			/<a href="https:\/\/www.example.com\/offers\/17"[^>]*>example.com\/offers\/17<\/a>/,
		);
		expect(request.markdown).toContain(
			'**Offer:** [example.com/offers/17](https://www.example.com/offers/17)',
		);
		expect(JSON.stringify(request.slackBlocks)).toContain(
			'<https://www.example.com/offers/17|example.com/offers/17>',
		);
		expect(JSON.stringify(request.adaptiveCard)).toContain(
			'[example.com/offers/17](https://www.example.com/offers/17)',
		);
		expect(request.short).toContain('Offer: https://www.example.com/offers/17');
	});

	it('is the same on the page', () => {
		const model = pageModel({ ...asked, branding: {}, wording: WORDINGS.de, asksCode: false }, NOW);
		const { html } = renderDecisionPage(model);

		expect(model.packet.map(({ value }) => plain(value)).slice(0, 3)).toEqual([
			'12.500 €',
			'Mo 16. März 2026',
			'web und shop',
		]);
		expect(html).toMatch(
			/href="https:\/\/www.example.com\/offers\/17"[^>]*>example.com\/offers\/17/,
		);
		expect(html).not.toContain('&lt;b&gt;');
	});

	it('is what the task says, with the corrections of the receiving team in it', () => {
		const handoff = gate(DEAL);
		const by = { ...ANA, at: '2026-03-02T09:30:00.000Z' };
		const correction = { label: 'Kick-off', from: DEAL.kickOff, by, at: by.at };
		const packet = correctedPacket(handoff.agreed.packet, [
			{ ...correction, field: 'kickOff', to: '2026-03-20' },
			{ ...correction, field: 'signed', label: 'Signed', to: false },
		]);
		const brief = briefDocument(
			{ ...handoff, agreed: { ...handoff.agreed, packet } },
			{ waived: [], questions: [] },
		);

		expect(plain(renderMessage(brief).text)).toContain(
			'Budget: €12,500\nKick-off: Fri 20 Mar 2026',
		);
		expect(renderMessage(brief).text).toContain('Signed: No');
	});
});

describe('the fix list', () => {
	it.each([
		[{ amount: '500' }, 'Found: €500'],
		[{ kickOff: 1772442000000 }, 'Found: Mon 2 Mar 2026'],
		[{ kickOff: 'soon' }, 'Found: soon'],
		[{ signed: false }, 'Found: No'],
		[{ scope: '<p>One</p>' }, 'Found: One'],
		[{ amount: { value: 3, currency: 'EUR' } }, 'Found: €3'],
	])('says of %j what people would: %s', (different, said) => {
		const { message } = gate({ ...DEAL, scope: '', ...different });

		expect(plain(message?.text ?? '')).toContain(said);
	});

	it('says nothing of what nobody sees', () => {
		const { message } = gate({ ...DEAL, scope: '<p><br></p>' });

		expect(message?.text).not.toMatch(/Found:|<p>/);
	});

	it('speaks in the language of the sender', () => {
		const { message } = gate({ ...DEAL, amount: '999.5' }, { language: 'fr' });

		expect(plain(message?.text ?? '')).toContain('999,50 €');
	});
});

describe('what the fix list counts and tells', () => {
	const soft = { severity: 'warning' };
	const requirements = [
		requirement('scope', { kind: 'present' }),
		requirement('signed', { kind: 'boolean', is: true }, soft),
		requirement('po', { kind: 'present' }, soft),
	];

	it('counts in the subject what has to be fixed, and no warning', () => {
		const { message } = gate({ ...DEAL, scope: '', signed: false }, { requirements });

		expect(message?.subject).toBe('Acme roll-out is not ready for Delivery: 1 thing to fix');
		expect(message?.text).toContain(
			'1 thing to fix before it can be handed over. 2 more would be good to have.',
		);
	});

	it.each([
		[{}, 'It can be handed over. 1 thing would be good to have.'],
		[{ signed: false }, 'It can be handed over. 2 things would be good to have.'],
	])('tells the warnings of a record that is ready: %j', (different, said) => {
		const { message, verdict } = gate({ ...DEAL, ...different }, { requirements });

		expect(verdict?.ready).toBe(true);
		expect(message?.subject).toBe('Acme roll-out is ready for Delivery');
		expect(message?.text).toContain(said);
	});

	it('says nothing of a record without a finding', () => {
		expect(gate({ ...DEAL, po: 'PO-1' }, { requirements }).message).toBeUndefined();
	});

	it.each([
		['en', 'Exceptions that do not count\n\n- The scope: it expired on Wed 1 Jan 2020'],
		['de', 'Ausnahmen, die nicht gelten\n\n- The scope: abgelaufen am Mi 1. Jan. 2020'],
		['fr', 'Dérogations non valables\n\n- The scope : expirée le mer. 1 janv. 2020'],
	])('names an exception that does not count, with the reason: %s', (language, said) => {
		const compiled = policyWith({ language, requirements, waivers: { allowed: ['scope'] } });
		const record = { ...DEAL, scope: '' };
		const expired = {
			reason: 'It follows',
			approvedBy: 'lee@example.com',
			expiresAt: '2020-01-01',
		};
		const verdict = evaluateReadiness(compiled, record, {
			now: NOW,
			mode: 'enforce',
			waivers: [{ requirementId: 'scope', ...expired }],
		});

		expect(openHandoff({ compiled, record, verdict, now: NOW }).message?.text).toContain(said);
	});

	it('calls the record as a reader sees its name', () => {
		const { message } = gate(
			{ ...DEAL, name: '<b>Smith &amp; Co</b>', scope: '' },
			{ requirements },
		);

		expect(message?.subject).toContain('Smith & Co is not ready');
	});
});

describe('whom a message is for', () => {
	it.each([
		['Ana Lima <ana@example.com>', { name: 'Ana Lima', email: 'ana@example.com' }],
		['12345678', { name: 'Sales', email: '' }],
	])('is read from %s, and is an address or none', (owner, to) => {
		const sender = { team: 'Sales', email: 'ownedBy' };
		const { message } = gate({ ...DEAL, scope: '', ownedBy: owner }, { sender });

		expect(message?.to).toEqual([to]);
	});
});

describe('a day', () => {
	it('is the one that was judged: that of the receiving team, whatever the zone of the reader', () => {
		const receiver = { timezone: 'Asia/Tokyo', weekly: { mon: [['09:00', '17:00']] } };
		const requirements = [requirement('kickOff', { kind: 'date' })];
		const { agreed } = gate(
			{ ...DEAL, kickOff: '2026-03-16T23:30:00Z' },
			{ requirements, calendars: { receiver } },
		);

		expect(packetFacts(agreed, GERMAN)[1]?.value).toBe('Di 17. März 2026');
	});
});

describe('“as” in the packet', () => {
	it('comes before what a requirement checks', () => {
		const { agreed } = gate(DEAL, {
			packet: [{ label: 'Kick-off', field: 'kickOff', as: 'time' }],
		});

		expect(agreed.packet[0]?.shown).toMatchObject({ as: 'time' });
	});

	it.each([
		['mony', 'Did you mean “money”?'],
		['yesno', 'Did you mean “yesNo”?'],
		['lists', 'Did you mean “list”?'],
	])('refuses %s with the nearest word', (as, remedy) => {
		const packet = [{ label: 'Budget', field: 'amount', as }];

		expect(() => policyWith({ packet })).toThrow(
			expect.objectContaining({
				message: expect.stringContaining(
					`packet[0] “Budget”: as: must be one of text, number, money`,
				),
				remedy: expect.stringContaining(remedy),
			}),
		);
	});
});
