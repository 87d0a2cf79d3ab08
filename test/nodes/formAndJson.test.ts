import fc from 'fast-check';
import { parsePolicy } from '../../nodes/domain/policy/parsePolicy';
import type { Policy, Requirement } from '../../nodes/domain/policy/policy';
import { buildPolicyDocument, parsePolicyForm } from '../../nodes/ReadinessGate/formPolicy';
import { inTime } from '../support/timeLimit';
import { draws } from '../support/draws';

const policyOf = (form: unknown): Policy => parsePolicy(buildPolicyDocument(parsePolicyForm(form)));

const textOf = (value: unknown): string => (value === undefined ? '' : String(value));

type Settings = Record<string, unknown>;

/** Entries with commas between them, each that holds a comma in quotes. */
const listOf = (entries: readonly unknown[]): string =>
	entries.map((entry) => (String(entry).includes(',') ? `"${String(entry)}"` : entry)).join(', ');

/** The form that stands for a check: what the form's own reader has to turn back into it. */
function checkFields({ kind, ...settings }: Settings): Settings {
	const fields = Object.entries(settings).map(([name, value]): [string, unknown] => {
		if (name === 'filter') return ['conditions', value];
		if (value === undefined) return [name, undefined];
		if (name === 'after' || name === 'before') return [name, limitOf(value)];
		if (name === 'is') return [name, value === true ? 'yes' : 'no'];
		if (kind === 'matchesField' && name === 'field') return ['otherField', value];
		if (name === 'of') return [`${String(kind)}Of`, value];
		if (name === 'total') return [name, totalOf(value)];
		if (Array.isArray(value)) return [name, listOf(value)];
		return [name, typeof value === 'number' ? String(value) : value];
	});
	const entry = { ...entryFields('each', settings.each), ...entryFields('any', settings.any) };
	return { kind, ...Object.fromEntries(fields), ...entry };
}

const totalOf = (total: unknown): string =>
	typeof total === 'object' ? (total as { field: string }).field : String(total);

function entryFields(scope: 'each' | 'any', rule: unknown): Settings {
	if (typeof rule !== 'object' || rule === null) return {};
	const { field, check } = rule as { field?: string; check: { kind: string; values?: string[] } };
	return {
		[scope]: undefined,
		entryKind: check.kind,
		entryScope: scope,
		entryField: field,
		entryValues: check.values && listOf(check.values),
	};
}

function limitOf(limit: unknown): string {
	if (typeof limit === 'string') return limit;
	const { field = 'today', days, workingDays } = limit as Record<string, number | string>;
	const count = Number(days ?? workingDays);
	const unit = workingDays === undefined ? 'days' : 'working days';
	return `${field} ${count < 0 ? '-' : '+'} ${Math.abs(count)} ${unit}`;
}

function whenFields(when: Requirement['when']): Settings {
	if (when === undefined) return {};
	const { all, any, ...single } = when;
	const [first, ...others] = (all ?? any ?? [single]).map(testFields);
	return { ...first, moreTests: { test: others }, whenJoin: any === undefined ? 'all' : 'any' };
}

function testFields({ field, present, ...test }: NonNullable<Requirement['when']>): Settings {
	if (present !== undefined) return { whenTest: present ? 'present' : 'missing', whenField: field };
	const [[whenTest, value] = ['always', '']] = Object.entries(test);
	return {
		whenTest,
		whenField: field,
		whenValue: Array.isArray(value) ? listOf(value) : textOf(value),
	};
}

/** Writes a policy as somebody would fill in the form. */
const formOf = ({ requirements, record, sender, receiver, packet, ...more }: Policy): Settings => ({
	policyId: more.id,
	recordId: record.id,
	recordDetails: { system: record.system, type: record.type, title: record.title, url: record.url },
	sender,
	receivingTeam: receiver.team,
	receivingPeople: { person: receiver.people },
	packet: { line: packet },
	requirements: {
		requirement: requirements.map(({ check, when, alsoAccepted, ...row }) => ({
			...row,
			alsoAccepted: alsoAccepted?.join(', '),
			...checkFields(check),
			...whenFields(when),
		})),
	},
	morePolicy: JSON.stringify({ ...more, id: undefined }),
});

const field = fc.constantFrom('amount', 'properties.stage', '["Deal name"]', 'lines[0].price');
const word = fc.stringMatching(/^[A-Za-zäé][A-Za-z0-9 äé-]{0,20}[A-Za-z]$/);
const words = fc.array(word, { minLength: 1, maxLength: 3 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: '' as const });
const count = fc.integer({ min: 0, max: 99 });
const low = maybe(count.map(String));
const high = maybe(count.map((number) => String(number + 100)));
const limit = fc.oneof(
	fc.constantFrom('2026-03-02', 'today', 'today + 14', 'today - 1 day', 'today + 5 working days'),
	fc.constantFrom('properties.closedate + 7', 'signed - 3 working days', 'signed'),
);

/** What the form shows for each check. */
const CHECKS = [
	fc.record({ kind: fc.constantFrom('present', 'email') }),
	fc.record({
		kind: fc.constant('text'),
		minLength: low,
		maxLength: high,
		contains: fc.constantFrom('', 'PO'),
		pattern: fc.constantFrom('', 'PO-\\d{4}'),
	}),
	fc.record({ kind: fc.constant('number'), min: low, max: high, integer: fc.boolean() }),
	fc.record({
		kind: fc.constant('money'),
		min: low,
		currencies: fc.constantFrom('', 'EUR', 'EUR, USD'),
		currencyField: maybe(field),
		decimal: fc.constantFrom('auto', '.', ','),
	}),
	fc.record({
		kind: fc.constant('date'),
		after: maybe(limit),
		format: fc.constantFrom('', 'dd.MM.yyyy'),
		timezone: fc.constantFrom('UTC', 'Europe/Berlin'),
	}),
	fc.record({
		kind: fc.constant('oneOf'),
		values: words.map((list) => ['"Berlin, Mitte"', ...list].join(', ')),
		matchCase: fc.boolean(),
	}),
	fc.record({ kind: fc.constant('matchesField'), otherField: field, matchCase: fc.boolean() }),
	fc.record({ kind: fc.constant('boolean'), is: fc.constantFrom('either', 'yes', 'no') }),
	fc.record({ kind: fc.constant('url'), hosts: fc.constantFrom('', 'a.example, b.example') }),
	fc.record({ kind: fc.constant('phone'), international: fc.boolean() }),
	fc.record({
		kind: fc.constant('list'),
		min: low,
		max: high,
		separator: fc.constantFrom('', ';'),
		entryKind: fc.constantFrom('anything', 'email', 'number', 'present'),
		entryScope: fc.constantFrom('each', 'any'),
		entryField: fc.constantFrom('', 'mail'),
	}),
	fc.record({
		kind: fc.constant('list'),
		entryKind: fc.constant('oneOf'),
		entryScope: fc.constantFrom('each', 'any'),
		entryField: fc.constantFrom('', 'mail'),
		entryValues: words.map((list) => list.join(', ')),
	}),
	fc.record({
		kind: fc.constant('sum'),
		total: fc.oneof(count.map(String), field),
		sumOf: fc.constantFrom('', 'price'),
		tolerance: fc.constantFrom('0', '0.01'),
	}),
	fc.record({ kind: fc.constant('share'), shareOf: field, min: count.map(String), max: high }),
	fc.record({ kind: fc.constant('fresh'), changedField: field, withinDays: count }),
	fc.record({
		kind: fc.constant('condition'),
		conditions: fc.record({
			combinator: fc.constantFrom('and', 'or'),
			conditions: fc.tuple(
				fc.record({
					leftValue: fc.constantFrom('={{ $json.amount }}', 'x'),
					rightValue: fc.constantFrom('5', '={{ $json.costs }}'),
					operator: fc.constant({ type: 'number', operation: 'gt' }),
				}),
			),
		}),
	}),
];
const when = fc.oneof(
	fc.constant({}),
	fc.record({ whenTest: fc.constantFrom('present', 'missing'), whenField: field }),
	fc.record({ whenTest: fc.constantFrom('equals', 'oneOf'), whenField: field, whenValue: word }),
	fc.record({
		whenTest: fc.constantFrom('atLeast', 'atMost'),
		whenField: field,
		whenValue: count.map(String),
	}),
);
const several = fc.record({
	whenTest: fc.constantFrom('equals', 'contains'),
	whenField: field,
	whenValue: word,
	moreTests: fc.constantFrom(
		{},
		{
			test: [
				{ whenTest: 'present', whenField: 'a' },
				{ whenTest: 'atLeast', whenField: 'b', whenValue: '5' },
			],
		},
	),
	whenJoin: fc.constantFrom('all', 'any'),
});
const guidance = fc.record({
	label: word,
	field,
	severity: fc.constantFrom('blocker', 'warning'),
	fixer: fc.constantFrom('sender', 'receiver', 'Legal'),
	howToFix: maybe(word),
	fixUrl: fc.constantFrom('', 'https://crm.example/{{id}}'),
	message: maybe(word),
	alsoAccepted: fc.constantFrom('', 'N/A', 'N/A, none'),
});
const row = fc
	.tuple(guidance, fc.oneof(...CHECKS), fc.oneof(when, several))
	.map((parts) => Object.assign({}, ...parts));

const form = fc.record({
	policyId: fc.constant('sales-to-delivery'),
	recordId: field,
	requirements: fc
		.array(row, { minLength: 1, maxLength: 5 })
		.map((rows) => ({ requirement: rows.map((one, index) => ({ ...one, id: `r${index}` })) })),
	recordDetails: fc.record({ system: maybe(word), type: maybe(word), title: field }),
	sender: fc.record({ team: maybe(word), email: maybe(field) }),
	receivingTeam: maybe(word),
	receivingPeople: fc.constantFrom({}, { person: [{ name: 'Dana', email: 'dana@example.com' }] }),
	otherFixers: fc.constantFrom({}, { fixer: [{ fixer: 'Legal', email: 'law@example.com' }] }),
	packet: fc
		.array(fc.record({ label: word, field, as: maybe(fc.constantFrom('money', 'date', 'list')) }))
		.map((line) => ({ line })),
	morePolicy: fc.constant(
		JSON.stringify({
			version: '2',
			calendars: {
				receiver: { timezone: 'Europe/Berlin', weekly: { mon: [['09:00', '17:00']] } },
			},
		}),
	),
});

describe('form and JSON', () => {
	it('build the same policy: what the form gives comes back from the form of that policy', () => {
		fc.assert(
			fc.property(
				form,
				inTime((filled) => {
					const policy = policyOf(filled);

					expect(policyOf(formOf(policy))).toEqual(policy);
					expect(parsePolicy(JSON.stringify(policy))).toEqual(policy);
				}),
			),
			draws(150),
		);
	});
});
