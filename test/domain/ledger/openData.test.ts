import { meaningOf, ledgerEventTypeSchema } from '../../../nodes/domain/handoff/rowData';
import { openData } from '../../../nodes/domain/ledger/openData';
import type { LedgerStep } from '../../../nodes/domain/ledger/writeRow';

const REQUESTED = {
	round: 2,
	respondBy: '2026-03-02T10:00:00.000Z',
	receivers: ['dana@example.com', 'robin@example.com'],
	turns: [{ with: 'receiver', from: '2026-03-02T09:00:00.000Z' }],
};

describe('what a row noted', () => {
	it.each`
		cell                 | given
		${'JSON text'}       | ${JSON.stringify(REQUESTED)}
		${'an object'}       | ${REQUESTED}
		${'foreign members'} | ${JSON.stringify({ ...REQUESTED, ready: true, mine: [1] })}
	`('is read under the names of its type from $cell', ({ given }) => {
		const { round, respondBy, receivers, turns } = openData({
			type: 'handoff.requested',
			data: given,
		});
		expect({ round, respondBy, receivers, turns }).toEqual(REQUESTED);
		expect(openData({ type: 'handoff.requested', data: given })).not.toHaveProperty('ready');
	});

	it.each`
		trouble                        | type                   | data                                   | member         | read
		${'a number as text'}          | ${'handoff.requested'} | ${{ round: '2' }}                      | ${'round'}     | ${undefined}
		${'an empty text'}             | ${'handoff.accepted'}  | ${{ comment: '' }}                     | ${'comment'}   | ${undefined}
		${'nothing'}                   | ${'handoff.accepted'}  | ${{ comment: null }}                   | ${'comment'}   | ${undefined}
		${'another word'}              | ${'handoff.evaluated'} | ${{ mode: 'strict' }}                  | ${'mode'}      | ${undefined}
		${'“true” as text'}            | ${'handoff.evaluated'} | ${{ ready: 'true' }}                   | ${'ready'}     | ${undefined}
		${'a text where a list is'}    | ${'handoff.evaluated'} | ${{ open: 'amount' }}                  | ${'open'}      | ${undefined}
		${'a list with a number'}      | ${'handoff.evaluated'} | ${{ open: ['amount', 7, 'scope'] }}    | ${'open'}      | ${['amount', 'scope']}
		${'turns, one without a side'} | ${'sla.met'}           | ${{ turns: [{ from: 'x' }] }}          | ${'turns'}     | ${[]}
		${'a milestone cut short'}     | ${'sla.breached'}      | ${{ milestone: { id: '50' } }}         | ${'milestone'} | ${undefined}
		${'a member of everybody'}     | ${'handoff.requested'} | ${{ respondBy: { toString: 'evil' } }} | ${'respondBy'} | ${undefined}
	`('leaves out what is spoiled: $trouble', ({ type, data, member, read }) => {
		const noted = openData({ type: ledgerEventTypeSchema.parse(type), data: JSON.stringify(data) });
		expect(Reflect.get(noted, member)).toEqual(read);
	});

	it.each([['{"round":'], ['[1]'], ['null'], [''], [undefined], [7]])(
		'is nothing where the cell holds %j',
		(data) => {
			expect(openData({ type: 'handoff.requested', data }).round).toBeUndefined();
		},
	);

	it('is written with the data of its own type only', () => {
		const step: LedgerStep = {
			type: 'handoff.unanswered',
			at: 0,
			// @ts-expect-error a clock's data is no answer to a request
			data: { clock: 'accept', deadline: '2026-03-02T10:00:00.000Z' },
		};
		expect(step.type).toBe('handoff.unanswered');
	});

	it.each(ledgerEventTypeSchema.options.map((type) => [type]))('has a meaning: %s', (type) => {
		expect(meaningOf(type)).toMatch(/^[A-Z][^.]+$/);
	});
});
