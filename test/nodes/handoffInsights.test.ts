import {
	NodeHelpers,
	Workflow,
	type IDataObject,
	type INodeExecutionData,
	type INodeParameters,
} from 'n8n-workflow';
import { LEDGER_COLUMNS } from '../../nodes/domain/handoff/ledgerColumns';
import type { LedgerRow } from '../../nodes/domain/handoff/row';
import { sealRow } from '../../nodes/domain/ledger/seal';
import { HandoffInsights } from '../../nodes/HandoffInsights/HandoffInsights.node';
import { testSealKey } from '../../nodes/shared/testSealKey';
import { fortnightRows } from '../domain/insights/handoffRows';
import { fakeDataTables } from '../support/fakeDataTables';
import { runNode, type Given } from '../support/runWorkflow';

const KEY = 'k'.repeat(32);

const items = (rows: readonly LedgerRow[]): IDataObject[] =>
	rows.map((row, index) => ({ id: index + 1, ...row }));

const ask = (
	parameters: INodeParameters,
	given: Partial<Given> & { rows?: readonly LedgerRow[] } = {},
) => {
	const { rows = fortnightRows(), ...more } = given;
	const node = new HandoffInsights();
	return runNode({
		node,
		parameters: { timezone: 'UTC', keepLedger: 'nowhere', ...parameters },
		items: items(rows),
		...more,
	});
};

const fileOf = (item: INodeExecutionData | undefined, name: string): string =>
	Buffer.from(item?.binary?.[name]?.data ?? '', 'base64').toString('utf8');

describe('the outputs', () => {
	it.each`
		operation             | names
		${'report'}           | ${['Report']}
		${'verifyLedger'}     | ${['Intact', 'Not Intact']}
		${'listOpen'}         | ${['Open']}
		${'describeTimeline'} | ${['Timeline']}
	`('of $operation are $names', ({ operation, names }) => {
		const node = {
			id: 'insights',
			name: 'Handoff Insights',
			type: 'n8n-nodes-handoff.handoffInsights',
			typeVersion: 1,
			position: [0, 0] satisfies [number, number],
			parameters: { operation },
		};
		const find = () => new HandoffInsights();
		const nodeTypes = { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
		const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
		const outputs = NodeHelpers.getNodeOutputs(workflow, node, find().description);
		expect(outputs.map((output) => typeof output === 'object' && output.displayName)).toEqual(
			names,
		);
	});
});

describe('the ledger that it reads by itself', () => {
	const tables = fakeDataTables();
	const keepIn = (name: string, rows: readonly LedgerRow[]) =>
		tables.table(name, [...LEDGER_COLUMNS]).rows.push(...items(rows).map(withNumber));
	const withNumber = (row: IDataObject, index: number) => ({ ...row, id: index + 1 });
	beforeAll(() => {
		keepIn('handoff_ledger', fortnightRows());
		keepIn('handoff_test_ledger', fortnightRows().slice(0, 1));
	});

	const look = (parameters: INodeParameters, mode: 'manual' | 'trigger' = 'trigger') =>
		ask(
			{ keepLedger: 'here', ...parameters },
			{ items: [{ any: 1 }, { any: 2 }], host: { tables, mode } },
		);

	it.each(['manual', 'trigger'] as const)('is the real one in a run by %s', async (mode) => {
		const { records, error } = await look({ operation: 'report' }, mode);
		expect(error).toBeUndefined();
		expect(records(0)).toMatchObject([{ totals: { handoffs: 14 } }]);
	});

	it('is that of test runs, or of one policy, when it is asked for', async () => {
		const tried = await look({ operation: 'report', testRuns: true });
		const other = await look({ operation: 'report', policyId: 'other' });
		const same = await look({ operation: 'report', policyId: 'kick-off' });

		expect(tried.records(0)).toMatchObject([{ rows: { read: 1 } }]);
		expect(other.records(0)).toMatchObject([{ rows: { read: 0 } }]);
		expect(same.records(0)).toMatchObject([{ totals: { handoffs: 14 } }]);
	});

	it('gives open handoffs, and tells one', async () => {
		const handoffId = fortnightRows()[0]?.handoffId ?? '';
		const open = await look({ operation: 'listOpen' });
		const told = await look({ operation: 'describeTimeline', handoffId });

		expect(open.records(0)).toHaveLength(4);
		expect(told.records(0)).toMatchObject([{ handoffId }]);
	});

	it('is not taken for empty when it cannot be read', async () => {
		const broken = fakeDataTables();
		broken.refuse = () => 'Cannot modify data tables: in read-only mode.';
		const { error } = await ask(
			{ keepLedger: 'here', operation: 'report' },
			{ items: [{}], host: { tables: broken } },
		);
		expect(error?.message).toContain('may not be used');
	});
});

describe('Report', () => {
	it('makes one item of all rows: figures, suggestions, message', async () => {
		const { output, error } = await ask({ operation: 'report', title: 'Fortnight' });
		expect(error).toBeUndefined();
		expect([1, 2, 3].map((index) => output(index))).toEqual([[], [], []]);
		expect(output(0)).toHaveLength(1);
		const [item] = output(0);
		expect(item?.pairedItem).toEqual({ item: 0 });
		expect(item?.json).toMatchObject({
			title: 'Fortnight',
			totals: { handoffs: 14, firstPass: { hits: 7, n: 13, share: 0.5385 } },
			rows: { read: fortnightRows().length, counted: fortnightRows().length, problems: [] },
			suggestions: [],
			message: { subject: 'Fortnight: 54 % of handoffs are accepted at the first attempt' },
		});
		expect(item?.json).not.toHaveProperty('people');
	});

	it('attaches the report as a page and each table as CSV', async () => {
		const [item] = (await ask({ operation: 'report' })).output(0);
		expect(Object.keys(item?.binary ?? {})).toEqual([
			'report',
			'totals',
			'open',
			'weeks',
			'teams',
			'policies',
			'fields',
			'reasons',
		]);
		expect(item?.binary?.report).toMatchObject({
			fileName: 'handoff-report.html',
			mimeType: 'text/html',
		});
		expect(fileOf(item, 'report')).toContain('54 % of handoffs are accepted at the first attempt');
		const [header, week] = fileOf(item, 'weeks').replace('\ufeff', '').split('\r\n');
		expect(header).toMatch(/^week,handoffs,accepted,submissions,returns,firstPass\.hits/);
		expect(week).toMatch(/^2026-W10,10,/);
	});

	it('leaves the CSV files out, and names people, when told to', async () => {
		const options = { attachCsv: false, namePeople: true };
		const [item] = (await ask({ operation: 'report', options })).output(0);
		expect(Object.keys(item?.binary ?? {})).toEqual(['report']);
		expect(item?.json.people).toEqual([
			expect.objectContaining({ person: 'dana@example.com', decisions: 14 }),
		]);
	});

	it('counts rows that cannot be read, and names them', async () => {
		const broken = fortnightRows().map((row, index) => (index === 3 ? { ...row, at: 'x' } : row));
		const [item] = (await ask({ operation: 'report' }, { rows: broken })).output(0);
		expect(item?.json).toMatchObject({
			rows: { problems: [{ kind: 'unusable', count: 1, examples: [{ row: 4, column: 'at' }] }] },
		});
		expect(fileOf(item, 'report')).toContain('Rows to look at');
	});

	it('reports on an empty table that always gives data', async () => {
		const { records } = await ask({ operation: 'report' }, { items: [{ json: {} }] });
		expect(records(0)[0]).toMatchObject({
			rows: { read: 0, problems: [] },
			totals: { handoffs: 0 },
		});
	});

	it('leaves out handoffs that began before the period', async () => {
		const { records } = await ask({ operation: 'report', period: 4 });
		expect(records(0)[0]).toMatchObject({ totals: { handoffs: 0 }, rows: { counted: 0 } });
	});

	it.each`
		policies                                                                                                                                    | requirements
		${'[]'}                                                                                                                                     | ${0}
		${''}                                                                                                                                       | ${0}
		${'{"id":"kick-off","record":{"id":"id"},"requirements":[{"id":"amount","label":"Budget","field":"amount","check":{"kind":"present"}}]}'}   | ${1}
		${'[{"id":"kick-off","record":{"id":"id"},"requirements":[{"id":"amount","label":"Budget","field":"amount","check":{"kind":"present"}}]}]'} | ${1}
	`('takes no policy, one or a list of them', async ({ policies, requirements }) => {
		const { records } = await ask({ operation: 'report', policies });
		expect(records(0)[0]?.requirements).toHaveLength(requirements);
	});

	it.each`
		parameters                  | message
		${{ timezone: 'Berlin' }}   | ${'“Time Zone” cannot be used: "Berlin" is not a time zone'}
		${{ policies: '[{' }}       | ${'“Policies”, policy 1: the policy is not JSON'}
		${{ policies: '{"id":1}' }} | ${'“Policies”, policy 1: id: must be a text'}
	`('stops at a mistake and says where: $message', async ({ parameters, message }) => {
		const { error, output } = await ask({ operation: 'report', ...parameters });
		expect(error?.message).toContain(message);
		expect(error?.description).toBeTruthy();
		expect(output(0)).toEqual([]);
	});
});

describe('Open Handoffs', () => {
	it('makes an item of each handoff that is not accepted, the most overdue first', async () => {
		const { records, output } = await ask({ operation: 'listOpen' });
		expect(records(0).map(({ handoffId, team, late }) => [handoffId, team, late])).toEqual([
			['H7', 'Delivery', true],
			['H11', 'Delivery', true],
			['H10', 'Sales', false],
			['H12', 'Sales', false],
		]);
		expect(output(1)).toEqual([]);
		expect(JSON.stringify(records(0))).not.toContain('dana');
	});

	it('gives only what is late, and who was asked, when told to', async () => {
		const options = { onlyLate: true, namePeople: true };
		const { records } = await ask({ operation: 'listOpen', options });
		expect(records(0).map(({ handoffId, people }) => [handoffId, people])).toEqual([
			['H7', ['dana@example.com']],
			['H11', ['dana@example.com']],
		]);
	});
});

describe('Timeline', () => {
	it('tells one handoff as a story and as a message', async () => {
		const { records, output } = await ask({ operation: 'describeTimeline', handoffId: 'H3' });
		expect(records(0)).toEqual([
			expect.objectContaining({
				handoffId: 'H3',
				standing: 'Accepted by Delivery on attempt 2.',
				message: expect.objectContaining({
					subject: 'Handoff of crm deal H3 from Sales to Delivery',
				}),
			}),
		]);
		expect(output(1)).toEqual([]);
	});

	it('takes the handoff of the first row when none is named', async () => {
		const { records } = await ask({
			operation: 'describeTimeline',
			handoffId: '={{ $json.handoffId }}',
		});
		expect(records(0)[0]?.handoffId).toBe('H1');
	});

	it('says so when the handoff has no rows', async () => {
		const { error } = await ask({ operation: 'describeTimeline', handoffId: 'H99' });
		expect(error?.message).toBe('No row of the ledger is of the handoff “H99”');
	});
});

describe('Verify Ledger', () => {
	const sealed = () => {
		const seals = new Map<string, string>();
		return fortnightRows().map((row) => {
			const whole = sealRow(row, seals.get(row.handoffId) ?? '', KEY);
			seals.set(row.handoffId, whole.seal);
			return whole;
		});
	};
	const verify = (rows: readonly LedgerRow[], secretKey = KEY, options: INodeParameters = {}) =>
		ask(
			{ operation: 'verifyLedger', options },
			{ rows, credentials: { handoffSealApi: { secretKey, previousSecretKey: '' } } },
		);

	it('sends an intact ledger out by Intact', async () => {
		const { records, output } = await verify(sealed());
		expect(records(0)).toEqual([expect.objectContaining({ intact: true, findings: [] })]);
		expect(output(1)).toEqual([]);
	});

	it('sends a changed ledger out by Not Intact, with the row that does not hold', async () => {
		const rows = sealed().map((row, index) => (index === 4 ? { ...row, actor: 'me' } : row));
		const { records, output } = await verify(rows);
		expect(output(0)).toEqual([]);
		expect(records(1)).toEqual([
			expect.objectContaining({
				intact: false,
				findings: [expect.objectContaining({ kind: 'altered', row: 5 })],
				message: expect.objectContaining({
					subject: 'The ledger is not intact: 1 of 14 handoffs do not hold',
				}),
			}),
		]);
	});

	it('does not mind the order of rows when the store keeps none', async () => {
		const rows = sealed().reverse();
		expect((await verify(rows)).records(1)).toHaveLength(1);
		expect((await verify(rows, KEY, { inOrder: false })).records(0)).toHaveLength(1);
	});

	it('refuses a key that could be guessed', async () => {
		const { error } = await verify(sealed(), 'secret');
		expect(error?.message).toContain('too few to protect');
	});

	it('never lets a failed look out by Intact, when the flow goes on after errors', async () => {
		const { output, records } = await ask(
			{ operation: 'verifyLedger' },
			{
				rows: sealed(),
				credentials: { handoffSealApi: { secretKey: 'short' } },
				onError: 'continueRegularOutput',
			},
		);
		expect(output(0)).toEqual([]);
		expect(records(1)).toEqual([
			{ error: { message: expect.stringContaining('too few'), remedy: expect.any(String) } },
		]);
	});

	it('needs the credential', async () => {
		const { error } = await ask({ operation: 'verifyLedger' });
		expect(error?.message).toContain('credentials');
	});
});

describe('the test of the credential', () => {
	it.each`
		secretKey  | previousSecretKey | status
		${KEY}     | ${''}             | ${'OK'}
		${KEY}     | ${'o'.repeat(32)} | ${'OK'}
		${KEY}     | ${KEY}            | ${'Error'}
		${KEY}     | ${'short'}        | ${'Error'}
		${'short'} | ${''}             | ${'Error'}
		${''}      | ${''}             | ${'Error'}
	`(
		'of “$secretKey” and “$previousSecretKey” says $status',
		async ({ secretKey, previousSecretKey, status }) => {
			const credential = {
				id: '1',
				name: 'Seal',
				type: 'handoffSealApi',
				data: { secretKey, previousSecretKey },
			};
			// The test of a credential uses nothing of n8n's context.
			const result = await Reflect.apply(testSealKey, {}, [credential]);
			expect(result.status).toBe(status);
			expect(result.message).not.toContain(KEY);
		},
	);
});
