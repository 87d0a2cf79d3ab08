import fc from 'fast-check';
import { executeFilter, type FilterValue } from 'n8n-workflow';
import { inEnglish } from '../../nodes/domain/language/sentence';
import { checkSchema, compileCheck } from '../../nodes/domain/policy/checks/checks';
import { compileMissing } from '../../nodes/domain/policy/missing';
import { inTime } from '../support/timeLimit';
import { draws } from '../support/draws';

const OPERATIONS = {
	string: ['equals', 'notEquals', 'contains', 'notContains', 'startsWith', 'endsWith', 'notEmpty'],
	number: ['equals', 'notEquals', 'gt', 'lt', 'gte', 'lte', 'exists', 'notExists'],
	boolean: ['true', 'false', 'equals', 'notEquals'],
	array: ['contains', 'notContains', 'lengthGt', 'lengthLte', 'empty', 'notEmpty'],
	dateTime: ['after', 'before', 'equals', 'afterOrEquals', 'beforeOrEquals'],
	object: ['empty', 'notEmpty', 'exists'],
} as const;

const day = fc.constantFrom(
	'2026-03-02T00:00:00Z',
	'2026-03-02T10:00:00.000Z',
	'2027-01-01T00:00:00+01:00',
);
const VALUES = {
	// Texts that n8n would read as an expression are no values.
	string: fc.string().filter((text) => !text.startsWith('=') && !text.includes('{{')),
	number: fc.integer({ min: -3, max: 3 }),
	boolean: fc.boolean(),
	array: fc.array(fc.constantFrom('a', 'B', 'c')),
	dateTime: day,
	object: fc.dictionary(fc.constantFrom('a', 'b'), fc.integer(), { noNullPrototype: true }),
};
const RIGHTS = { ...VALUES, array: fc.constantFrom('a', 'b', 1, 2) };
const TYPES = ['string', 'number', 'boolean', 'array', 'dateTime', 'object'] as const;

/** A condition with a value of the right type on each side. */
const condition = fc.constantFrom(...TYPES).chain((type) =>
	fc
		.record({
			operation: fc.constantFrom<string>(...OPERATIONS[type]),
			left: VALUES[type],
			right: RIGHTS[type],
		})
		.filter(
			({ operation, right }) =>
				type !== 'array' || operation.startsWith('length') === (typeof right === 'number'),
		)
		.map(({ operation, left, right }) => ({ type, operation, left, right })),
);
const filter = fc.record({
	conditions: fc.array(condition, { minLength: 1, maxLength: 3 }),
	combinator: fc.constantFrom('and' as const, 'or' as const),
	caseSensitive: fc.boolean(),
});

/** As the editor of n8n sets it for lists. */
const rightTypeOf = (type: string, operation: string) => {
	if (operation.startsWith('length')) return { rightType: 'number' as const };
	return type === 'array' ? { rightType: 'any' as const } : {};
};

/** Whether the check lets a record pass whose fields f0, f1, … hold the left sides. */
function passesGate(filterValue: FilterValue, lefts: readonly unknown[]): boolean {
	const record = Object.fromEntries(lefts.map((left, index) => [`f${index}`, left]));
	const conditions = filterValue.conditions.map((one, index) => ({
		...one,
		leftValue: `={{ $json.f${index} }}`,
	}));
	const check = checkSchema.parse({
		kind: 'condition',
		filter: { ...filterValue, conditions },
	});
	const context = { record, now: 0, isMissing: compileMissing([]) };
	return compileCheck(check).judge('x', context) === undefined;
}

describe('the check condition', () => {
	it('lets a record pass exactly when the filter of n8n does, for values of the type compared', () => {
		fc.assert(
			fc.property(
				filter,
				inTime(({ conditions, combinator, caseSensitive }) => {
					const value: FilterValue = {
						combinator,
						options: { caseSensitive, leftValue: '', typeValidation: 'strict', version: 2 },
						conditions: conditions.map(({ type, operation, left, right }, index) => ({
							id: String(index),
							leftValue: left as FilterValue['conditions'][number]['leftValue'],
							rightValue: right as FilterValue['conditions'][number]['rightValue'],
							operator: { type, operation: operation as 'equals', ...rightTypeOf(type, operation) },
						})),
					};
					const lefts = conditions.map(({ left }) => left);

					expect(passesGate(value, lefts)).toBe(executeFilter(value));
				}),
			),
			draws(600),
		);
	});

	const amount = (operator: object, rightValue: unknown, more: object = {}) => ({
		kind: 'condition',
		filter: { conditions: [{ leftValue: '{{ $json.amount }}', rightValue, operator }], ...more },
	});
	const judge = (settings: unknown, record: unknown) => {
		const shortfall = compileCheck(checkSchema.parse(settings)).judge('x', {
			record,
			now: 0,
			isMissing: compileMissing([]),
		});
		return shortfall && inEnglish(shortfall);
	};
	const GT = { type: 'number', operation: 'gt' };

	it.each`
		record                                | right                      | problem
		${{ amount: 6 }}                      | ${5}                       | ${undefined}
		${{ amount: '6' }}                    | ${'5'}                     | ${undefined}
		${{ amount: 5 }}                      | ${5}                       | ${'does not meet: amount is above 5'}
		${{ amount: 'many' }}                 | ${5}                       | ${'is no number: amount is above 5'}
		${{ amount: [6] }}                    | ${5}                       | ${'is no number: amount is above 5'}
		${{}}                                 | ${-1}                      | ${'does not meet: amount is above -1'}
		${{ amount: 6, costs: 7 }}            | ${'={{ $json["costs"] }}'} | ${'does not meet: amount is above costs'}
		${{ amount: 6, costs: 'few' }}        | ${'={{ $json.costs }}'}    | ${'is compared with what is no number: amount is above costs'}
		${{ amount: 6, __proto__: { x: 1 } }} | ${'{{ __proto__.x }}'}     | ${'does not meet: amount is above __proto__.x'}
	`('says of $record beside $right: $problem', ({ record, right, problem }) => {
		expect(judge(amount(GT, right), record)).toBe(problem);
	});

	it.each`
		leftValue                           | problem
		${'={{ $json.lines[id=a].sum }}'}   | ${undefined}
		${'={{ $json.lines[id="b"].sum }}'} | ${'does not meet: lines[id="b"].sum is above 5'}
	`('reads an entry by what it is: $leftValue', ({ leftValue, problem }) => {
		const filterOf = { conditions: [{ leftValue, rightValue: 5, operator: GT }] };
		const record = {
			lines: [
				{ id: 'a', sum: 6 },
				{ id: 'b', sum: 4 },
			],
		};

		expect(judge({ kind: 'condition', filter: filterOf }, record)).toBe(problem);
	});

	it('refuses text for a number when types are not converted', () => {
		const strict = { options: { typeValidation: 'strict' } };

		expect(judge(amount(GT, 5, strict), { amount: '6' })).toBe('is no number: amount is above 5');
	});

	it.each`
		filter                                                                                    | message
		${{ conditions: [{ leftValue: '={{ $json.a - 1 }}', operator: GT }] }}                    | ${'calculates something'}
		${{ conditions: [{ leftValue: '={{ $json.a + 1 }}', operator: GT }] }}                    | ${'calculates something'}
		${{ conditions: [{ leftValue: '={{ $json.a[b=c] + 1 }}', operator: GT }] }}               | ${'calculates something'}
		${{ conditions: [{ leftValue: 'a', operator: { ...GT, operation: 'x' } }] }}              | ${'is no comparison of this type'}
		${{ conditions: [{ leftValue: 'a', operator: { type: 'string', operation: 'regex' } }] }} | ${'use the check “text” with a pattern'}
		${{ conditions: [] }}                                                                     | ${'needs at least one condition'}
	`('refuses the filter $filter', ({ filter: refused, message }) => {
		const parsed = checkSchema.safeParse({ kind: 'condition', filter: refused });

		expect(JSON.stringify(parsed.error?.issues)).toContain(message);
	});
});
