import { findContradictions } from '../../../nodes/domain/policy/contradictions';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';

const contradictions = (left: object, right: object, more: object = {}) =>
	findContradictions(
		parsePolicy({
			id: 'p',
			record: { id: 'id' },
			calendars: { receiver: { timezone: 'UTC', weekly: { mon: [['09:00', '17:00']] } } },
			requirements: [
				{ id: 'l', label: 'L', field: 'x', check: left },
				{ id: 'r', label: 'R', field: 'x', check: right, ...more },
			],
		}),
	).length;

const SMALL = { kind: 'number', max: 5 };
const LARGE = { kind: 'number', min: 6 };

describe('findContradictions', () => {
	it.each`
		left                                                   | right                                                 | found
		${SMALL}                                               | ${LARGE}                                              | ${1}
		${SMALL}                                               | ${{ kind: 'money', min: 5 }}                          | ${0}
		${SMALL}                                               | ${{ kind: 'text', minLength: 6 }}                     | ${0}
		${{ kind: 'text', maxLength: 3 }}                      | ${{ kind: 'text', minLength: 4 }}                     | ${1}
		${{ kind: 'date', before: '2026-03-01' }}              | ${{ kind: 'date', after: '2026-03-02' }}              | ${1}
		${{ kind: 'date', before: '2026-03-02' }}              | ${{ kind: 'date', after: '2026-03-02' }}              | ${0}
		${{ kind: 'date', before: { days: 0 } }}               | ${{ kind: 'date', after: '2026-03-02' }}              | ${0}
		${{ kind: 'oneOf', values: ['a', 'b'] }}               | ${{ kind: 'oneOf', values: ['C'] }}                   | ${1}
		${{ kind: 'oneOf', values: ['a', 'b'] }}               | ${{ kind: 'oneOf', values: ['B'] }}                   | ${0}
		${{ kind: 'date', before: { days: 5 } }}               | ${{ kind: 'date', after: { days: 6 } }}               | ${1}
		${{ kind: 'date', before: { days: 5 } }}               | ${{ kind: 'date', after: { workingDays: 6 } }}        | ${0}
		${{ kind: 'date', before: { field: 'end', days: 0 } }} | ${{ kind: 'date', after: { field: 'end', days: 1 } }} | ${1}
		${{ kind: 'date', before: { field: 'end', days: 0 } }} | ${{ kind: 'date', after: { days: 1 } }}               | ${0}
		${{ kind: 'boolean', is: true }}                       | ${{ kind: 'boolean', is: false }}                     | ${1}
		${{ kind: 'boolean', is: true }}                       | ${{ kind: 'boolean' }}                                | ${0}
		${{ kind: 'boolean', is: false }}                      | ${{ kind: 'oneOf', values: ['No', 'Maybe'] }}         | ${0}
		${{ kind: 'boolean', is: true }}                       | ${{ kind: 'oneOf', values: ['No', 'Maybe'] }}         | ${1}
		${{ kind: 'oneOf', values: [1, 2, '3'] }}              | ${LARGE}                                              | ${1}
		${{ kind: 'oneOf', values: [1, 2, '7'] }}              | ${LARGE}                                              | ${0}
		${{ kind: 'oneOf', values: ['low', 'high'] }}          | ${LARGE}                                              | ${1}
		${{ kind: 'oneOf', values: ['low', 'high'] }}          | ${{ kind: 'email' }}                                  | ${1}
		${{ kind: 'oneOf', values: ['low', 'high'] }}          | ${{ kind: 'text', minLength: 5 }}                     | ${1}
		${{ kind: 'oneOf', values: ['low', 'high'] }}          | ${{ kind: 'text', pattern: '[A-Z]+' }}                | ${0}
		${{ kind: 'oneOf', values: ['a'], matchCase: true }}   | ${{ kind: 'oneOf', values: ['A'] }}                   | ${0}
		${{ kind: 'oneOf', values: ['a'], matchCase: true }}   | ${{ kind: 'oneOf', values: ['A'], matchCase: true }}  | ${1}
		${{ kind: 'oneOf', values: ['Yes'], matchCase: true }} | ${{ kind: 'boolean', is: true }}                      | ${0}
		${{ kind: 'oneOf', values: ['a'], matchCase: true }}   | ${{ kind: 'text', pattern: '[A-Z]' }}                 | ${1}
		${{ kind: 'oneOf', values: [true] }}                   | ${{ kind: 'text', minLength: 2 }}                     | ${0}
		${{ kind: 'present' }}                                 | ${LARGE}                                              | ${0}
	`('of $left and $right are $found', ({ left, right, found }) => {
		expect(contradictions(left, right)).toBe(found);
	});

	it.each`
		each                                | any                                 | found
		${{ kind: 'oneOf', values: ['a'] }} | ${{ kind: 'oneOf', values: ['b'] }} | ${1}
		${{ kind: 'oneOf', values: ['a'] }} | ${{ kind: 'oneOf', values: ['A'] }} | ${0}
		${SMALL}                            | ${LARGE}                            | ${1}
	`('of a list whose entries are each $each and one of them $any are $found', (entry) => {
		const check = { kind: 'list', each: { check: entry.each }, any: { check: entry.any } };

		expect(contradictions(check, { kind: 'present' })).toBe(entry.found);
	});

	it('are none where one word is an answer to both', () => {
		expect(contradictions(SMALL, LARGE, { alsoAccepted: ['N/A'] })).toBe(1);
		const both = [SMALL, LARGE].map((check, index) => ({
			id: `r${index}`,
			label: 'R',
			field: 'x',
			check,
			alsoAccepted: ['n/a'],
		}));
		const policy = parsePolicy({ id: 'p', record: { id: 'id' }, requirements: both });

		expect(findContradictions(policy)).toEqual([]);
	});

	it('are none when one only warns, applies at times, or looks at another field', () => {
		expect(contradictions(SMALL, LARGE, { severity: 'warning' })).toBe(0);
		expect(contradictions(SMALL, LARGE, { when: { field: 'y', present: true } })).toBe(0);
		expect(contradictions(SMALL, LARGE, { field: 'y' })).toBe(0);
	});
});
