import { findWrites } from '../../../nodes/domain/fixing/findWrites';
import type { Change } from '../../../nodes/domain/handoff/change';
import { askedToFix, SAM } from '../../support/missingHandoff';

const AT = '2026-03-02T10:00:00.000Z';
const change = (field: string, from: Change['from'], to: Change['to'], at = AT): Change => ({
	...{ requirements: [field], field, label: field, from, to, at },
	by: { ...SAM, proof: 'signedLinkAndName' },
});
const found = (record: object, changes: Change[], written: Change[] = []) => {
	const asked = askedToFix();
	const handoff = { ...asked, fixing: { ...asked.fixing, changes } };
	const { writes, kept } = findWrites(record, handoff, written);
	return {
		writes: Object.fromEntries(writes.map(({ name, value }) => [name, value])),
		kept: kept.map(({ now }) => now),
	};
};

describe('findWrites', () => {
	it.each`
		what                              | record                | from     | to            | writes                    | kept
		${'was missing and is'}           | ${{}}                 | ${null}  | ${5000}       | ${{ budget: 5000 }}       | ${[]}
		${'is an empty text'}             | ${{ budget: '' }}     | ${null}  | ${5000}       | ${{ budget: 5000 }}       | ${[]}
		${'is as it was shown'}           | ${{ budget: 12 }}     | ${12}    | ${5000}       | ${{ budget: 5000 }}       | ${[]}
		${'is the same in another form'}  | ${{ budget: '12' }}   | ${12}    | ${5000}       | ${{ budget: 5000 }}       | ${[]}
		${'holds the value already'}      | ${{ budget: '5000' }} | ${12}    | ${5000}       | ${{}}                     | ${[]}
		${'was changed by somebody else'} | ${{ budget: 7000 }}   | ${12}    | ${5000}       | ${{}}                     | ${[7000]}
		${'was filled by somebody else'}  | ${{ budget: 7000 }}   | ${null}  | ${5000}       | ${{}}                     | ${[7000]}
		${'is a list as it was'}          | ${{ budget: ['a'] }}  | ${['a']} | ${['a', 'b']} | ${{ budget: ['a', 'b'] }} | ${[]}
	`('of a field that $what', ({ record, from, to, writes, kept }) => {
		expect(found(record, [change('budget', from, to)])).toEqual({ writes, kept });
	});

	it('names a field as the system calls it', () => {
		expect(found({}, [change('properties.amount', null, 1)]).writes).toEqual({ amount: 1 });
		expect(found({}, [change('["Deal name"]', null, 'x')]).writes).toEqual({ 'Deal name': 'x' });
	});

	it('writes the newest of several values, and none that was written before', () => {
		const first = change('budget', null, 1);
		const second = change('budget', null, 2, '2026-03-02T11:00:00.000Z');

		expect(found({}, [first, second]).writes).toEqual({ budget: 2 });
		expect(found({}, [first, second], [second]).writes).toEqual({});
	});
});
