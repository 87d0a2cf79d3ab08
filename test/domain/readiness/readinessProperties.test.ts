import fc from 'fast-check';
import { parsePolicy } from '../../../nodes/domain/policy/parsePolicy';
import type { Policy } from '../../../nodes/domain/policy/policy';
import { compilePolicy } from '../../../nodes/domain/readiness/compilePolicy';
import { evaluateReadiness } from '../../../nodes/domain/readiness/evaluateReadiness';
import { openHandoff } from '../../../nodes/domain/readiness/openHandoff';
import { MONDAY } from './dealPolicy';
import { inTime } from '../../support/timeLimit';
import { draws } from '../../support/draws';

const FIELDS = ['a', 'b', 'list', 'deep.er', '__proto__', 'constructor.name', '["odd key"]'];

const field = fc.constantFrom(...FIELDS);
const check = fc.constantFrom(
	{ kind: 'present' },
	{ kind: 'text', minLength: 2, pattern: '[a-z]+' },
	{ kind: 'number', min: 0 },
	{ kind: 'date', after: { days: 0 } },
	{ kind: 'date', before: { field: 'b' } },
	{ kind: 'email' },
	{ kind: 'oneOf', values: ['x', 1, true] },
	{ kind: 'money', currencies: ['EUR'], currencyField: 'b' },
	{ kind: 'url' },
	{ kind: 'phone' },
	{ kind: 'boolean' },
	{ kind: 'list', min: 1, each: { check: { kind: 'text' } } },
	{ kind: 'matchesField', field: 'b' },
	{ kind: 'fresh', changedField: 'b', withinDays: 3 },
	{ kind: 'date', after: { field: 'b', workingDays: 2 } },
	{
		kind: 'condition',
		filter: {
			combinator: 'or',
			conditions: [
				{ leftValue: '{{ b }}', rightValue: 1, operator: { type: 'number', operation: 'gt' } },
				{ leftValue: '{{ __proto__ }}', operator: { type: 'object', operation: 'notEmpty' } },
			],
		},
	},
);
const when = fc.option(
	fc.oneof(
		fc.record({ field, present: fc.boolean() }),
		fc.record({ not: fc.record({ field, equals: fc.constantFrom('x', 1) }) }),
		fc.record({ all: fc.tuple(fc.record({ field, check })) }),
	),
	{ nil: undefined },
);
const requirement = fc.record({
	field,
	check,
	when,
	severity: fc.constantFrom('blocker', 'warning'),
});

const policy = fc.array(requirement, { minLength: 1, maxLength: 6 }).map((requirements): Policy =>
	parsePolicy({
		id: 'p',
		record: { id: 'id', title: 'a', url: 'https://crm.example/{{id}}' },
		requirements: requirements.map((one, index) => ({
			...one,
			id: `r${index}`,
			label: `R${index}`,
		})),
		waivers: { allowed: ['r0'] },
		packet: [{ label: 'Deep', field: 'deep' }],
		calendars: { receiver: { timezone: 'Europe/Berlin', weekly: { mon: [['09:00', '17:00']] } } },
	}),
);

/** Days so far away that nobody may walk there. */
const FAR_DAYS = [
	123_456_789_012_345,
	1_234_567_890_123_456,
	'123456789012345',
	8.64e15,
	-8.64e15,
	new Date(8.64e15),
	'9999-12-31',
	'2199-12-31',
	'1900-01-01',
];

const value = fc.oneof(
	fc.anything(),
	fc.constantFrom(
		'x',
		'tbd',
		'5',
		1,
		true,
		'2026-03-09',
		'a@b.example',
		'€ 5',
		MONDAY,
		null,
		undefined,
	),
	fc.constantFrom(...FAR_DAYS),
);
const record = fc.oneof(
	fc.anything(),
	fc.record(
		{
			id: value,
			a: value,
			b: value,
			list: fc.array(value),
			deep: fc.record({ er: value }),
			'odd key': value,
		},
		{ requiredKeys: ['id'] },
	),
);

function deepFreeze(frozen: unknown): void {
	if (typeof frozen !== 'object' || frozen === null || Object.isFrozen(frozen)) return;
	if (ArrayBuffer.isView(frozen)) return;
	Object.freeze(frozen);
	for (const key of Reflect.ownKeys(frozen)) deepFreeze(Reflect.get(frozen, key));
}

const waivers = [{ requirementId: 'r0', reason: 'x', approvedBy: 'y', expiresAt: '2027-01-01' }];
const evaluation = { now: MONDAY, mode: 'enforce', waivers } as const;
const RUNS = draws(500);

describe('for any policy and any record, the gate', () => {
	it('gives a verdict and an envelope, and leaves the record as it was', () => {
		fc.assert(
			fc.property(
				policy,
				record,
				inTime((document, given) => {
					deepFreeze(given);
					const compiled = compilePolicy(document);
					const verdict = evaluateReadiness(compiled, given, evaluation);

					expect(openHandoff({ compiled, record: given, verdict, now: MONDAY }).attempt).toBe(1);
				}),
			),
			RUNS,
		);
	});

	it('is never ready with a blocker that is open and not waived', () => {
		fc.assert(
			fc.property(
				policy,
				record,
				inTime((document, given) => {
					const { ready, findings } = evaluateReadiness(compilePolicy(document), given, evaluation);
					const open = findings.filter(
						({ severity, waiver }) => severity === 'blocker' && waiver === undefined,
					);

					expect(ready).toBe(open.length === 0);
				}),
			),
			RUNS,
		);
	});

	it('does not become ready by one more requirement', () => {
		fc.assert(
			fc.property(
				policy,
				record,
				inTime((document, given) => {
					const fewer = { ...document, requirements: document.requirements.slice(0, -1) };
					const before = evaluateReadiness(compilePolicy(fewer), given, evaluation);
					const after = evaluateReadiness(compilePolicy(document), given, evaluation);

					expect(after.ready && !before.ready).toBe(false);
				}),
			),
			RUNS,
		);
	});

	it('comes to the same verdict and digest every time', () => {
		fc.assert(
			fc.property(
				policy,
				record,
				inTime((document, given) => {
					const first = evaluateReadiness(compilePolicy(document), given, evaluation);

					expect(evaluateReadiness(compilePolicy(document), given, evaluation)).toEqual(first);
				}),
			),
			RUNS,
		);
	});
});
