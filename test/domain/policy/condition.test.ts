import fc from 'fast-check';
import { NOWHERE } from '../../../nodes/domain/policy/checks/check';
import { compileCondition, conditionSchema } from '../../../nodes/domain/policy/condition';
import { compileMissing } from '../../../nodes/domain/policy/missing';
import { draws } from '../../support/draws';

const RECORD = {
	stage: 'Won',
	amount: '12000',
	tags: ['a'],
	note: 'tbd',
	renewal: 'false',
	plans: 'Silver;Gold',
	cities: 'Berlin, Paris',
	links: [{ id: 1 }, { id: 2 }],
	sizes: ['3', '1.200'],
};

const GOLD = { kind: 'oneOf', values: ['Gold'] };
const LARGE = { kind: 'number', min: 5 };

const context = { record: RECORD, now: 0, isMissing: compileMissing(['tbd']) };

const holds = (condition: unknown): boolean | undefined =>
	compileCondition(conditionSchema.parse(condition)).holds(context);

describe('compileCondition', () => {
	it.each`
		condition                                                                         | holding
		${{ field: 'stage', equals: 'won' }}                                              | ${true}
		${{ field: 'stage', equals: 'lost' }}                                             | ${false}
		${{ field: 'renewal', equals: false }}                                            | ${true}
		${{ field: 'amount', equals: 12000 }}                                             | ${true}
		${{ field: 'stage', oneOf: ['lost', 'won'] }}                                     | ${true}
		${{ field: 'tags', equals: 'a' }}                                                 | ${true}
		${{ field: 'note', present: true }}                                               | ${false}
		${{ field: 'note', present: false }}                                              | ${true}
		${{ field: 'stage', present: false }}                                             | ${false}
		${{ field: 'nowhere', equals: 'x' }}                                              | ${false}
		${{ not: { field: 'nowhere', equals: 'x' } }}                                     | ${true}
		${{ field: 'amount', atLeast: 12000 }}                                            | ${true}
		${{ field: 'amount', atMost: 11999 }}                                             | ${false}
		${{ field: 'stage', atLeast: 1 }}                                                 | ${undefined}
		${{ field: 'stage', check: { kind: 'text', minLength: 3 } }}                      | ${true}
		${{ field: 'tags', hasEntry: 'A' }}                                               | ${true}
		${{ field: 'tags', hasEntry: 'b' }}                                               | ${false}
		${{ field: 'plans', hasEntry: 'Gold' }}                                           | ${true}
		${{ field: 'plans', hasEntry: 'Go' }}                                             | ${false}
		${{ field: 'stage', hasEntry: 'won' }}                                            | ${true}
		${{ field: 'cities', hasEntry: 'Paris' }}                                         | ${undefined}
		${{ field: 'cities', hasEntry: 'Rome' }}                                          | ${false}
		${{ field: 'links', hasEntry: 'Rome' }}                                           | ${undefined}
		${{ field: 'stage', contains: 'WO' }}                                             | ${true}
		${{ field: 'plans', contains: 'old' }}                                            | ${true}
		${{ field: 'tags', contains: 'b' }}                                               | ${false}
		${{ field: 'links', contains: 'b' }}                                              | ${undefined}
		${{ field: 'nowhere', contains: 'b' }}                                            | ${false}
		${{ not: { field: 'links', contains: 'b' } }}                                     | ${undefined}
		${{ field: 'sizes', check: { kind: 'list', any: { check: LARGE } } }}             | ${undefined}
		${{ field: 'tags', check: { kind: 'list', any: { check: GOLD } } }}               | ${false}
		${{ field: 'sizes', check: { kind: 'list', each: { check: LARGE } } }}            | ${false}
		${{ all: [{ field: 'stage', equals: 'won' }, { field: 'note', present: true }] }} | ${false}
		${{ any: [{ field: 'stage', equals: 'won' }, { field: 'note', present: true }] }} | ${true}
		${{ all: [{ any: [{ not: { field: 'stage', equals: 'lost' } }] }] }}              | ${true}
	`('$condition holds: $holding', ({ condition, holding }) => {
		expect(holds(condition)).toBe(holding);
	});

	it.each`
		condition                                                                       | truth
		${{ field: 'nowhere', equals: 'x' }}                                            | ${undefined}
		${{ not: { field: 'note', equals: 'x' } }}                                      | ${undefined}
		${{ field: 'note', present: true }}                                             | ${false}
		${{ any: [{ field: 'note', equals: 'x' }, { field: 'stage', equals: 'won' }] }} | ${true}
		${{ all: [{ field: 'note', equals: 'x' }, { field: 'stage', equals: 'won' }] }} | ${undefined}
	`(
		'leaves $condition open where a missing field tells nothing: $truth',
		({ condition, truth }) => {
			const compiled = compileCondition(conditionSchema.parse(condition), NOWHERE, {
				is: undefined,
			});

			expect(compiled.holds(context)).toBe(truth);
		},
	);
});

/** Tests whose truth is known: of one field each that holds, does not hold, or cannot be told. */
const LEAVES = [
	{ test: { field: 'yes', atLeast: 1 }, truth: true },
	{ test: { field: 'no', atLeast: 1 }, truth: false },
	{ test: { field: 'unclear', atLeast: 1 }, truth: undefined },
];
const LEAF_RECORD = { yes: 5, no: 0, unclear: 'about five' };

interface Told {
	test: object;
	truth: boolean | undefined;
}
const both = (left: Told['truth'], right: Told['truth']): Told['truth'] =>
	left === false || right === false ? false : left === undefined ? undefined : right;
const opposite = (truth: Told['truth']): Told['truth'] =>
	truth === undefined ? undefined : !truth;

const told: fc.Memo<Told> = fc.memo((depth) =>
	depth <= 1
		? fc.constantFrom<Told>(...LEAVES)
		: fc.oneof(
				fc.constantFrom<Told>(...LEAVES),
				told().map(({ test, truth }) => ({ test: { not: test }, truth: opposite(truth) })),
				fc.tuple(told(), told()).map(([left, right]) => ({
					test: { all: [left.test, right.test] },
					truth: both(left.truth, right.truth),
				})),
				fc.tuple(told(), told()).map(([left, right]) => ({
					test: { any: [left.test, right.test] },
					truth: opposite(both(opposite(left.truth), opposite(right.truth))),
				})),
			),
);

describe('a condition of three values', () => {
	it('agrees with the truth tables of and, or and not', () => {
		fc.assert(
			fc.property(told(4), ({ test, truth }) => {
				const { holds, untold } = compileCondition(conditionSchema.parse(test));
				const leafContext = { ...context, record: LEAF_RECORD };

				expect(holds(leafContext)).toBe(truth);
				if (truth === undefined) expect(untold(leafContext)).toContain('unclear');
			}),
			draws(),
		);
	});
});
