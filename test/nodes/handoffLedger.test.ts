import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { verifyLedger } from '../../nodes/domain/ledger/verifyLedger';
import { HandoffLedger } from '../../nodes/HandoffLedger/HandoffLedger.node';
import type { FakeDataTables } from '../support/fakeDataTables';
import { counts, gateWithLedger } from '../support/gateLedger';
import { runNode, type Given } from '../support/runWorkflow';

const POLICY = {
	id: 'sales-to-delivery',
	record: { system: 'crm', type: 'deal', id: 'id', title: 'name' },
	sender: { team: 'Sales' },
	receiver: { team: 'Delivery', people: [{ name: 'Dana', email: 'dana@delivery.example' }] },
	requirements: [
		{ id: 'amount', label: 'Amount', field: 'amount', check: { kind: 'number', min: 1 } },
	],
	waivers: { allowed: ['amount'], approvers: ['head@sales.example'] },
};
const DEAL = { id: 'D-1', name: 'Acme', amount: 5 };
const POOR = { ...DEAL, amount: 0 };
const WAIVER = {
	operation: 'grantWaiver',
	requirementId: 'amount',
	reason: 'Paid in kind',
	approvedBy: 'head@sales.example',
	expiresAt: '2999-12-31',
};
const REVOCATION = { operation: 'revokeWaiver', requirementId: 'amount' };
const KEY = 'k'.repeat(32);

type Upkeep = Partial<Given> & { tables: FakeDataTables };

const keep = async (
	items: IDataObject[],
	parameters: INodeParameters,
	{ tables, ...more }: Upkeep,
) =>
	await runNode({
		node: new HandoffLedger(),
		parameters,
		items,
		...more,
		host: { mode: 'trigger', tables, ...more.host },
	});

const rowsOf = (tables: FakeDataTables, name = 'handoff_ledger') => tables.table(name).rows;
const typesIn = (tables: FakeDataTables, name?: string) =>
	rowsOf(tables, name).map(({ type }) => type);
const dataOf = (row: IDataObject | undefined): unknown => JSON.parse(String(row?.data));

const notReady = async (gate: ReturnType<typeof gateWithLedger>) => {
	const [item = {}] = (await gate.look([POOR])).lanes['Not Ready'];
	return item;
};

describe('Note Set Up', () => {
	const address = 'https://tracker.example/tasks/17';
	const note = { operation: 'noteSetUp', url: address };

	it('keeps where the work is, once, and the gate has nothing more to do', async () => {
		const gate = gateWithLedger(POLICY);
		const [item = {}] = (await gate.look([DEAL])).lanes.Ready;
		const first = await keep([item], note, gate);
		const again = await keep([item], { ...note, url: '' }, gate);

		expect(first.error).toBeUndefined();
		expect(typesIn(gate.tables)).toEqual(['handoff.evaluated', 'handoff.done']);
		expect(dataOf(rowsOf(gate.tables)[1])).toMatchObject({ url: address });
		expect(rowsOf(gate.tables, 'handoff_positions')).toMatchObject([{ step: 'done' }]);
		for (const { records } of [first, again]) {
			const type = 'handoff.done';
			expect(records(0)).toMatchObject([{ ...DEAL, handoff: { event: { type } } }]);
			expect(dataOf(JSON.parse(JSON.stringify(records(0)[0])).handoff.event)).toMatchObject({
				url: address,
			});
		}
		expect(counts(await gate.look([{ ...DEAL, name: 'Acme Ltd' }]))).toEqual([0, 0, 0, 1]);
	});

	it('takes the id of a handoff that is in the ledger', async () => {
		const gate = gateWithLedger(POLICY);
		const { id } = (await gate.look([DEAL])).handoff('Ready');
		const noted = await keep([{ task: 17 }], { ...note, handoff: id }, gate);

		expect(noted.records(0)).toMatchObject([{ task: 17, handoff: { id, event: { attempt: 1 } } }]);
		expect(rowsOf(gate.tables)[1]).toMatchObject({
			...{ type: 'handoff.done', policyId: 'sales-to-delivery', receivingTeam: 'Delivery' },
			...{ recordId: 'D-1', recordSystem: 'crm', recordType: 'deal' },
		});
	});

	it('says what is missing when it knows of no handoff', async () => {
		const gate = gateWithLedger(POLICY);
		const unknown = await keep([{}], { ...note, handoff: 'f'.repeat(32) }, gate);
		const none = await keep([{ task: 17 }], note, gate);

		expect(unknown.error?.message).toContain('holds no row of the handoff');
		expect(none.error?.message).toContain('carries no envelope');
		expect(none.error?.description).toContain('or give the id of the handoff');
	});

	it('notes the handoffs of a test run among the test runs', async () => {
		const gate = gateWithLedger(POLICY);
		const [item = {}] = (await gate.look([DEAL], { host: { mode: 'manual' } })).lanes.Ready;
		await keep([item], note, gate);
		await keep([item], note, { ...gate, host: { mode: 'manual' } });

		expect(typesIn(gate.tables, 'handoff_test_ledger')).toEqual([
			'handoff.evaluated',
			'handoff.done',
		]);
		expect(gate.tables.names()).not.toContain('handoff_ledger');
	});

	it('passes nothing on that the ledger could not keep', async () => {
		const gate = gateWithLedger(POLICY);
		const [item = {}] = (await gate.look([DEAL])).lanes.Ready;
		gate.tables.refuse = ({ name }) =>
			name === 'Add to handoff_ledger' ? 'size limit exceeded' : undefined;
		const stopped = await keep([item], note, gate);
		const goesOn = await keep([item], note, { ...gate, onError: 'continueRegularOutput' });

		expect(stopped.error?.message).toContain('full');
		expect(goesOn.records(0)).toMatchObject([{ error: { message: expect.any(String) } }]);
	});

	it('puts the position right when somebody notes something at the same moment', async () => {
		const gate = gateWithLedger(POLICY);
		const [item = {}] = (await gate.look([DEAL])).lanes.Ready;
		await keep([item], note, gate);
		Object.assign(rowsOf(gate.tables, 'handoff_positions')[0] ?? {}, { step: 'accepted' });
		await keep([item], note, gate);

		expect(rowsOf(gate.tables, 'handoff_positions')).toMatchObject([{ step: 'done' }]);
	});
});

describe('a waiver', () => {
	it('lets the record pass at the next look, until it is revoked', async () => {
		const gate = gateWithLedger(POLICY);
		const item = await notReady(gate);
		const granted = await keep([item], WAIVER, gate);

		expect(granted.records(0)).toMatchObject([
			{ handoff: { event: { type: 'requirement.waived', actor: 'head@sales.example' } } },
		]);
		expect((await gate.look([POOR])).handoff('Ready')).toMatchObject({
			verdict: { waivers: [{ requirementId: 'amount', reason: 'Paid in kind' }] },
		});
		await keep([item], { ...REVOCATION, revokedBecause: 'The client pays' }, gate);
		expect((await gate.look([POOR])).handoff('Not Ready')).toMatchObject({ attempt: 3 });
		expect(dataOf(rowsOf(gate.tables).find(({ type }) => type === 'waiver.revoked'))).toMatchObject(
			{
				requirementId: 'amount',
				reason: 'The client pays',
			},
		);
	});

	it('that is granted twice is one, and can be granted again after it was revoked', async () => {
		const gate = gateWithLedger(POLICY);
		const item = await notReady(gate);
		for (const parameters of [WAIVER, WAIVER, REVOCATION, REVOCATION, WAIVER]) {
			await keep([item], parameters, gate);
		}

		expect(typesIn(gate.tables).slice(1)).toEqual([
			'requirement.waived',
			'waiver.revoked',
			'requirement.waived',
		]);
		expect(counts(await gate.look([POOR]))).toEqual([1, 0, 0, 0]);
	});

	it('is granted to many at once, each by the id of its handoff', async () => {
		const gate = gateWithLedger(POLICY);
		const { lanes } = await gate.look([POOR, { ...POOR, id: 'D-2' }]);
		const ids = rowsOf(gate.tables).map(({ handoffId }) => ({ handoffId }));
		await keep(ids, { ...WAIVER, handoff: '={{ $json.handoffId }}' }, gate);

		expect(lanes['Not Ready']).toHaveLength(2);
		expect(counts(await gate.look([POOR, { ...POOR, id: 'D-2' }]))).toEqual([2, 0, 0, 0]);
	});

	it.each([
		[{ expiresAt: 'soon' }, '“Expires At” is no date: “soon”'],
		[{ expiresAt: '2020-01-01' }, 'over already: it ends 2020-01-01'],
		[{ requirementId: 'amuont' }, 'has no requirement “amuont”'],
		[{ reason: ' ' }, '“Reason” cannot be used'],
	])('with %j is refused before anything is noted', async (different, message) => {
		const gate = gateWithLedger(POLICY);
		const item = await notReady(gate);
		const { error, records } = await keep([item], { ...WAIVER, ...different }, gate);

		expect(error?.message).toContain(message);
		expect(records(0)).toEqual([]);
		expect(typesIn(gate.tables)).toEqual(['handoff.evaluated']);
	});

	it('leaves one item with its mistake behind when the node continues on errors', async () => {
		const gate = gateWithLedger(POLICY);
		const item = await notReady(gate);
		const granted = await keep(
			[
				{ ...item, until: 'soon' },
				{ ...item, until: '2999-12-31' },
			],
			{ ...WAIVER, expiresAt: '={{ $json.until }}' },
			{ ...gate, onError: 'continueRegularOutput' },
		);

		expect(granted.records(0)).toMatchObject([
			{ until: 'soon', error: { message: '“Expires At” is no date: “soon”' } },
			{ handoff: { event: { type: 'requirement.waived' } } },
		]);
	});

	it('granted in the editor counts in no real handoff, and the editor says so', async () => {
		const gate = gateWithLedger(POLICY);
		const item = await notReady(gate);
		const granted = await keep([item], WAIVER, { ...gate, host: { mode: 'manual' } });

		expect(counts(await gate.look([POOR]))).toEqual([0, 0, 0, 1]);
		expect(JSON.stringify(granted.run.data.resultData.runData)).toContain('ledger of test runs');
	});
});

const nextYear = () => {
	const now = Date.now() + 401 * 24 * 60 * 60_000;
	jest.spyOn(Date, 'now').mockReturnValue(now);
};
afterEach(() => jest.restoreAllMocks());

/** A handoff that is done, one that was withdrawn, and one that is open. */
async function threeHandoffs() {
	const policy = { ...POLICY, handOver: { when: { field: 'stage', equals: 'won' } } };
	const gate = gateWithLedger(policy);
	const deals = ['done', 'lost', 'open'].map((id) => ({ ...DEAL, id, stage: 'won' }));
	const { Ready } = (await gate.look(deals)).lanes;
	await keep(Ready.slice(0, 1), { operation: 'noteSetUp' }, gate);
	await gate.look(deals.map((deal) => (deal.id === 'lost' ? { ...deal, stage: 'lost' } : deal)));
	return { gate, deals };
}

const archive = { operation: 'archive', days: 400 };
const remove = { operation: 'removeHandoffs' };
const recordsOf = (rows: IDataObject[]) => new Set(rows.map(({ recordId }) => recordId));

describe('Archive and Remove Handoffs', () => {
	it('take finished handoffs out, whole and only once they left, and the gate leaves them alone', async () => {
		const { gate, deals } = await threeHandoffs();
		expect((await keep([{}], archive, gate)).records(0)).toEqual([]);
		nextYear();
		const rows = (await keep([{}], archive, gate)).records(0);
		expect(rows.map(({ recordId, type }) => [recordId, type])).toEqual([
			['done', 'handoff.evaluated'],
			['done', 'handoff.done'],
			['lost', 'handoff.evaluated'],
			['lost', 'handoff.withdrawn'],
		]);
		expect(typesIn(gate.tables)).toHaveLength(5);

		const removed = await keep(rows, remove, gate);
		expect(removed.records(0)).toMatchObject([
			{ removed: true, rows: 2, handedIn: 2 },
			{ removed: true, rows: 2, handedIn: 2 },
		]);
		expect(recordsOf(rowsOf(gate.tables))).toEqual(new Set(['open']));
		expect((await gate.look([deals[0] ?? {}])).lanes['Nothing New']).toMatchObject([
			{ handoff: { nothingNew: { step: 'done' } } },
		]);
		expect(counts(await gate.look([deals[1] ?? {}]))).toEqual([1, 0, 0, 0]);
	});

	it('keep a done handoff from being asked about again, also when its position lagged', async () => {
		const { gate, deals } = await threeHandoffs();
		nextYear();
		const rows = (await keep([{}], archive, gate)).records(0);
		for (const position of rowsOf(gate.tables, 'handoff_positions')) position.step = 'ready';
		await keep(rows, remove, gate);

		expect(counts(await gate.look([deals[0] ?? {}]))).toEqual([0, 0, 0, 1]);
	});

	it('give so many handoffs a run, and those of one policy', async () => {
		const { gate } = await threeHandoffs();
		nextYear();
		const one = (await keep([{}], { ...archive, mostHandoffs: 1 }, gate)).records(0);
		const none = (await keep([{}], { ...archive, policyId: 'other' }, gate)).records(0);

		expect(recordsOf(one)).toEqual(new Set(['done']));
		expect(none).toEqual([]);
	});

	it.each([
		['a row was not handed in', 'rowsMissing', (rows: IDataObject[]) => rows.slice(1, 2)],
		['it is open', 'notFinished', (rows: IDataObject[]) => rows.slice(2)],
		[
			'the ledger does not know it',
			'notInLedger',
			(rows: IDataObject[]) => [{ ...rows[0], handoffId: 'f'.repeat(32) }],
		],
	])('remove nothing of a handoff when %s', async (_when, why, some) => {
		const { gate } = await threeHandoffs();
		const rows = [...rowsOf(gate.tables)].sort((one, other) =>
			String(one.recordId) < String(other.recordId) ? -1 : 1,
		);
		const [first, second, ...others] = rows.filter(({ recordId }) => recordId !== 'lost');
		const removed = await keep(some([first ?? {}, second ?? {}, ...others]), remove, gate);

		expect(removed.records(0)).toMatchObject([{ removed: false, why }]);
		expect(typesIn(gate.tables)).toHaveLength(5);
	});

	it('take the rows from the node that gave them, where storing them gave other items', async () => {
		const { gate } = await threeHandoffs();
		nextYear();
		const rows = (await keep([{}], archive, gate)).records(0);
		const given = { ...remove, rows: '={{ $json.all }}' };
		const removed = await keep([{ all: rows }], given, gate);
		const wrong = await keep([{ stored: true }], remove, gate);

		expect(removed.records(0)).toHaveLength(2);
		expect(wrong.error?.message).toContain('is no ledger row');
	});

	it('run in the editor read the real ledger, and remove nothing of it', async () => {
		const { gate } = await threeHandoffs();
		nextYear();
		const manual = { ...gate, host: { mode: 'manual' as const } };
		const rows = (await keep([{}], archive, manual)).records(0);
		const removed = await keep(rows, remove, manual);

		expect(rows).toHaveLength(4);
		expect(removed.records(0)).toMatchObject([{ why: 'notInLedger' }, { why: 'notInLedger' }]);
		expect(JSON.stringify(removed.run.data.resultData.runData)).toContain('ledger of test runs');
		expect(typesIn(gate.tables)).toHaveLength(5);
	});
});

describe('Read Rows', () => {
	it.each<[INodeParameters, number]>([
		[{ rowsOf: 'all' }, 5],
		[{ rowsOf: 'all', since: '2199-01-01' }, 0],
		[{ rowsOf: 'all', since: '2020-01-01T00:00:00+01:00' }, 5],
		[{ rowsOf: 'policy', policyId: 'sales-to-delivery' }, 5],
		[{ rowsOf: 'policy', policyId: 'other' }, 0],
		[{ rowsOf: 'handoff', handoff: '={{ $json.handoffId }}' }, 2],
		[{ rowsOf: 'all', testRuns: true }, 0],
	])('gives with %j %i rows as items', async (parameters, count) => {
		const { gate } = await threeHandoffs();
		const done = rowsOf(gate.tables).find(({ type }) => type === 'handoff.done');
		const { records, error } = await keep(
			[{ handoffId: done?.handoffId }],
			{ operation: 'readRows', ...parameters },
			{ ...gate, host: { mode: 'manual' } },
		);

		expect(error).toBeUndefined();
		expect(records(0)).toHaveLength(count);
	});

	it('says what a date looks like', async () => {
		const { gate } = await threeHandoffs();
		const parameters = { operation: 'readRows', rowsOf: 'all', since: 'yesterday' };

		expect((await keep([{}], parameters, gate)).error?.message).toBe(
			'“Since” is no date: “yesterday”',
		);
	});
});

describe('Forget a Person', () => {
	const forget = { operation: 'forgetPerson', email: 'Head@sales.example' };

	it('puts a pseudonym in the place of the address in all rows, and names nobody', async () => {
		const gate = gateWithLedger(POLICY);
		await keep([await notReady(gate)], WAIVER, gate);
		const [told] = (await keep([{}], forget, gate)).records(0);

		expect(told).toMatchObject({ rows: 1, handoffs: 1, sealedRows: 0 });
		expect(JSON.stringify(rowsOf(gate.tables))).not.toContain('head@sales');
		expect(rowsOf(gate.tables)[1]).toMatchObject({ actor: told?.address });
		expect(JSON.stringify(told)).not.toContain('head@sales');
		expect((await keep([{}], forget, gate)).records(0)).toMatchObject([{ rows: 0 }]);
	});

	it('changes sealed rows only with consent, and says what Verify Ledger will say', async () => {
		const gate = gateWithLedger(POLICY);
		const sealing = { credentials: { handoffSealApi: { secretKey: KEY, previousSecretKey: '' } } };
		const [item = {}] = (await gate.look([POOR], sealing)).lanes['Not Ready'];
		await keep([item], WAIVER, { ...gate, ...sealing });
		const refused = await keep([{}], forget, gate);
		expect(refused.error?.message).toContain('1 of the rows that name this person are sealed');
		expect(rowsOf(gate.tables)[1]).toMatchObject({ actor: 'head@sales.example' });

		const done = await keep([{}], { ...forget, rewriteSealed: true, pseudonym: 'p-1' }, gate);
		expect(done.records(0)).toMatchObject([{ pseudonym: 'p-1', sealedRows: 1 }]);
		expect(verifyLedger(rowsOf(gate.tables), { key: KEY })).toMatchObject({
			intact: false,
			findings: [{ kind: 'altered' }],
		});
	});

	it('forgets nobody by half: something that is no address stops it', async () => {
		const gate = gateWithLedger(POLICY);
		const { error } = await keep([{}], { ...forget, email: 'head' }, gate);
		expect(error?.message).toContain('expected the e-mail address');
	});
});

it('seals what it notes in the chain of its handoff', async () => {
	const gate = gateWithLedger(POLICY);
	const sealing = { credentials: { handoffSealApi: { secretKey: KEY, previousSecretKey: '' } } };
	const [item = {}] = (await gate.look([POOR], sealing)).lanes['Not Ready'];
	for (const parameters of [WAIVER, REVOCATION, { operation: 'noteSetUp' }]) {
		await keep([item], parameters, { ...gate, ...sealing });
	}
	const check = verifyLedger(rowsOf(gate.tables), { key: KEY }, { inOrder: true });

	expect(check).toMatchObject({ intact: true, sealed: 4, unsealed: 0 });
});
