import { compileCondition, conditionSchema } from '../../../nodes/domain/policy/condition';
import { compileMissing } from '../../../nodes/domain/policy/missing';

const RECORD = { stage: 'Won', amount: '12000', tags: ['a'], note: 'tbd', renewal: 'false' };

const holds = (condition: unknown): boolean =>
	compileCondition(conditionSchema.parse(condition)).holds({
		record: RECORD,
		now: 0,
		isMissing: compileMissing(['tbd']),
	});

describe('compileCondition', () => {
	it.each`
		condition                                                                         | holding
		${{ field: 'stage', equals: 'won' }}                                              | ${true}
		${{ field: 'stage', equals: 'lost' }}                                             | ${false}
		${{ field: 'renewal', equals: false }}                                            | ${true}
		${{ field: 'amount', equals: 12000 }}                                             | ${true}
		${{ field: 'stage', oneOf: ['lost', 'won'] }}                                     | ${true}
		${{ field: 'tags', equals: 'a' }}                                                 | ${false}
		${{ field: 'note', present: true }}                                               | ${false}
		${{ field: 'note', present: false }}                                              | ${true}
		${{ field: 'stage', present: false }}                                             | ${false}
		${{ field: 'nowhere', equals: 'x' }}                                              | ${false}
		${{ not: { field: 'nowhere', equals: 'x' } }}                                     | ${true}
		${{ field: 'amount', atLeast: 12000 }}                                            | ${true}
		${{ field: 'amount', atMost: 11999 }}                                             | ${false}
		${{ field: 'stage', atLeast: 1 }}                                                 | ${false}
		${{ field: 'stage', check: { kind: 'text', minLength: 3 } }}                      | ${true}
		${{ all: [{ field: 'stage', equals: 'won' }, { field: 'note', present: true }] }} | ${false}
		${{ any: [{ field: 'stage', equals: 'won' }, { field: 'note', present: true }] }} | ${true}
		${{ all: [{ any: [{ not: { field: 'stage', equals: 'lost' } }] }] }}              | ${true}
	`('$condition holds: $holding', ({ condition, holding }) => {
		expect(holds(condition)).toBe(holding);
	});
});
