import type { IDataObject, INodeExecutionData, INodeType, IWorkflowBase } from 'n8n-workflow';
import { z } from 'zod';
import { HandoffProblem } from '../../nodes/domain/base/problem';
import { ledgerProperties } from '../../nodes/shared/ledger/ledgerProperties';
import { openLedger, type LedgerContext } from '../../nodes/shared/ledger/openLedger';
import type { LedgerStore } from '../../nodes/shared/ledger/ledgerStore';
import { fakeDataTables, type FakeDataTables } from '../support/fakeDataTables';
import { claimOf, idOf, positionOf, range, rowOf } from '../support/ledgerRows';
import { runNode } from '../support/runWorkflow';

jest.mock('n8n-workflow', () => ({
	...jest.requireActual<object>('n8n-workflow'),
	sleep: async () => await Promise.resolve(),
}));

type Run = (
	called: { id?: string; code?: IWorkflowBase },
	items: INodeExecutionData[],
) => IDataObject[];

interface Situation {
	mode?: ReturnType<LedgerContext['getMode']>;
	parameters?: Record<string, unknown>;
	items?: IDataObject[];
	run: Run;
}

let workflows = 0;

/** A context of n8n as far as the ledger needs one; each belongs to another workflow. */
function contextOf(situation: Situation): LedgerContext {
	const { mode = 'trigger', parameters = {}, items = [{}], run } = situation;
	const given: Record<string, unknown> = { keepLedger: 'here', ledgerName: '', ...parameters };
	const id = `workflow-${(workflows += 1)}`;
	return {
		getMode: () => mode,
		getExecutionId: () => '7',
		getWorkflow: () => ({ id, name: id, active: true }),
		getInputData: () => items.map((json) => ({ json })),
		getNodeParameter: (name, itemIndex, _fallback, options) => {
			const raw = given[name];
			const member = /^=\{\{ \$json\.(\w+) \}\}$/.exec(String(raw))?.[1];
			return member === undefined || options?.rawExpressions ? raw : items[itemIndex]?.[member];
		},
		executeWorkflow: async (called, items = []) =>
			await Promise.resolve({
				executionId: '8',
				data: [run(called, items).map((json) => ({ json }))],
			}),
	};
}

function open(situation: Situation, test = false): LedgerStore {
	const store = openLedger(contextOf(situation), { test });
	if (store === undefined) throw new Error('nothing keeps the ledger');
	return store;
}

const inTables =
	(fake: FakeDataTables): Run =>
	({ code }, items) => {
		if (code === undefined) throw new Error('no inner workflow');
		return fake.run(code, items);
	};
const here = (fake: FakeDataTables, mode?: Situation['mode']) =>
	open({ mode, run: inTables(fake) });

const problemOf = async (call: Promise<unknown>): Promise<HandoffProblem> => {
	const thrown = await call.then(
		() => undefined,
		(problem: unknown) => problem,
	);
	if (thrown instanceof HandoffProblem) return thrown;
	throw new Error(`no problem, but ${String(thrown)}`);
};

describe('the choice of where the ledger is kept', () => {
	it('opens no ledger when rows leave with the item', () => {
		const run: Run = () => [];
		expect(openLedger(contextOf({ run, parameters: { keepLedger: 'nowhere' } }))).toBeUndefined();
	});

	it('asks for the workflow that is to keep it', () => {
		const parameters = { keepLedger: 'workflow', ledgerWorkflow: '' };
		expect(() => openLedger(contextOf({ run: () => [], parameters }))).toThrow(
			'“Ledger Workflow” is not chosen',
		);
	});

	it.each<[what: string, mode: Situation['mode'], test: boolean, table: string]>([
		['a production run', 'trigger', false, 'handoff_ledger'],
		['a webhook of production', 'webhook', false, 'handoff_ledger'],
		['a test run of the editor', 'manual', false, 'handoff_test_ledger'],
		['an evaluation', 'evaluation', false, 'handoff_test_ledger'],
		['a handoff that began in a test run', 'integrated', true, 'handoff_test_ledger'],
	])('keeps the rows of %s in tables of their own', async (_what, mode, test, table) => {
		const fake = fakeDataTables();
		await open({ mode, run: inTables(fake) }, test).write({ rows: [rowOf(1)], positions: [] });

		expect(fake.table(table).rows).toHaveLength(1);
		expect(fake.names()).toHaveLength(3);
	});

	it('keeps the ledgers of several clients apart, each with its test runs', async () => {
		const fake = fakeDataTables();
		const run = inTables(fake);
		for (const ledgerName of ['', 'acme', 'birch_2']) {
			await open({ run, parameters: { ledgerName } }).rows([idOf(1)]);
		}
		await open({ run, mode: 'manual', parameters: { ledgerName: ' acme ' } }).rows([idOf(1)]);

		expect(fake.names().filter((name) => name.endsWith('ledger'))).toEqual([
			'handoff_ledger',
			'acme_handoff_ledger',
			'birch_2_handoff_ledger',
			'acme_handoff_test_ledger',
		]);
		expect(fake.names()).toHaveLength(12);
	});

	it('knows which tables of a workflow are of which ledger', async () => {
		const fake = fakeDataTables();
		const context = contextOf({ run: inTables(fake) });
		for (const ledgerName of ['acme', 'birch', 'acme']) {
			context.getNodeParameter = (name) => (name === 'keepLedger' ? 'here' : ledgerName);
			await openLedger(context)?.write({ rows: [rowOf(1)], positions: [] });
		}

		expect(fake.table('acme_handoff_ledger').rows).toHaveLength(1);
		expect(fake.table('birch_handoff_ledger').rows).toHaveLength(1);
	});

	it.each(['Acme', 'acme-2', '_acme', 'ac me', '../x', 'a'.repeat(41), undefined, 7])(
		'takes no “%s” for the name of a ledger',
		(ledgerName) => {
			const parameters = { ledgerName };
			expect(() => openLedger(contextOf({ run: () => [], parameters }))).toThrow('“Ledger Name”');
		},
	);

	it('takes a name from an expression that says the same for all items, and no other', () => {
		const parameters = { ledgerName: '={{ $json.client }}' };
		const opened = (items: IDataObject[]) =>
			openLedger(contextOf({ run: () => [], parameters, items }));

		expect(opened([{ client: 'acme' }, { client: 'acme' }])).toBeDefined();
		expect(() => opened([{ client: 'acme' }, { client: 'birch' }])).toThrow(
			'“Ledger Name” is “acme” for the first item and “birch” for item 2',
		);
		expect(() => opened([{}])).toThrow('“Ledger Name” cannot be used');
	});
});

describe('the tables of the ledger', () => {
	it('are looked for once, and then used by their ids', async () => {
		const fake = fakeDataTables();
		fake.table('old handoff_ledger', ['note']);
		fake.table('handoff_ledger_2025', ['note']);
		const store = here(fake);
		await store.rows([idOf(1)]);
		const before = fake.ran.length;
		await store.rows([idOf(1)]);

		expect(fake.ran.length).toBe(before + 1);
		expect(fake.names()).toContain('handoff_ledger');
		expect(JSON.stringify(fake.ran)).not.toContain('"mode":"name"');
	});

	it('serve all who want them at the same moment, and are made once', async () => {
		const fake = fakeDataTables();
		const context = contextOf({ run: inTables(fake) });
		const seen = await Promise.all(
			range(0, 8).map(async (one) => {
				const claims = await openLedger(context)?.claim([claimOf(1, `holder ${one}`)]);
				return claims?.[0]?.holder === `holder ${one}`;
			}),
		);

		expect(seen.filter(Boolean)).toHaveLength(1);
		expect(fake.names()).toHaveLength(3);
	});

	it('are looked for again by the next one when looking for them failed', async () => {
		const fake = fakeDataTables();
		const context = contextOf({ run: inTables(fake) });
		fake.refuse = () => 'database is locked';
		expect((await problemOf(openLedger(context)!.rows([idOf(1)]))).message).toContain('busy');
		fake.refuse = () => undefined;

		expect(await openLedger(context)!.rows([idOf(1)])).toEqual([]);
	});

	it('that lack a column are named with it before anything is done', async () => {
		const fake = fakeDataTables();
		fake.table('handoff_positions', ['handoffId', 'policyId', 'step', 'fingerprint', 'since']);
		const problem = await problemOf(here(fake).claim([claimOf(1, 'me')]));

		expect(problem.message).toBe(
			'The ledger (Data Table “handoff_positions”) lacks “attempt”, “closesAt”',
		);
		expect(problem.remedy).toContain('add the column again');
		expect(fake.table('handoff_claims').rows).toEqual([]);
	});
});

describe('what n8n says', () => {
	it.each<[said: string, message: string, remedy: string]>([
		['Data table size limit exceeded: 200MB used, limit is 200MB', 'full', 'Archive finished'],
		["value 'x' does not match column type 'number': no number", 'another type', 'its type back'],
		['Unrecognized node type: n8n-nodes-base.dataTable', 'has no Data Tables', 'Update n8n'],
		[
			'Attempted to use Data table node but the module is disabled',
			'has no Data Tables',
			'choose “By a Workflow of Mine”',
		],
		['Could not find any entity of type "SharedWorkflow"', 'never saved', 'Save the workflow'],
		['SQLITE_BUSY: database is locked', 'busy', 'Retry On Fail'],
		['Cannot modify data tables: in read-only mode.', 'may not be used', 'choose “By a Workflow'],
		['Something new', 'failed', 'run it again'],
	])('“%s” is told in words, with a remedy', async (said, message, remedy) => {
		const fake = fakeDataTables();
		const store = here(fake);
		await store.rows([idOf(1)]);
		fake.refuse = () => said;
		const problem = await problemOf(store.write({ rows: [rowOf(1)], positions: [] }));

		expect(problem.message).toContain(message);
		expect(problem.message).toContain(`n8n says: ${said}`);
		expect(problem.remedy).toContain(remedy);
	});
});

it('waits for the Data Tables while n8n starts', async () => {
	const fake = fakeDataTables();
	const store = here(fake);
	await store.rows([idOf(1)]);
	let tries = 0;
	fake.refuse = () =>
		(tries += 1) < 4 ? 'Attempted to use Data table node but the module is disabled' : undefined;
	await store.write({ rows: [rowOf(1)], positions: [] });

	expect(fake.table('handoff_ledger').rows).toHaveLength(1);
});

describe('reading', () => {
	it('reads fewer at a time while others write, until all are read', async () => {
		const fake = fakeDataTables();
		const store = here(fake);
		await store.write({ rows: range(0, 300).map((place) => rowOf(place)), positions: [] });
		fake.refuse = (_node, { filters }) =>
			filters.conditions.length > 50
				? 'synchronization error: result count changed during pagination'
				: undefined;

		expect(await store.rows(range(0, 300).map(idOf))).toHaveLength(300);
	});

	it('reads the claims again, and does not make them again, when others write meanwhile', async () => {
		const fake = fakeDataTables();
		const store = here(fake);
		await store.rows([idOf(1)]);
		let torn = 1;
		fake.refuse = (_node, { operation }) =>
			operation === 'get' && torn-- > 0 ? 'result count changed during pagination' : undefined;
		const { claims } = await store.claimAndRead([claimOf(1, 'me')], [idOf(1)]);

		expect(claims).toHaveLength(1);
		expect(fake.table('handoff_claims').rows).toHaveLength(1);
	});

	it('takes the later of two positions of a handoff, and passes over what is none', async () => {
		const fake = fakeDataTables();
		const store = here(fake);
		const later = positionOf(1, { step: 'returned', since: '2026-03-03T09:00:00.000Z' });
		await store.write({ rows: [], positions: [later] });
		const { rows } = fake.table('handoff_positions');
		rows.push({ ...positionOf(1), id: 2 }, { ...positionOf(2), attempt: 'many', id: 3 });

		expect(await store.positions({ handoffIds: [idOf(1), idOf(2)] })).toEqual([later]);
	});

	it('reads more positions of a policy than fit on a page', async () => {
		const store = here(fakeDataTables());
		await store.write({ rows: [], positions: range(0, 2_345).map((place) => positionOf(place)) });

		expect(await store.positions({ policyId: 'kick-off' })).toHaveLength(2_345);
	});

	it('runs no text of a record as an expression', async () => {
		const fake = fakeDataTables();
		const store = here(fake);
		await store.positions({ policyId: '={{ $env.SECRET }}' });

		expect(JSON.stringify(fake.ran)).not.toContain('SECRET');
		expect((await problemOf(store.rows(['={{ $env.SECRET }}']))).message).toContain(
			'is not the id of a handoff',
		);
	});
});

describe('writing', () => {
	it.each([1, 3, 4, 1_000])('keeps %s steps once, as they were written first', async (count) => {
		const fake = fakeDataTables();
		const store = here(fake);
		const rows = range(0, count).map((place) => rowOf(place, { actor: 'first' }));
		await store.write({ rows: [...rows, ...rows], positions: [] });
		await store.write({ rows: rows.map((row) => ({ ...row, actor: 'again' })), positions: [] });

		expect(fake.table('handoff_ledger').rows.map(({ actor }) => actor)).toEqual(
			rows.map(() => 'first'),
		);
	});

	it('moves no position whose row it could not keep', async () => {
		const fake = fakeDataTables();
		const store = here(fake);
		await store.rows([idOf(1)]);
		fake.refuse = ({ name }) =>
			name === 'Add to handoff_ledger' ? 'size limit exceeded' : undefined;
		await problemOf(store.write({ rows: [rowOf(1)], positions: [positionOf(1)] }));

		expect(fake.table('handoff_positions').rows).toEqual([]);
	});

	it('deletes claims that ran out more than a day ago, now and then', async () => {
		const fake = fakeDataTables();
		const store = here(fake);
		const old = { ...claimOf(1, 'long gone'), until: '2026-02-28T09:00:00.000Z' };
		await store.claim([old]);
		await store.claim(range(2, 250).map((place) => claimOf(place, 'me')));

		const kept = fake.table('handoff_claims').rows;
		expect(kept).toHaveLength(250);
		expect(kept.map(({ holder }) => holder)).not.toContain('long gone');
	});
});

describe('upkeep', () => {
	it.each([1, 1_000])('writes %s rows anew where they stand, and adds none', async (count) => {
		const fake = fakeDataTables();
		const store = here(fake);
		const rows = range(0, count).map((place) => rowOf(place, { actor: 'dana', proof: 'link' }));
		await store.write({ rows: [...rows, rowOf(count)], positions: [] });
		const anew = { actor: 'person-1', reasons: '[]', data: '{"by":"person-1"}' };
		await store.rewrite([...rows, rowOf(9_999)].map(({ eventId }) => ({ eventId, ...anew })));

		const kept = fake.table('handoff_ledger').rows;
		expect(kept).toHaveLength(count + 1);
		expect(kept.slice(0, -1)).toMatchObject(rows.map((row) => ({ ...row, ...anew })));
		expect(kept.at(-1)).toMatchObject({ actor: '', data: '{}' });
	});

	it('takes rows and claims of whole handoffs out, and leaves where they stand', async () => {
		const fake = fakeDataTables();
		const store = here(fake);
		const places = range(0, 1_000);
		await store.claim(places.map((place) => claimOf(place, 'me')));
		await store.write({ rows: places.map((place) => rowOf(place)), positions: [positionOf(1)] });
		await store.remove(places.slice(1).map(idOf));

		expect(fake.table('handoff_ledger').rows.map(({ handoffId }) => handoffId)).toEqual([idOf(0)]);
		expect(fake.table('handoff_claims').rows).toHaveLength(1);
		expect(fake.table('handoff_positions').rows).toHaveLength(1);
	});

	it.each([
		[{}, 4],
		[{ policyId: 'other' }, 1],
		[{ type: 'handoff.done' as const }, 2],
		[{ since: Date.parse('2026-03-02T10:00:00Z') }, 2],
		[{ before: Date.parse('2026-03-02T10:00:00Z') }, 2],
		[{ type: 'handoff.done' as const, before: Date.parse('2026-03-02T11:00:00Z') }, 1],
	])('reads of the whole ledger what fits %j', async (query, count) => {
		const store = here(fakeDataTables());
		const rows = [
			rowOf(1),
			rowOf(2, { policyId: 'other' }),
			rowOf(3, { type: 'handoff.done', at: '2026-03-02T10:00:00.000Z' }),
			rowOf(4, { type: 'handoff.done', at: '2026-03-02T11:00:00.000Z' }),
		];
		await store.write({ rows, positions: [] });

		expect(await store.allRows(query)).toHaveLength(count);
	});
});

describe('a ledger that a workflow keeps', () => {
	const parameters = {
		keepLedger: 'workflow',
		ledgerName: 'acme',
		ledgerWorkflow: { __rl: true, mode: 'list', value: 'W1' },
	};

	it('calls it with one item for each call', async () => {
		const calls: IDataObject[] = [];
		const run: Run = ({ id }, items) => {
			calls.push(...items.map(({ json }) => ({ workflow: id, ...json })));
			return [{ ...claimOf(1, 'me'), id: '5', createdAt: '2026-03-02T09:00:00.000Z' }];
		};
		const store = open({ run, parameters }, true);
		await store.positions({ policyId: 'kick-off' });
		await store.rows([idOf(1)]);
		await store.allRows({ since: 0 });
		const claims = await store.claim([claimOf(1, 'me')]);
		await store.write({ rows: [rowOf(1)], positions: [positionOf(1)] });
		await store.rewrite([{ eventId: 'event-1', actor: 'x', reasons: '[]', data: '{}' }]);
		await store.rewrite([]);
		await store.remove([idOf(1)]);

		expect(claims[0]?.id).toBe(5);
		const all = { workflow: 'W1', ledgerName: 'acme', test: true };
		expect(calls).toEqual([
			{ ...all, call: 'positions', policyId: 'kick-off' },
			{ ...all, call: 'rows', handoffIds: [idOf(1)] },
			{
				...{ ...all, call: 'allRows', policyId: '', type: '', before: '' },
				since: '1970-01-01T00:00:00.000Z',
			},
			{ ...all, call: 'claim', claims: [claimOf(1, 'me')] },
			{ ...all, call: 'write', rows: [rowOf(1)], positions: [positionOf(1)] },
			{
				...{ ...all, call: 'rewrite' },
				rows: [{ eventId: 'event-1', actor: 'x', reasons: '[]', data: '{}' }],
			},
			{ ...all, call: 'remove', handoffIds: [idOf(1)] },
		]);
	});

	it('is not believed when it does not answer the claim that was just made', async () => {
		const run: Run = () => [{}, { ...claimOf(1, 'you'), id: 4, createdAt: 'yesterday' }];
		const problem = await problemOf(open({ run, parameters }).claim([claimOf(1, 'me')]));

		expect(problem.message).toContain('did not keep the claim');
	});

	it('that fails is told with the call and what n8n says', async () => {
		const run: Run = () => {
			throw new Error('Workflow is not active and cannot be executed.');
		};
		const problem = await problemOf(open({ run, parameters }).rows([idOf(1)]));

		expect(problem.message).toContain('did not answer “rows”. n8n says: Workflow is not active');
		expect(problem.remedy).toContain('it must be published');
	});
});

describe('a run of n8n-core', () => {
	/** Keeps what comes in as rows, and gives back what is kept. */
	const keeper: INodeType = {
		description: {
			displayName: 'Keeper',
			name: 'keeper',
			group: ['transform'],
			version: 1,
			description: 'Keeps a row',
			defaults: { name: 'Keeper' },
			inputs: ['main'],
			outputs: ['main'],
			properties: ledgerProperties(),
		},
		async execute() {
			const ledger = openLedger(this);
			await ledger?.write({ rows: [rowOf(1)], positions: [] });
			const rows = (await ledger?.rows([idOf(1)])) ?? [];
			return [rows.map((row) => ({ json: z.record(z.any()).parse(row) }))];
		},
	};

	it('gives a node the ledger that it keeps by default', async () => {
		const dataTables = fakeDataTables();
		const kept = await runNode({ node: keeper, items: [{}], host: { tables: dataTables } });

		expect(kept.error).toBeUndefined();
		expect(kept.records(0)).toMatchObject([rowOf(1)]);
		expect(dataTables.table('handoff_test_ledger').rows).toHaveLength(1);
	});

	it('gives it none when the user keeps it nowhere', async () => {
		const parameters = { keepLedger: 'nowhere' };
		const kept = await runNode({ node: keeper, items: [{}], parameters });

		expect(kept.error).toBeUndefined();
		expect(kept.records(0)).toEqual([]);
	});
});
