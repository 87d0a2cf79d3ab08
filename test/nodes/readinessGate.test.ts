import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { handoffSchema, type Handoff } from '../../nodes/domain/handoff/envelope';
import { ReadinessGate } from '../../nodes/ReadinessGate/ReadinessGate.node';
import { runNode } from '../support/runWorkflow';

const READY = 0;
const NOT_READY = 1;

const POLICY = {
	id: 'sales-to-delivery',
	record: { system: 'crm', type: 'deal', id: 'id', title: 'name' },
	sender: { team: 'Sales' },
	receiver: { team: 'Delivery' },
	requirements: [
		{ id: 'amount', label: 'Amount', field: 'amount', check: { kind: 'number', min: 1 } },
		{
			id: 'brief',
			label: 'Brief',
			field: 'brief',
			check: { kind: 'url' },
			severity: 'warning',
			howToFix: 'Paste the link to the brief',
		},
	],
	waivers: { allowed: ['amount'] },
};

/** The same policy, as somebody fills in the form. */
const FORM: INodeParameters = {
	policyFrom: 'form',
	policyId: 'sales-to-delivery',
	recordId: 'id',
	recordDetails: { system: 'crm', type: 'deal', title: 'name' },
	sender: { team: 'Sales' },
	receivingTeam: 'Delivery',
	requirements: {
		requirement: [
			{ label: 'Amount', field: 'amount', kind: 'number', min: '1' },
			{
				label: 'Brief',
				field: 'brief',
				kind: 'url',
				severity: 'warning',
				howToFix: 'Paste the link to the brief',
			},
		],
	},
	morePolicy: '{"waivers": {"allowed": ["amount"]}}',
};

/** What the filter builder of n8n gives for one comparison of numbers. */
const conditionOf = (leftValue: string, rightValue: number) => ({
	options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
	combinator: 'and',
	conditions: [{ id: 'c', leftValue, rightValue, operator: { type: 'number', operation: 'gt' } }],
});

/** A further test of when a requirement applies. */
const SMALL_Z = { test: [{ whenTest: 'atMost', whenField: 'z', whenValue: '5' }] };

const DEAL = { id: 'D-1', name: 'Acme', amount: 5, brief: 'https://docs.acme.example/brief' };

const json = (policy: unknown): INodeParameters => ({
	policyFrom: 'json',
	policy: JSON.stringify(policy),
});

const check = (
	items: Array<IDataObject | INodeExecutionData>,
	parameters: INodeParameters = json(POLICY),
	more: Partial<Parameters<typeof runNode>[0]> = {},
) =>
	runNode({
		node: new ReadinessGate(),
		parameters: { keepLedger: 'nowhere', ...parameters },
		items,
		...more,
	});

const handoffOf = (record: IDataObject | undefined): Handoff =>
	handoffSchema.parse(record?.handoff);

/** What differs between two executions of the same records. */
const withoutTimes = ({ verdict, event, turns, ...handoff }: Handoff) => ({
	...handoff,
	verdict: { ...verdict, evaluatedAt: '' },
	turns: turns.length,
	event: { ...event, at: '', data: '' },
});

/** Takes everything out of an object and out of all objects in it. */
function emptyOut(value: object): void {
	for (const [key, member] of Object.entries(value)) {
		if (typeof member === 'object' && member !== null) emptyOut(member);
		Reflect.deleteProperty(value, key);
	}
}

describe('Readiness Gate', () => {
	it('sends what is ready to Ready and what is not to Not Ready, each with its record as it was', async () => {
		const poor = { id: 'D-2', name: 'Bits', amount: 0 };
		const run = await check([DEAL, poor]);

		expect(run.records(READY)).toEqual([{ ...DEAL, handoff: expect.anything() }]);
		expect(run.records(NOT_READY)).toEqual([{ ...poor, handoff: expect.anything() }]);
		const handoff = handoffOf(run.records(NOT_READY)[0]);
		expect(
			handoff.verdict?.findings.map(({ label, shortfall }) => `${label} ${shortfall}`),
		).toEqual(['Amount is below 1', 'Brief is missing']);
		expect(handoff.message?.subject).toBe('Bits is not ready for Delivery: 1 thing to fix');
		expect(handoff.event?.type).toBe('handoff.evaluated');
	});

	it('pairs each item with its origin and keeps its binary data', async () => {
		const binary = { brief: { data: 'aGk=', mimeType: 'text/plain' } };
		const run = await check([{ json: { id: 'D-0' } }, { json: DEAL, binary }]);
		const lanes = run.run.data.resultData.runData['Readiness Gate']?.[0]?.data?.main;

		expect(lanes?.[READY]?.[0]).toMatchObject({ pairedItem: { item: 1 }, binary });
		expect(lanes?.[NOT_READY]?.[0]).toMatchObject({ pairedItem: { item: 0 } });
	});

	it('builds the same policy from the form as from JSON', async () => {
		const fromJson = handoffOf((await check([DEAL])).records(READY)[0]);
		const fromForm = handoffOf((await check([DEAL], FORM)).records(READY)[0]);

		expect(fromForm.policy.digest).toBe(fromJson.policy.digest);
		expect(fromForm.id).toBe(fromJson.id);
	});

	it.each`
		row                                                                                                             | record                                  | lane
		${{ kind: 'present' }}                                                                                          | ${{ x: 'a' }}                           | ${READY}
		${{ kind: 'text', minLength: '2', pattern: '[a-z]+' }}                                                          | ${{ x: 'ab' }}                          | ${READY}
		${{ kind: 'text', minLength: '2' }}                                                                             | ${{ x: 'a' }}                           | ${NOT_READY}
		${{ kind: 'number', min: '1', max: '5', integer: true }}                                                        | ${{ x: 6 }}                             | ${NOT_READY}
		${{ kind: 'money', min: '1', currencies: 'EUR, USD' }}                                                          | ${{ x: '$ 5' }}                         | ${READY}
		${{ kind: 'date', after: '2026-01-01', before: '2026-01-31' }}                                                  | ${{ x: '2026-01-31' }}                  | ${READY}
		${{ kind: 'date', after: 'y + 7' }}                                                                             | ${{ x: '2026-01-07', y: '2026-01-01' }} | ${NOT_READY}
		${{ kind: 'date', before: 'today - 1 day' }}                                                                    | ${{ x: '2020-01-01' }}                  | ${READY}
		${{ kind: 'date', after: 'today', format: 'dd.MM.yyyy', timezone: 'Europe/Berlin' }}                            | ${{ x: '01.01.2020' }}                  | ${NOT_READY}
		${{ kind: 'email' }}                                                                                            | ${{ x: 'sam@sales.example' }}           | ${READY}
		${{ kind: 'oneOf', values: 'Gold, Silver' }}                                                                    | ${{ x: 'silver' }}                      | ${READY}
		${{ kind: 'boolean', is: 'yes' }}                                                                               | ${{ x: 'no' }}                          | ${NOT_READY}
		${{ kind: 'url', hosts: 'acme.example' }}                                                                       | ${{ x: 'https://acme.example/a' }}      | ${READY}
		${{ kind: 'phone', international: true }}                                                                       | ${{ x: '+49 30 5550123' }}              | ${READY}
		${{ kind: 'list', min: '1', entryKind: 'email', entryField: 'mail' }}                                           | ${{ x: [{ mail: 'no' }] }}              | ${NOT_READY}
		${{ kind: 'list', entryKind: 'oneOf', entryValues: 'a, b' }}                                                    | ${{ x: ['b', 'c'] }}                    | ${NOT_READY}
		${{ kind: 'list', entryKind: 'oneOf', entryValues: 'a, b', entryScope: 'any' }}                                 | ${{ x: ['b', 'c'] }}                    | ${READY}
		${{ kind: 'matchesField', otherField: 'y' }}                                                                    | ${{ x: 'a', y: 'A' }}                   | ${READY}
		${{ kind: 'fresh', changedField: 'y', withinDays: 3 }}                                                          | ${{ x: 'a', y: '2020-01-01' }}          | ${NOT_READY}
		${{ kind: 'condition', conditions: conditionOf('={{ $json.y }}', 5) }}                                          | ${{ x: 'a', y: 6 }}                     | ${READY}
		${{ kind: 'condition', conditions: conditionOf('={{ $json.y }}', 5) }}                                          | ${{ x: 'a', y: 4 }}                     | ${NOT_READY}
		${{ kind: 'present', whenTest: 'equals', whenField: 'y', whenValue: 'new' }}                                    | ${{ y: 'old' }}                         | ${READY}
		${{ kind: 'present', whenTest: 'missing', whenField: 'y' }}                                                     | ${{}}                                   | ${NOT_READY}
		${{ kind: 'present', whenTest: 'oneOf', whenField: 'y', whenValue: 'a, b' }}                                    | ${{ y: 'b' }}                           | ${NOT_READY}
		${{ kind: 'present', whenTest: 'contains', whenField: 'y', whenValue: 'b' }}                                    | ${{ y: 'a b c' }}                       | ${NOT_READY}
		${{ kind: 'present', whenTest: 'hasEntry', whenField: 'y', whenValue: 'b' }}                                    | ${{ y: 'a;b' }}                         | ${NOT_READY}
		${{ kind: 'oneOf', values: '"Berlin, Mitte", Paris' }}                                                          | ${{ x: 'Berlin, Mitte' }}               | ${READY}
		${{ kind: 'present', whenTest: 'equals', whenField: 'y', whenValue: 'a', moreTests: SMALL_Z }}                  | ${{ y: 'a', z: 9 }}                     | ${READY}
		${{ kind: 'present', whenTest: 'equals', whenField: 'y', whenValue: 'a', moreTests: SMALL_Z, whenJoin: 'any' }} | ${{ y: 'a', z: 9 }}                     | ${NOT_READY}
		${{ kind: 'present', whenTest: 'atLeast', whenField: 'y', whenValue: '10' }}                                    | ${{ y: 9 }}                             | ${READY}
	`('holds $record against the form row $row', async ({ row, record, lane }) => {
		const run = await check([{ id: 'D-1', ...record }], {
			...FORM,
			morePolicy: '{}',
			requirements: { requirement: [{ label: 'X', field: 'x', ...row }] },
		});

		expect(run.error).toBeUndefined();
		expect(run.records(lane)).toHaveLength(1);
	});

	it.each(['warn', 'shadow'])(
		'lets everything pass in mode %s, with an honest verdict',
		async (mode) => {
			const run = await check([{ id: 'D-2' }], { ...json(POLICY), mode });

			expect(run.records(NOT_READY)).toEqual([]);
			expect(handoffOf(run.records(READY)[0]).verdict).toMatchObject({ ready: false, mode });
		},
	);

	it('keeps a record without an id, whatever the mode', async () => {
		const run = await check([{ ...DEAL, id: '' }], { ...json(POLICY), mode: 'shadow' });

		expect(run.records(READY)).toEqual([]);
		expect(handoffOf(run.records(NOT_READY)[0]).verdict?.findings[0]).toMatchObject({
			label: 'Record id',
			field: 'id',
		});
	});

	it.each`
		mistake               | policy                                                                                                           | message                                                                | remedy
		${'an unknown check'} | ${{ ...POLICY, requirements: [{ ...POLICY.requirements[0], check: { kind: 'nummer' } }] }}                       | ${'requirements[0] “Amount”: check.kind: “nummer” is not a check'}     | ${'Did you mean “number”?'}
		${'a repeated id'}    | ${{ ...POLICY, requirements: [POLICY.requirements[0], POLICY.requirements[0]] }}                                 | ${'requirements[1]: repeats the id “amount” of requirements[0]'}       | ${'Give each entry its own id.'}
		${'a bad zone'}       | ${{ ...POLICY, calendars: { receiver: { timezone: 'Europe/Berlinn', weekly: { mon: [['09:00', '17:00']] } } } }} | ${'calendars.receiver.timezone: "Europe/Berlinn" is not a time zone'}  | ${'Europe/Berlin'}
		${'a bad date'}       | ${{ ...POLICY, requirements: [{ ...POLICY.requirements[0], check: { kind: 'date', after: '2026-02-30' } }] }}    | ${'requirements[0] “Amount”: check.after: “2026-02-30” is not a date'} | ${'Write it as 2026-03-02.'}
	`(
		'stops on $mistake in the policy and names the place and the remedy',
		async ({ policy, message, remedy }) => {
			const run = await check([DEAL], json(policy));

			expect(run.error?.message).toContain(message);
			expect(run.error?.description).toContain(remedy);
		},
	);

	it('names the place of a mistake in the form as well', async () => {
		const run = await check([DEAL], {
			...FORM,
			requirements: {
				requirement: [{ label: 'Amount', field: 'amount', kind: 'number', min: 'ten' }],
			},
		});

		expect(run.error?.message).toContain('requirements[0] “Amount”: check.min: must be a number');
	});

	it('refuses to be told the same twice by form and JSON', async () => {
		const run = await check([DEAL], { ...FORM, morePolicy: '{"sender": {}}' });

		expect(run.error?.message).toContain('says again what the fields above say: sender');
	});

	it('sends nothing to Ready when the policy is broken and the node continues on errors', async () => {
		const run = await check([DEAL], json({ id: 'p' }), { onError: 'continueRegularOutput' });

		expect(run.records(READY)).toEqual([]);
		expect(run.records(NOT_READY)).toEqual([{ ...DEAL, error: expect.anything() }]);
	});

	it('reads a policy with an expression for each item', async () => {
		const policies = {
			strict: POLICY,
			lax: { ...POLICY, id: 'lax', requirements: [POLICY.requirements[1]], waivers: {} },
		};
		const items = [
			{ id: 'D-1', policy: policies.strict },
			{ id: 'D-2', policy: policies.lax },
		];
		const run = await check(items, { policyFrom: 'json', policy: '={{ $json.policy }}' });

		expect(run.records(READY).map(({ id }) => id)).toEqual(['D-2']);
		expect(run.records(NOT_READY).map(({ id }) => id)).toEqual(['D-1']);
	});

	it('keeps one policy for all items when only its conditions name fields', async () => {
		const run = await check(
			[
				{ ...DEAL, y: 6 },
				{ ...DEAL, y: 4 },
			],
			{
				...FORM,
				morePolicy: '{}',
				requirements: {
					requirement: [
						{
							label: 'Amount',
							field: 'amount',
							kind: 'condition',
							conditions: conditionOf('={{ $json.y }}', 5),
						},
					],
				},
			},
		);
		const [ready] = run.records(READY).map(handoffOf);
		const [notReady] = run.records(NOT_READY).map(handoffOf);

		expect(notReady?.verdict?.findings[0]?.shortfall).toBe('does not meet: y is above 5');
		expect(notReady?.policy.digest).toBe(ready?.policy.digest);
	});

	it('reads an expression inside the form for each item', async () => {
		const run = await check(
			[
				{ ...DEAL, least: 1 },
				{ ...DEAL, least: 10 },
			],
			{
				...FORM,
				morePolicy: '{}',
				requirements: {
					requirement: [
						{ label: 'Amount', field: 'amount', kind: 'number', min: '={{ $json.least }}' },
					],
				},
			},
		);

		expect(run.records(READY)).toHaveLength(1);
		expect(run.records(NOT_READY)).toHaveLength(1);
	});

	it('judges another record than the item when told so', async () => {
		const run = await check([{ deal: DEAL, note: 'kept' }], {
			...json(POLICY),
			record: '={{ $json.deal }}',
		});

		expect(run.records(READY)).toEqual([{ deal: DEAL, note: 'kept', handoff: expect.anything() }]);
		expect(handoffOf(run.records(READY)[0]).record.id).toBe('D-1');
	});

	it('goes on from the latest row of the ledger', async () => {
		const poor = { ...DEAL, amount: 0 };
		const first = handoffOf((await check([poor])).records(NOT_READY)[0]);
		const other = { ...first.event, handoffId: 'another', attempt: 9 };
		const run = await check([{ ...DEAL, rows: [other, first.event] } as unknown as IDataObject], {
			...json(POLICY),
			earlierLedgerRows: '={{ $json.rows }}',
		});
		const second = handoffOf(run.records(READY)[0]);

		expect(second).toMatchObject({ id: first.id, attempt: 2, ballWith: 'receiver' });
		expect(second.verdict?.changedSince?.fixed).toEqual(['amount']);
		expect(second.turns).toHaveLength(2);
	});

	it.each(['', '{}', 'nonsense', '[null, 1, {"type": "x"}]'])(
		'takes a record for a first attempt when the earlier rows are %p',
		async (earlierRows) => {
			const run = await check([DEAL], { ...json(POLICY), earlierLedgerRows: earlierRows });

			expect(handoffOf(run.records(READY)[0]).attempt).toBe(1);
		},
	);

	it('counts a waiver that holds and tells one that does not', async () => {
		const waiver = {
			requirementId: 'amount',
			reason: 'a pilot',
			approvedBy: 'Kim',
			expiresAt: '2999-01-01',
		};
		const poor = { ...DEAL, amount: 0 };
		const waived = await check([poor], { ...json(POLICY), waivers: JSON.stringify([waiver]) });
		const expired = await check([poor], {
			...json(POLICY),
			waivers: JSON.stringify([{ ...waiver, expiresAt: '2020-01-01' }]),
		});

		expect(handoffOf(waived.records(READY)[0]).verdict?.findings[0]?.waiver).toEqual(waiver);
		expect(handoffOf(expired.records(NOT_READY)[0]).verdict?.refusedWaivers).toMatchObject([
			{ requirementId: 'amount', why: 'it expired on 2020-01-01' },
		]);
	});

	it('answers a record of five megabytes and loses no item', async () => {
		const large = { id: 'D-5', amount: 'x'.repeat(5_000_000), list: [null], brief: ['a'] };
		const run = await check([large, DEAL]);

		expect(run.records(NOT_READY).map(({ id }) => id)).toEqual(['D-5']);
		expect(run.records(READY).map(({ id }) => id)).toEqual(['D-1']);
	});

	it('judges the next execution as before when a later node changed what the policy put into an item', async () => {
		const correctable = { ...POLICY, acceptance: { correctable: ['amount'] } };
		const runAgain = async () => {
			const { records } = await check([DEAL, { ...DEAL, amount: 0 }], json(correctable));
			return [...records(READY), ...records(NOT_READY)].map(handoffOf);
		};
		const later = await check([DEAL, { ...DEAL, amount: 0 }], json(correctable));
		const before = await runAgain();
		for (const record of [...later.records(READY), ...later.records(NOT_READY)]) emptyOut(record);

		const after = await runAgain();

		expect(after.map(withoutTimes)).toEqual(before.map(withoutTimes));
		expect(after[0]?.agreed.correction?.policy.requirements).toHaveLength(2);
	});

	it('works with the policy that the panel starts with', async () => {
		const start = new ReadinessGate().description.properties.find(({ name }) => name === 'policy');
		const run = await check([{ id: 1, name: 'Acme', amount: 5, kickOff: '2199-01-01' }], {
			policyFrom: 'json',
			policy: String(start?.default),
		});

		expect(run.records(READY)).toHaveLength(1);
	});
});

describe('Backtest Policy', () => {
	it('gives one report over all records, as of the day that each names', async () => {
		const policy = {
			...POLICY,
			waivers: {},
			requirements: [
				{
					id: 'start',
					label: 'Start',
					field: 'start',
					check: { kind: 'date', after: { days: 3 } },
				},
			],
		};
		const run = await check(
			[
				{ id: 1, start: '2020-01-10', closed: '2020-01-07' },
				{ id: 2, start: '2020-01-10', closed: '2020-01-08' },
				{ id: 3, start: '2020-01-10' },
			],
			{ ...json(policy), operation: 'backtestPolicy', asOf: 'closed' },
		);

		expect(run.records(0)).toMatchObject([
			{ records: 3, ready: 1, gaps: [{ requirementId: 'start', unmet: 2, alone: 2 }] },
		]);
		expect(run.records(1)).toEqual([]);
	});
});

describe('Describe Policy', () => {
	it('writes the policy once as a card, however many items come in', async () => {
		const run = await check([DEAL, DEAL], { ...FORM, operation: 'describePolicy' });

		expect(run.records(0)).toHaveLength(1);
		expect(run.records(0)[0]).toMatchObject({ policy: { id: 'sales-to-delivery' }, warnings: [] });
		expect(run.records(0)[0]?.markdown).toContain('Amount: a number at least 1');
		expect(run.records(0)[0]?.html).toContain('Amount');
	});

	it.each<[items: IDataObject[], warnings: string[]]>([
		[[{ id: 'D-1', amount: 5 }], ['No record holds the field brief of “Brief”']],
		[[{ id: 'D-1', amount: 5 }, { brief: 'https://docs.acme.example' }], []],
		[[{ question: 'What do we ask for?' }], []],
		[[{}], []],
	])('of the samples %j says %j', async (items, warnings) => {
		const run = await check(items, { ...FORM, operation: 'describePolicy' });

		expect(run.records(0)[0]?.warnings).toEqual(warnings);
		for (const warning of warnings) expect(run.records(0)[0]?.text).toContain(warning);
	});
});

describe('Readiness Gate as the tool of an agent', () => {
	it('answers shortly what is open, on the output that the agent hears, and opens no handoff', async () => {
		const run = await check([{ id: 'D-2', name: 'Bits', amount: 0 }], json(POLICY), {
			settings: { type: 'n8n-nodes-handoff.testedTool' },
		});

		expect(run.records(READY)).toEqual([
			{
				record: 'Bits',
				ready: false,
				score: 0,
				open: [
					expect.objectContaining({ label: 'Amount', shortfall: 'is below 1', fixer: 'sender' }),
					expect.objectContaining({ label: 'Brief', shortfall: 'is missing' }),
				],
			},
		]);
	});
});
