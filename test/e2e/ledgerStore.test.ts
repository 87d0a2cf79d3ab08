import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { LedgerStore } from '../../nodes/shared/ledger/ledgerStore';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import { claimOf, idOf, positionOf, range, rowOf } from '../support/ledgerRows';
import { callInEditor, installLedgerProbe, publishProbe } from './ledgerProbe';
import { until } from './templateRuns/run';

jest.setTimeout(180_000);

const MEGABYTE = 1024 * 1024;
const LIMIT = 10 * MEGABYTE;

let folder: string;
let n8n: RunningN8n;
let probe: Awaited<ReturnType<typeof publishProbe>>;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'handoff-ledger-'));
	installLedgerProbe(folder);
	n8n = await startN8n({
		packageFrom: join(__dirname, '..', '..'),
		userFolder: folder,
		env: { N8N_DATA_TABLES_MAX_SIZE_BYTES: String(LIMIT) },
	});
	probe = await publishProbe(n8n.client);
});
afterAll(async () => {
	await n8n?.stop();
	rmSync(folder, { recursive: true, force: true });
});

const keptSchema = z.array(z.record(z.unknown()));
const claimsSchema = z.array(z.object({ id: z.number(), holder: z.string() }).passthrough());

async function tables() {
	const { id: project } = await n8n.client.call(z.object({ id: z.string() }), {
		path: '/projects/personal',
	});
	const path = `/projects/${project}/data-tables`;
	const column = z.object({ id: z.string(), name: z.string() });
	const table = z.object({ id: z.string(), name: z.string(), columns: z.array(column) });
	const listed = z.object({ data: z.array(table) }).transform(({ data }) => data);
	const list = z.preprocess((value) => (Array.isArray(value) ? { data: value } : value), listed);
	return { path, found: await n8n.client.call(list, { path: `${path}?take=100` }) };
}

async function insertInto(name: string, data: unknown[]): Promise<void> {
	const { path, found } = await tables();
	const table = found.find((candidate) => candidate.name === name);
	const body = { data, returnType: 'count' };
	await n8n.client.call(z.unknown(), { method: 'POST', path: `${path}/${table?.id}/insert`, body });
}

describe('the ledger in this n8n', () => {
	it('is made on first use, and thirty that claim the same step at once find one holder', async () => {
		expect((await tables()).found).toEqual([]);
		const claimed = await Promise.all(
			range(0, 30).map(async (one) => {
				const holder = `execution-${one}`;
				const seen = claimsSchema.parse(await probe.ask('claim', [claimOf(1, holder)]));
				return seen[0]?.holder === holder;
			}),
		);

		expect(claimed.filter(Boolean)).toHaveLength(1);
		expect((await tables()).found.map(({ name }) => name).sort()).toEqual([
			'handoff_claims',
			'handoff_ledger',
			'handoff_positions',
		]);
	});

	it('keeps one row of a step that is written twice, as it was written first', async () => {
		await probe.ask('write', { rows: [rowOf(1, { actor: 'dana@example.com' })], positions: [] });
		await probe.ask('write', { rows: [rowOf(1)], positions: [] });
		const many = range(1, 5).map((place) => rowOf(place));
		await probe.ask('write', { rows: many, positions: [] });
		await probe.ask('write', { rows: many, positions: [] });

		const rows = keptSchema.parse(
			await probe.ask(
				'rows',
				many.map(({ handoffId }) => handoffId),
			),
		);
		expect(rows).toHaveLength(5);
		expect(rows).toContainEqual(
			expect.objectContaining({ ...rowOf(1), actor: 'dana@example.com', id: expect.any(Number) }),
		);
	});

	it('keeps texts as they are, whatever is in them', async () => {
		const data = JSON.stringify({
			note: `={{ $json }} "it's" \\ \n {{ 1 + 1 }} %_ 😀`,
			list: ['='],
		});
		await probe.ask('write', { rows: [rowOf(40, { data, actor: '={{ 1 + 1 }}' })], positions: [] });

		const [row] = keptSchema.parse(await probe.ask('rows', [idOf(40)]));
		expect(row).toMatchObject({ data, actor: '={{ 1 + 1 }}', senderMinutes: 1.5, attempt: 1 });
		expect(await probe.problem('rows', ['={{ $execution.id }}'])).toMatchObject({
			message: expect.stringContaining('is not the id of a handoff'),
		});
	});

	it('puts a position in the place of the earlier one', async () => {
		await probe.ask('write', { rows: [], positions: [positionOf(1), positionOf(2)] });
		const moved = positionOf(1, { step: 'returned', closesAt: '' });
		await probe.ask('write', { rows: [], positions: [moved] });

		const kept = await probe.ask('positions', { handoffIds: [idOf(1), idOf(2), idOf(3)] });
		expect(kept).toHaveLength(2);
		expect(kept).toEqual(expect.arrayContaining([moved, positionOf(2)]));
	});

	it('claims and reads the rows in one run', async () => {
		const answer = await probe.ask('claimAndRead', [claimOf(1, 'late')], [idOf(1), idOf(2)]);
		const read = z.object({ claims: claimsSchema, rows: keptSchema }).parse(answer);

		expect(read.claims).toHaveLength(31);
		expect(read.claims[0]?.holder).not.toBe('late');
		expect(read.rows.map(({ handoffId }) => handoffId).sort()).toEqual([idOf(1), idOf(2)]);
	});

	it('does not take a table for ours because its name contains the name of ours', async () => {
		const { path } = await tables();
		const columns = [{ name: 'note', type: 'string' }];
		const body = { name: 'copy of handoff_ledger', columns };
		await n8n.client.call(z.unknown(), { method: 'POST', path, body });
		const other = await publishProbe(n8n.client);
		await other.ask('write', { rows: [rowOf(50)], positions: [] });

		expect(await n8n.client.readDataTable('copy of handoff_ledger')).toEqual([]);
		expect(await other.ask('rows', [idOf(50)])).toHaveLength(1);
	});

	it('uses tables of its own in a test run, and for what came from one', async () => {
		const write = { name: 'write', given: [{ rows: [rowOf(60)], positions: [] }] } as const;
		const [run] = await callInEditor(n8n.client, [{ ...write, given: [...write.given] }]);
		expect(run?.problem).toBeUndefined();
		const later = { rows: [rowOf(61)], positions: [positionOf(61)] };
		await probe.call([{ name: 'write', given: [later] }], true);

		expect(await probe.ask('rows', [idOf(60), idOf(61)])).toEqual([]);
		const tested = await n8n.client.readDataTable('handoff_test_ledger');
		expect(tested.map(({ handoffId }) => handoffId)).toEqual([idOf(60), idOf(61)]);
	});

	it('takes whole handoffs out, and leaves where they stand', async () => {
		await probe.ask('write', { rows: [rowOf(70)], positions: [positionOf(70)] });
		await probe.ask('remove', [idOf(70)]);

		expect(await probe.ask('rows', [idOf(70)])).toEqual([]);
		expect(await probe.ask('positions', { handoffIds: [idOf(70)] })).toHaveLength(1);
	});

	it('writes rows anew where they stand', async () => {
		await probe.ask('write', { rows: [rowOf(80), rowOf(81)], positions: [] });
		const anew = { actor: '=person', reasons: '[]', data: '{"by":"={{ 1 }}"}' };
		await probe.ask('rewrite', [{ eventId: rowOf(80).eventId, ...anew }]);

		const rows = await probe.ask('rows', [idOf(80), idOf(81)]);
		expect(rows).toMatchObject([{ ...rowOf(80), ...anew }, rowOf(81)]);
	});

	it('says where ten thousand handoffs stand, and how long each call takes', async () => {
		const figures: Record<string, number> = {};
		const time = async (what: string, name: keyof LedgerStore, ...given: unknown[]) => {
			const [answer] = await probe.call([{ name, given }]);
			expect(answer?.problem).toBeUndefined();
			figures[what] = answer?.ms ?? 0;
			return answer?.answered;
		};
		const thousand = range(1_000, 1_000);
		const ids = thousand.map(idOf);
		const small = thousand.map((place) => positionOf(place, { policyId: 'small' }));
		const one = (place: number) => ({ rows: [rowOf(place)], positions: [positionOf(place)] });

		await time('write 1 row, 1 position', 'write', one(80));
		await time('claimAndRead 1', 'claimAndRead', [claimOf(80, 'me')], [idOf(80)]);
		const steps = { rows: thousand.map((place) => rowOf(place)), positions: small };
		await time('write 1,000 rows, 1,000 positions', 'write', steps);
		const claims = thousand.map((place) => claimOf(place, 'me'));
		await time('claimAndRead 1,000', 'claimAndRead', claims, ids);
		const byIds = await time('positions of 1,000 by id', 'positions', { handoffIds: ids });
		const byPolicy = await time('positions of 1,000', 'positions', { policyId: 'small' });
		await insertInto(
			'handoff_positions',
			range(10_000, 10_000).map((place) => positionOf(place, { policyId: 'large' })),
		);
		const large = await time('positions of 10,000', 'positions', { policyId: 'large' });
		await time('write 1 among 11,000', 'write', one(81));
		await time('claimAndRead 1 among 1,000', 'claimAndRead', [claimOf(81, 'me')], [idOf(81)]);

		expect(keptSchema.parse(byIds)).toHaveLength(1_000);
		expect(keptSchema.parse(byPolicy)).toHaveLength(1_000);
		expect(keptSchema.parse(large)).toHaveLength(10_000);
		const lines = Object.entries(figures).map(([what, ms]) => `${what}: ${ms} ms`);
		console.log(lines.join('\n'));
	});

	it('reads the whole ledger, or what is newer, or what is of one policy', async () => {
		const rows = [
			rowOf(90, { policyId: '=other', at: '2026-05-01T00:00:00.000Z' }),
			rowOf(91, { policyId: '=other' }),
		];
		await probe.ask('write', { rows, positions: [] });
		const since = Date.UTC(2026, 3, 1);

		expect(keptSchema.parse(await probe.ask('allRows', {})).length).toBeGreaterThan(1_000);
		expect(await probe.ask('allRows', { policyId: '=other' })).toHaveLength(2);
		expect(await probe.ask('allRows', { policyId: '=other', since })).toHaveLength(1);
	});

	it('leaves nothing in the list of executions but the flows themselves', async () => {
		const executions = await n8n.client.listAllExecutions();

		expect(new Set(executions.map(({ mode }) => mode))).toEqual(new Set(['webhook', 'manual']));
	});

	it('says that a column is gone, and neither reads nor writes any more', async () => {
		const { path, found } = await tables();
		const table = found.find(({ name }) => name === 'handoff_ledger');
		const column = table?.columns.find(({ name }) => name === 'attempt');
		await n8n.client.call(z.unknown(), {
			method: 'DELETE',
			path: `${path}/${table?.id}/columns/${column?.id}`,
		});
		const steps = { rows: [rowOf(95)], positions: [positionOf(95)] };
		const told = {
			message: expect.stringMatching(/^The ledger \(Data Table “handoff_ledger”\) lacks/),
			remedy: expect.stringContaining('add the column again'),
		};

		expect(await probe.problem('write', steps)).toMatchObject(told);
		expect(await probe.problem('rows', [idOf(1)])).toMatchObject(told);
		expect(await probe.problem('claimAndRead', [claimOf(95, 'me')], [idOf(1)])).toMatchObject(told);
		const other = await publishProbe(n8n.client);
		expect(await other.problem('positions', { policyId: 'kick-off' })).toMatchObject(told);
		const body = { name: 'attempt', type: 'number', index: 4 };
		await n8n.client.call(z.unknown(), {
			method: 'POST',
			path: `${path}/${table?.id}/columns`,
			body,
		});

		expect(await probe.ask('positions', { handoffIds: [idOf(95)] })).toEqual([]);
		await probe.ask('write', steps);
	});

	it('makes a table anew that somebody deleted', async () => {
		const { path, found } = await tables();
		const table = found.find(({ name }) => name === 'handoff_claims');
		await n8n.client.call(z.unknown(), { method: 'DELETE', path: `${path}/${table?.id}` });

		expect(await probe.ask('claim', [claimOf(96, 'me')])).toHaveLength(1);
	});

	it('refuses to write when the tables are full, says so, and goes on reading', async () => {
		const data = JSON.stringify({ note: 'x'.repeat(200_000) });
		const large = range(0, 50).map((place) => rowOf(200 + place, { data }));
		await probe.ask('write', { rows: large, positions: [] });
		const full = {
			message: expect.stringMatching(/Data Tables that are full\. n8n says: .*size limit exceeded/),
			remedy: expect.stringContaining('Archive finished handoffs'),
		};

		expect(await probe.problem('claim', [claimOf(97, 'me')])).toMatchObject(full);
		expect(await probe.problem('write', { rows: [rowOf(97)], positions: [] })).toMatchObject(full);
		expect(await probe.ask('rows', [idOf(1)])).toHaveLength(1);
		await probe.ask(
			'remove',
			large.map(({ handoffId }) => handoffId),
		);
	});
});

describe('the ledger by a workflow', () => {
	/** Answers every call with the first claim that it was given, as a row of a database. */
	const KEEPER = {
		name: 'Keeps the ledger',
		nodes: [
			{
				id: 'called',
				name: 'Called',
				type: 'n8n-nodes-base.executeWorkflowTrigger',
				typeVersion: 1.1,
				position: [0, 0],
				parameters: { inputSource: 'passthrough' },
			},
			{
				id: 'answer',
				name: 'Answer',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				position: [200, 0],
				parameters: {
					mode: 'raw',
					jsonOutput: '={{ { ...$json.claims[0], id: "3", createdAt: $now.toISO() } }}',
					options: {},
				},
			},
		],
		connections: { Called: { main: [[{ node: 'Answer', type: 'main', index: 0 }]] } },
	};

	it('asks the workflow that was chosen, once it is published', async () => {
		const { id } = await n8n.client.createWorkflow(KEEPER);
		const ledgerWorkflow = { __rl: true, mode: 'list', value: id, cachedResultName: KEEPER.name };
		const kept = await publishProbe(n8n.client, { keepLedger: 'workflow', ledgerWorkflow });
		expect(await kept.problem('claim', [claimOf(1, 'me')])).toMatchObject({
			message: expect.stringContaining('did not answer “claim”. n8n says:'),
			remedy: expect.stringContaining('must be published'),
		});
		await n8n.client.publish(id);

		// On a busy machine n8n knows a moment later that the workflow may be called.
		const claimed = async () => (await kept.problem('claim', [claimOf(1, 'me')])) === undefined;
		await until('the first answer', claimed);
		expect(await kept.ask('claim', [claimOf(1, 'me')])).toEqual([
			{ ...claimOf(1, 'me'), id: 3, createdAt: expect.any(String) },
		]);
	});
});
