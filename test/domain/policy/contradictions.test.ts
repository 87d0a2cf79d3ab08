import { findContradictions } from '../../../nodes/domain/policy/contradictions';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';

const contradictions = (left: object, right: object, more: object = {}) =>
	findContradictions(
		parsePolicy({
			id: 'p',
			record: { id: 'id' },
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
		left                                      | right                                    | found
		${SMALL}                                  | ${LARGE}                                 | ${1}
		${SMALL}                                  | ${{ kind: 'money', min: 5 }}             | ${0}
		${SMALL}                                  | ${{ kind: 'text', minLength: 6 }}        | ${0}
		${{ kind: 'text', maxLength: 3 }}         | ${{ kind: 'text', minLength: 4 }}        | ${1}
		${{ kind: 'date', before: '2026-03-01' }} | ${{ kind: 'date', after: '2026-03-02' }} | ${1}
		${{ kind: 'date', before: '2026-03-02' }} | ${{ kind: 'date', after: '2026-03-02' }} | ${0}
		${{ kind: 'date', before: { days: 0 } }}  | ${{ kind: 'date', after: '2026-03-02' }} | ${0}
		${{ kind: 'oneOf', values: ['a', 'b'] }}  | ${{ kind: 'oneOf', values: ['C'] }}      | ${1}
		${{ kind: 'oneOf', values: ['a', 'b'] }}  | ${{ kind: 'oneOf', values: ['B'] }}      | ${0}
		${{ kind: 'present' }}                    | ${LARGE}                                 | ${0}
	`('of $left and $right are $found', ({ left, right, found }) => {
		expect(contradictions(left, right)).toBe(found);
	});

	it('are none when one only warns, applies at times, or looks at another field', () => {
		expect(contradictions(SMALL, LARGE, { severity: 'warning' })).toBe(0);
		expect(contradictions(SMALL, LARGE, { when: { field: 'y', present: true } })).toBe(0);
		expect(contradictions(SMALL, LARGE, { field: 'y' })).toBe(0);
	});
});
