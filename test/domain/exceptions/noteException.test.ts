import { grantException, refuseException } from '../../../nodes/domain/exceptions/answerException';
import { askException } from '../../../nodes/domain/exceptions/askException';
import { isAnswered, keptException } from '../../../nodes/domain/exceptions/noting';
import type { LedgerRow } from '../../../nodes/domain/handoff/row';
import { exceptionsIn, stateOf } from '../../../nodes/domain/life/exceptions';
import { verifyLedger } from '../../../nodes/domain/ledger/verifyLedger';
import { ASKED, CORA, lackingHandoff, LEE, MONDAY, SAM } from '../../support/exceptionPages';

const KEY = 'k'.repeat(64);
const HOUR = 3_600_000;
const WANTED = { requirementId: 'po', reason: ASKED.reason, until: '2026-03-20' };
const proof = 'signedLinkAndName' as const;
const handoff = lackingHandoff();
const since = (rows: readonly unknown[], hours = 0) => ({
	...{ rows, now: MONDAY + hours * HOUR, key: undefined },
});

const ask = (rows: readonly unknown[] = [], hours = 0, by = SAM) =>
	askException(handoff, { ...WANTED, by }, since(rows, hours));
const asking = ask();
const askedRow = eventOf(asking.handoff);
const grant = (rows: readonly unknown[], by = LEE, asked = asking.asked) =>
	grantException(handoff, asked, { ...since(rows, 1), by: { ...by, proof }, until: '2026-03-18' });
const refuse = (rows: readonly unknown[], by = LEE, asked = asking.asked) =>
	refuseException(handoff, asked, {
		...{ ...since(rows, 1), by: { ...by, proof }, reason: 'Accounting cannot book it.' },
	});

function eventOf({ event }: { event?: LedgerRow }): LedgerRow {
	if (event === undefined) throw new Error('no row');
	return event;
}
const stateIn = (rows: readonly unknown[]) => {
	const kept = keptException(handoff, 'po', rows);
	return kept && stateOf(kept, MONDAY + 2 * HOUR);
};

describe('asking for an exception', () => {
	it('notes what is asked, by whom, and who is asked about it', () => {
		expect(askedRow).toMatchObject({ type: 'waiver.asked', actor: SAM.email, fields: '["po"]' });
		expect(JSON.parse(askedRow.data)).toMatchObject({
			...{ requirementId: 'po', times: 1, reason: ASKED.reason, expiresAt: '2026-03-20' },
			...{ by: 'Sam Seller', approvers: [LEE.email, CORA.email] },
		});
		expect(asking.asked).toEqual(ASKED);
	});

	it('is one asking when an execution that died asks once more', () => {
		const again = ask([askedRow], 1);

		expect(again.handoff.event).toBeUndefined();
		expect(again.asked).toEqual(asking.asked);
	});

	it('does not ask again while somebody is asked', () => {
		const other = { ...WANTED, reason: 'Another reason.', by: SAM };

		expect(() => askException(handoff, other, since([askedRow]))).toThrow('nobody has answered');
	});

	it('asks again after a refusal, three times at most, and never those who have asked', () => {
		const rows: LedgerRow[] = [askedRow, eventOf(refuse([askedRow]))];
		const second = ask(rows, 2, CORA);
		rows.push(
			eventOf(second.handoff),
			eventOf(refuse([...rows, eventOf(second.handoff)], LEE, second.asked)),
		);
		const third = ask(rows, 3);
		rows.push(
			eventOf(third.handoff),
			eventOf(refuse([...rows, eventOf(third.handoff)], LEE, third.asked)),
		);

		expect(second.asked).toMatchObject({ times: 2, approvers: [LEE.email] });
		expect(third.asked).toMatchObject({ times: 3, approvers: [LEE.email] });
		expect(() => ask(rows, 4)).toThrow('as often as it may be');
	});

	it.each([
		['amount', SAM, 'the policy does not allow one'],
		['budget', SAM, 'the policy does not allow one'],
	])('refuses %s for %j: %s', (requirementId, by, why) => {
		expect(() => askException(handoff, { ...WANTED, requirementId, by }, since([]))).toThrow(why);
	});
});

describe('the answer of an approver', () => {
	it('grants until the day that they chose, and keeps whom to tell before it ends', () => {
		const { handoff: granted, waiver } = grant([askedRow]);

		expect(waiver).toEqual({
			...{ requirementId: 'po', reason: ASKED.reason, expiresAt: '2026-03-18' },
			approvedBy: 'Lee Head <lee@example.com>',
		});
		expect(JSON.parse(eventOf(granted).data)).toMatchObject({
			...{ times: 1, expiresAt: '2026-03-18' },
			notice: { at: '2026-03-16T00:00:00.000Z', label: 'Purchase order', sender: SAM },
		});
		expect(stateIn([askedRow, eventOf(granted)])).toBe('granted');
	});

	it('refuses with a reason', () => {
		const rows = [askedRow, eventOf(refuse([askedRow]))];

		expect(stateIn(rows)).toBe('refused');
		expect(keptException(handoff, 'po', rows)?.refused).toMatchObject({
			...{ by: 'Lee Head', reason: 'Accounting cannot book it.' },
		});
	});

	it.each([
		['who asks', SAM, 'who asks does not grant'],
		['who asks, written otherwise', { ...SAM, email: ' SAM@Example.com' }, 'does not grant'],
		['somebody who was not asked', { name: 'Mo', email: 'mo@example.com' }, 'was not asked'],
	])('does not come from %s', (_, by, why) => {
		expect(() => grant([askedRow], by)).toThrow(why);
		expect(() => grant([], by)).toThrow(why);
		expect(() => refuse([askedRow], by)).toThrow(why);
	});

	it('is the first one only', () => {
		const rows = [askedRow, eventOf(refuse([askedRow]))];

		expect(isAnswered(keptException(handoff, 'po', rows), asking.asked)).toBe(true);
		expect(() => grant(rows, CORA)).toThrow('has its answer already');
		expect(() => refuse(rows, CORA)).toThrow('has its answer already');
	});

	it('counts after its asking, also by a clock that is behind', () => {
		const late = ask([], 5);
		const row = eventOf(late.handoff);
		const granted = eventOf(grant([row], LEE, late.asked).handoff);

		expect(Date.parse(granted.at)).toBeGreaterThan(Date.parse(row.at));
		expect(stateIn([granted, row])).toBe('granted');
	});

	it('takes the place of the exception that stands when it is asked for longer', () => {
		const rows = [askedRow, eventOf(grant([askedRow]).handoff)];
		const longer = askException(
			handoff,
			{ ...WANTED, until: '2026-03-30', by: SAM },
			since(rows, 2),
		);
		rows.push(eventOf(longer.handoff));
		const granted = grantException(handoff, longer.asked, {
			...{ ...since(rows, 3), by: { ...CORA, proof }, until: '2026-03-30' },
		});
		rows.push(eventOf(granted.handoff));

		expect(JSON.parse(eventOf(granted.handoff).data)).toMatchObject({ extends: true, times: 2 });
		expect(exceptionsIn(rows, handoff.id)[0]?.waiver?.expiresAt).toBe('2026-03-30');
	});

	it('seals its row like any other', () => {
		const sealed = { rows: [], now: MONDAY, key: KEY };
		const first = askException(handoff, { ...WANTED, by: SAM }, sealed);
		const row = eventOf(first.handoff);
		const granted = grantException(first.handoff, first.asked, {
			...{ ...sealed, rows: [row], by: { ...LEE, proof }, until: '2026-03-18' },
		});

		expect(verifyLedger([row, eventOf(granted.handoff)], { key: KEY }).findings).toEqual([]);
	});
});
