import { handoffSchema, type Handoff } from '../../../nodes/domain/handoff/envelope';
import { standingOf } from '../../../nodes/domain/life/standing';
import { evaluateReadiness } from '../../../nodes/domain/readiness/evaluateReadiness';
import { handoffIdOf } from '../../../nodes/domain/readiness/handoffId';
import { openHandoff } from '../../../nodes/domain/readiness/openHandoff';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../../nodes/domain/readiness/compilePolicy';
import { dealPolicy, dealPolicyDocument, dealWith, MONDAY, readyDeal } from './dealPolicy';

const HOUR = 3_600_000;

/** Sends a record to the gate, with the rows that earlier visits left in the ledger. */
function visit(record: unknown, now: number, rows: readonly unknown[] = []): Handoff {
	const previous = standingOf(rows, handoffIdOf(dealPolicy, record));
	const verdict = evaluateReadiness(dealPolicy, record, { now, mode: 'enforce', previous });
	return openHandoff({ compiled: dealPolicy, record, verdict, previous, now });
}

describe('openHandoff', () => {
	it('says who hands what to whom, and what was agreed', () => {
		const handoff = visit(readyDeal, MONDAY);

		expect(handoffSchema.parse(handoff)).toEqual(handoff);
		expect(handoff).toMatchObject({
			schema: 1,
			attempt: 1,
			record: {
				system: 'crm',
				type: 'deal',
				id: 'D-7',
				title: 'Acme roll-out',
				url: 'https://crm.example/deals/D-7',
			},
			sender: { team: 'Sales', name: 'Sam', email: 'sam@sales.example' },
			receiver: { team: 'Delivery', people: [{ name: 'Robin', email: 'robin@delivery.example' }] },
			policy: { id: 'sales-to-delivery', name: 'Sales to delivery', version: '3' },
			ballWith: 'receiver',
			turns: [{ with: 'receiver', from: '2026-03-02T10:00:00.000Z' }],
			agreed: {
				packet: [{ label: 'Scope', field: 'properties.scope', value: 'Two sites, one portal' }],
				acceptance: { checklist: [{ id: 'read', label: 'Read the scope', required: true }] },
			},
		});
		expect(handoff.message).toBeUndefined();
		expect(handoff.id).toMatch(/^[0-9a-f]{32}$/);
	});

	it('writes the row of the evaluation with what the next attempt is compared with', () => {
		const { event, id, turns } = visit(dealWith({ amount: null }), MONDAY);

		expect(event).toMatchObject({ type: 'handoff.evaluated', handoffId: id, attempt: 1 });
		expect(JSON.parse(event?.data ?? '')).toMatchObject({ ready: false, open: ['amount'], turns });
	});

	it('keeps id and attempt of a record that comes again unchanged', () => {
		const first = visit(dealWith({ amount: null }), MONDAY);
		const second = visit(dealWith({ amount: null }), MONDAY + HOUR, [first.event]);

		expect(second.id).toBe(first.id);
		expect(second.attempt).toBe(1);
		expect(second.verdict?.changedSince).toMatchObject({ changed: false, stillOpen: ['amount'] });
		expect(second.turns).toEqual(first.turns);
	});

	it('leaves the row of a record that comes again unchanged where it was first', () => {
		const first = visit(dealWith({ amount: null }), MONDAY);
		const second = visit(dealWith({ amount: null }), MONDAY + HOUR, [first.event]);

		expect(second.event).toEqual(first.event);
		expect(second.verdict?.evaluatedAt).toBe('2026-03-02T11:00:00.000Z');
	});

	it('counts the attempt up when the record has changed, and tells what is fixed and what is open', () => {
		const first = visit(dealWith({ amount: null, kickoff: null }), MONDAY);
		const second = visit(dealWith({ kickoff: null, channel: 'x' }), MONDAY + HOUR, [first.event]);

		expect(second.id).toBe(first.id);
		expect(second.attempt).toBe(2);
		expect(second.verdict?.changedSince).toEqual({
			attempt: 1,
			lastType: 'handoff.evaluated',
			at: '2026-03-02T10:00:00.000Z',
			changed: true,
			fixed: ['amount'],
			stillOpen: ['kickoff'],
			newlyOpen: ['slack'],
		});
	});

	it('passes the ball to the receiver when the sender has fixed everything', () => {
		const first = visit(dealWith({ amount: null }), MONDAY);
		const second = visit(readyDeal, MONDAY + HOUR, [first.event]);

		expect(second.ballWith).toBe('receiver');
		expect(second.turns).toEqual([
			{ with: 'sender', from: '2026-03-02T10:00:00.000Z', to: '2026-03-02T11:00:00.000Z' },
			{ with: 'receiver', from: '2026-03-02T11:00:00.000Z' },
		]);
	});

	it('does not take two records without an id for one handoff', () => {
		const left = visit({ ...readyDeal, id: '' }, MONDAY);
		const right = visit({ ...dealWith({ amount: '7' }), id: '' }, MONDAY);

		expect(left.id).not.toBe(right.id);
	});

	it('shows at most 4,000 characters of a value', () => {
		const handoff = visit(dealWith({ scope: 'x'.repeat(5_000_000) }), MONDAY);

		expect(handoff.agreed.packet[0]?.value).toHaveLength(4000);
	});
});

describe('the fix list', () => {
	it('names what is unmet by fixer, with how and where to fix it, and nothing that is met', () => {
		const { message } = visit(dealWith({ amount: 'soon', channel: '' }), MONDAY);

		expect(message).toMatchObject({
			kind: 'fixList',
			to: [
				{ name: 'Sam', email: 'sam@sales.example' },
				{ name: 'Robin', email: 'robin@delivery.example' },
			],
			subject: 'Acme roll-out is not ready for Delivery: 2 things to fix',
		});
		const text = message?.text ?? '';
		expect(text.indexOf('To be fixed by: Sales')).toBeLessThan(
			text.indexOf('Amount is not a number'),
		);
		expect(text.indexOf('Amount is not')).toBeLessThan(text.indexOf('To be fixed by: Delivery'));
		expect(text).toContain('Found: soon');
		expect(text).toContain('Enter the amount of the signed offer');
		expect(text).toContain('https://crm.example/deals/D-7#amount');
		expect(text).toContain('Customer channel is missing (good to have)');
		expect(text).not.toContain('Kick-off date');
	});

	it('says what was fixed since the attempt before', () => {
		const first = visit(dealWith({ amount: null, kickoff: null }), MONDAY);
		const { message } = visit(dealWith({ kickoff: null }), MONDAY + HOUR, [first.event]);

		expect(message?.text).toContain('Fixed since last time: Amount.');
		expect(message?.text).toContain('Attempt 2.');
	});

	it('goes to those of neither side whom the policy names, also where the record says who', () => {
		const [amount, ...others] = dealPolicyDocument.requirements;
		const compiled = compilePolicy(
			parsePolicy({
				...dealPolicyDocument,
				fixers: { Finance: { name: 'Finance of {{owner.name}}', email: 'desk.email' } },
				requirements: [{ ...amount, fixer: 'Finance' }, ...others],
			}),
		);
		const record = { ...dealWith({ amount: null }), desk: { email: 'money@example.com' } };
		const verdict = evaluateReadiness(compiled, record, { now: MONDAY, mode: 'enforce' });
		const { agreed, message } = openHandoff({ compiled, record, verdict, now: MONDAY });
		const finance = { name: 'Finance of Sam', email: 'money@example.com' };

		expect(agreed.fixers).toEqual({ Finance: finance });
		expect(message?.to).toEqual([{ name: 'Sam', email: 'sam@sales.example' }, finance]);
		expect(message?.text).toContain('To be fixed by: Finance of Sam');
	});

	it.each`
		language | senderLanguage | subject
		${'de'}  | ${undefined}   | ${'Acme roll-out ist noch nicht bereit für Delivery: 1 Punkt zu beheben'}
		${'de'}  | ${'fr'}        | ${'Acme roll-out : pas encore prêt pour Delivery, 1 point à corriger'}
		${'fr'}  | ${'en'}        | ${'Acme roll-out is not ready for Delivery: 1 thing to fix'}
	`(
		'speaks the language of the sender, or that of the policy: $language, $senderLanguage',
		({ language, senderLanguage, subject }) => {
			const compiled = compilePolicy(
				parsePolicy({
					...dealPolicyDocument,
					language,
					sender: { ...dealPolicyDocument.sender, language: senderLanguage },
				}),
			);
			const record = dealWith({ amount: null });
			const verdict = evaluateReadiness(compiled, record, { now: MONDAY, mode: 'enforce' });
			const { agreed, sender, message } = openHandoff({ compiled, record, verdict, now: MONDAY });

			expect([agreed.language, sender.language]).toEqual([language, senderLanguage]);
			expect(message?.subject).toBe(subject);
		},
	);

	it('tells the sender only what the sender can fix', () => {
		const { message } = visit(dealWith({ amount: null }), MONDAY);

		expect(message?.to).toEqual([{ name: 'Sam', email: 'sam@sales.example' }]);
	});
});
