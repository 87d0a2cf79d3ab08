import { newestSeal } from '../../../nodes/domain/ledger/newestSeal';
import { sealRow } from '../../../nodes/domain/ledger/seal';
import { ledgerRow } from '../insights/handoffRows';

const KEY = 'k'.repeat(32);
const sealed = (eventId: string, previousSeal: string, at = '2026-03-02T09:00:00Z') =>
	sealRow(ledgerRow({ eventId, at }), previousSeal, KEY);

const first = sealed('first', '');
const second = sealed('second', first.seal);
const third = sealed('third', second.seal);
const beside = sealed('beside', first.seal);
const secondAgain = sealed('second', third.seal, '2026-03-02T09:30:00Z');
const thirdAgain = sealed('third', third.seal, '2026-03-02T09:30:00Z');

describe('newestSeal', () => {
	it.each`
		rows                                | given                             | newest
		${'none'}                           | ${[]}                             | ${''}
		${'rows without seals'}             | ${[ledgerRow()]}                  | ${''}
		${'a chain'}                        | ${[first, second, third]}         | ${third.seal}
		${'a chain in another order'}       | ${[third, first, second]}         | ${third.seal}
		${'an unsealed row after a chain'}  | ${[first, second, ledgerRow()]}   | ${second.seal}
		${'two rows beside each other'}     | ${[first, second, third, beside]} | ${beside.seal}
		${'the last row, written again'}    | ${[first, second, thirdAgain]}    | ${thirdAgain.seal}
		${'a ring, by a row written again'} | ${[first, third, secondAgain]}    | ${secondAgain.seal}
	`('of $rows', ({ given, newest }) => {
		expect(newestSeal(given)).toBe(newest);
	});
});
