import { evaluateReadiness } from '../../../nodes/domain/readiness/evaluateReadiness';
import { buildFixList } from '../../../nodes/domain/readiness/fixList';
import { verifyProposals } from '../../../nodes/domain/readiness/verifyProposals';
import { dealPolicy, dealWith, MONDAY } from './dealPolicy';
import { readyHandoff } from '../../support/handoffs';

const RECORD = {
	notes: 'They agreed to\n  5,000 EUR on the phone.',
	parts: ['5,000 EUR'],
	mail: '<p>it’s <b>“agreed”</b> – 5 &amp; more</p>',
};

const proposal = (changes: object) => ({
	field: 'amount',
	value: 5000,
	quote: 'agreed to 5,000 EUR',
	source: 'notes',
	...changes,
});

describe('verifyProposals', () => {
	it.each`
		changes                                                   | verified
		${{}}                                                     | ${true}
		${{ quote: ' agreed  to\t5,000 ' }}                       | ${true}
		${{ quote: 'agreed to 6,000 EUR' }}                       | ${false}
		${{ quote: 'Agreed to 5,000 EUR' }}                       | ${false}
		${{ quote: '  ' }}                                        | ${false}
		${{ source: 'nowhere' }}                                  | ${false}
		${{ source: 'parts' }}                                    | ${false}
		${{ source: 'parts', quote: '5,000 EUR' }}                | ${true}
		${{ source: 'mail', quote: 'it\'s "agreed" - 5 & more' }} | ${true}
		${{ quote: 'a' }}                                         | ${false}
		${{ source: '__proto__' }}                                | ${false}
	`('takes a proposal with $changes for verified: $verified', ({ changes, verified }) => {
		expect(verifyProposals([proposal(changes)], RECORD)).toMatchObject([{ verified }]);
	});

	it.each([undefined, null, '', 5, [null], {}, [{ field: 'a' }], [proposal({ quote: 5 })]])(
		'leaves out what is no proposal: %j',
		(given) => {
			expect(verifyProposals(given, RECORD)).toEqual([]);
		},
	);

	it('never makes a record ready, and shows the proposal to those who fix the field', () => {
		const record = dealWith({ amount: null, notes: 'The offer says 5,000 EUR' });
		const proposals = [
			{ field: 'properties.amount', value: 5000, quote: '5,000 EUR', source: 'properties.notes' },
		];
		const verdict = evaluateReadiness(dealPolicy, record, {
			now: MONDAY,
			mode: 'enforce',
			proposals,
		});

		expect(verdict).toMatchObject({ ready: false, proposals: [{ verified: true }] });
		expect(JSON.stringify(buildFixList(readyHandoff(), verdict, []).blocks)).toContain(
			'Proposed: 5000 (“5,000 EUR” in properties.notes)',
		);
	});
});
