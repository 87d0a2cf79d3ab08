import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openOffice, type Office } from '../scenario/openOffice';
import { itemsOf } from '../harness/executions';
import { importWorkflow } from '../harness/importWorkflow';
import { STANDIN_CREDENTIALS } from '../fakes/credentials';
import { GOOGLE_SHEET } from '../fakes/googleSheets';
import { LEDGER_COLUMNS } from '../../nodes/domain/handoff/ledgerColumns';
import { insights } from '../../templates/builder/operations/insightsNodes';
import { fortnightRows, utc } from '../domain/insights/handoffRows';
import { canHave, installServices, startPostgres, type Service } from '../scale/queue/services';
import { claimOf, idOf, positionOf, range, rowOf } from '../support/ledgerRows';
import { installLedgerProbe, publishProbe } from './ledgerProbe';
import { code, line, webhook, type NodeJson } from './lineWorkflow';
import { until } from './templateRuns/run';

const START_MS = 300_000;
/** A machine may be busy. */
const PATIENCE_MS = 150_000;
jest.setTimeout(400_000);

if (!canHave('postgresql')) {
	console.warn(
		'SKIPPED: the ledger in Postgres and in Google Sheets. It needs PostgreSQL: apt-get install postgresql',
	);
}
const describeWithPostgres = canHave('postgresql') ? describe : describe.skip;

const DEALS = 12;
const WEEK = 7 * 24 * 60 * 60 * 1000;
const at = { column: 0, row: 0 };

const CHOICES: Record<string, string> = {
	'IANA time zone of your teams': 'UTC',
	'Google Sheets document': GOOGLE_SHEET.document,
	'Sheet of the ledger': GOOGLE_SHEET.gid,
};

const workflowSchema = z.object({
	name: z.string(),
	nodes: z.array(z.unknown()),
	connections: z.record(z.unknown()),
	settings: z.record(z.unknown()),
});

/** A template with every choice made. */
function chosen(name: string, change: (text: string) => string = (text) => text) {
	const text = readFileSync(join(__dirname, '..', '..', 'templates', name), 'utf8');
	return workflowSchema.parse(
		JSON.parse(
			change(text).replace(
				/<__PLACEHOLDER_VALUE__(.+?)__>/g,
				(_, what: string) => CHOICES[what] ?? `no choice for ${what}`,
			),
		),
	);
}

/** The fortnight of the unit tests, moved to end in the week before this one. */
function recentRows(): unknown[] {
	const moved = Math.floor((Date.now() - utc('Mon 2026-03-09 12:00')) / WEEK) * WEEK;
	const text = JSON.stringify(fortnightRows()).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (instant) =>
		new Date(Date.parse(instant) + moved).toISOString(),
	);
	return z.array(z.unknown()).parse(JSON.parse(text));
}

/** Deals for a real gate: every third has no scope. */
const deals = code(
	'Deals',
	`return Array.from({ length: ${DEALS} }, (_, id) => ({ json: { id, scope: id % 3 === 0 ? '' : 'Two "sites", one line\\nand more' } }));`,
);

const gate = (keep: Record<string, unknown>): NodeJson => ({
	name: 'Gate',
	type: 'n8n-nodes-handoff.readinessGate',
	typeVersion: 1,
	parameters: {
		policyFrom: 'json',
		...keep,
		policy: JSON.stringify({
			id: 'kick-off',
			version: '1',
			record: { system: 'crm', type: 'deal', id: 'id' },
			sender: { team: 'Sales' },
			receiver: { team: 'Delivery' },
			requirements: [{ id: 'scope', label: 'Scope', field: 'scope', check: { kind: 'present' } }],
		}),
	},
});

const keptSchema = z.array(z.record(z.unknown()));
const claimsSchema = z.array(z.object({ id: z.number(), holder: z.string() }).passthrough());

describeWithPostgres('the ledger outside n8n', () => {
	let office: Office;
	let postgres: Service;
	let folder: string;
	let postgresId: string;
	const sheets = { all: '', lately: '' };
	/** The ledger in Postgres, that of a client of an agency there, and the one in this n8n. */
	let probes: Record<'postgres' | 'acme' | 'here', Awaited<ReturnType<typeof publishProbe>>>;
	let byWorkflow: Record<string, unknown>;

	beforeAll(async () => {
		installServices('postgresql');
		postgres = await startPostgres();
		folder = mkdtempSync(join(tmpdir(), 'handoff-elsewhere-'));
		installLedgerProbe(folder);
		office = await openOffice({ userFolder: folder });
		office.standins.googleSheets.setColumns(...LEDGER_COLUMNS);
		const { client } = office.n8n;
		const data = { host: '127.0.0.1', port: postgres.port, database: 'n8n', user: 'n8n' };
		const stored = { ...data, password: 'n8n', ssl: 'disable', sshTunnel: false };
		const account = { type: 'postgres', name: 'Postgres', data: stored };
		const google = STANDIN_CREDENTIALS.googleSheetsOAuth2Api;
		const credentials = {
			postgres: await client.createCredential(account),
			googleSheetsOAuth2Api: await client.createCredential(google),
		};
		const add = async (workflow: ReturnType<typeof chosen>) =>
			(await importWorkflow(client, workflow, credentials)).id;
		postgresId = await add(chosen('ledger-in-postgres.json'));
		sheets.lately = await add(chosen('ledger-in-google-sheets.json'));
		const sinceEver = (text: string) => text.replace(/"since": "[^"]*"/, '"since": ""');
		sheets.all = await add(chosen('ledger-in-google-sheets.json', sinceEver));
		await reportOf(postgresId);
		await client.publish(postgresId);
		const ledgerWorkflow = { __rl: true, mode: 'list', value: postgresId };
		byWorkflow = { keepLedger: 'workflow', ledgerWorkflow };
		probes = {
			postgres: await publishProbe(client, byWorkflow),
			acme: await publishProbe(client, { ...byWorkflow, ledgerName: 'acme' }),
			here: await publishProbe(client),
		};
		const answers = async () => (await probes.postgres.problem('rows', [idOf(1)])) === undefined;
		await until('the first answer', answers);
	}, START_MS);

	afterAll(async () => {
		await office?.close();
		await postgres?.stop();
		rmSync(folder, { recursive: true, force: true });
	}, START_MS);

	const run = async (id: string, trigger: string) => {
		const { client } = office.n8n;
		const execution = await client.runManually(id, trigger);
		await client.waitForExecution(execution, ['success', 'error'], PATIENCE_MS);
		const ended = await client.readExecution(execution);
		expect(ended.error).toBeUndefined();
		return ended;
	};
	const reportOf = async (id: string) =>
		itemsOf(await run(id, 'Run to see the report'), 'Why handoffs fail')[0]?.json;

	const ask = (...call: Parameters<typeof probes.here.ask>) => probes.postgres.ask(...call);

	it('starts with empty tables and an empty sheet, of which there is nothing to report', async () => {
		const nothing = { rows: { read: 0, problems: [] } };
		expect(await reportOf(postgresId)).toMatchObject(nothing);
		expect(await reportOf(sheets.all)).toMatchObject(nothing);
		expect(await ask('positions', { policyId: 'kick-off' })).toEqual([]);
		expect(await ask('allRows', {})).toEqual([]);
	});

	it('finds one holder when thirty claim the same step in Postgres at once', async () => {
		const claimed = await Promise.all(
			range(0, 30).map(async (one) => {
				const holder = `execution-${one}`;
				const seen = claimsSchema.parse(await ask('claim', [claimOf(1, holder)]));
				return seen[0]?.holder === holder;
			}),
		);

		expect(claimed.filter(Boolean)).toHaveLength(1);
		const two = [claimOf(2, 'me'), claimOf(3, 'me')];
		expect(claimsSchema.parse(await ask('claim', two))).toHaveLength(2);
	});

	it('keeps one row of a step that Postgres is told of twice, as it was told first', async () => {
		const data = JSON.stringify({ note: `={{ $json }} $1 "it's" \\ \n {{ 1 + 1 }} %_ 😀` });
		const first = rowOf(1, { actor: 'dana@example.com', data });
		await ask('write', { rows: [first], positions: [] });
		await ask('write', { rows: [rowOf(1), rowOf(2)], positions: [] });

		const rows = await ask('rows', [idOf(1), idOf(2)]);
		expect(rows).toMatchObject([first, rowOf(2)]);
	});

	it('puts a position in the place of the earlier one, and finds it by what is asked', async () => {
		await ask('write', { rows: [], positions: [positionOf(1), positionOf(2)] });
		const moved = positionOf(1, { step: 'returned', closesAt: '' });
		const other = positionOf(3, { policyId: '=other' });
		await ask('write', { rows: [], positions: [moved, other] });

		const both = await ask('positions', { handoffIds: [idOf(1), idOf(2), idOf(9)] });
		expect(both).toHaveLength(2);
		expect(both).toEqual(expect.arrayContaining([moved, positionOf(2)]));
		expect(await ask('positions', { steps: ['returned'] })).toEqual([moved]);
		expect(await ask('positions', { policyId: '=other' })).toEqual([other]);
	});

	it('reads the whole ledger, or what is of one policy, of one kind, newer or older', async () => {
		const later = { policyId: '=other', at: '2026-05-01T00:00:00.000Z' };
		const rows = [rowOf(10, { policyId: '=other', type: 'handoff.done' }), rowOf(11, later)];
		await ask('write', { rows, positions: [] });
		const April = Date.UTC(2026, 3, 1);
		const count = async (query: Record<string, unknown>) =>
			keptSchema.parse(await ask('allRows', query)).length;

		expect(await count({})).toBe(4);
		expect(await count({ policyId: '=other' })).toBe(2);
		expect(await count({ type: 'handoff.done' })).toBe(1);
		expect(await count({ since: April })).toBe(1);
		expect(await count({ since: Date.parse(later.at), before: Date.parse(later.at) })).toBe(0);
		expect(await count({ before: April })).toBe(3);
	});

	it('keeps the ledgers of clients and of test runs apart', async () => {
		await probes.acme.ask('write', { rows: [rowOf(1)], positions: [positionOf(1)] });
		const write = { name: 'write', given: [{ rows: [rowOf(20)], positions: [] }] } as const;
		await probes.postgres.call([{ ...write, given: [...write.given] }], true);

		expect(await probes.acme.ask('rows', [idOf(1)])).toMatchObject([rowOf(1)]);
		expect(await probes.acme.ask('claim', [claimOf(1, 'acme')])).toHaveLength(1);
		expect(await ask('rows', [idOf(20)])).toEqual([]);
	});

	it('writes rows anew where they stand, and takes whole handoffs out but for where they stand', async () => {
		const anew = { actor: 'person', reasons: '[]', data: '{"by":"={{ 1 }}"}' };
		await ask('rewrite', [{ eventId: rowOf(2).eventId, ...anew }]);
		expect(await ask('rows', [idOf(2)])).toMatchObject([{ ...rowOf(2), ...anew }]);

		await ask('remove', [1, 2, 10, 11].map(idOf));
		expect(await ask('allRows', {})).toEqual([]);
		expect(await ask('positions', { handoffIds: [idOf(1)] })).toHaveLength(1);
		expect(await ask('claim', [claimOf(1, 'me')])).toHaveLength(1);
		expect(await probes.acme.ask('rows', [idOf(1)])).toHaveLength(1);
	});

	async function judgeDeals(name: string, keep: Record<string, unknown>): Promise<void> {
		const { client } = office.n8n;
		const flow = line(name, [webhook(name), deals, gate(keep)]);
		const { id: workflowId } = await client.createWorkflow(flow);
		await client.publish(workflowId);
		await client.callWebhook(name, {});
		const filter = { workflowId, status: ['success' as const, 'error' as const] };
		const [ended] = await client.waitForExecutions(filter, 1, PATIENCE_MS);
		expect((await client.readExecution(ended?.id ?? '')).error).toBeUndefined();
	}

	it('gives the same report from Postgres, from the sheet and from the Data Table', async () => {
		for (const name of ['here', 'postgres'] as const) {
			await probes[name].ask('write', { rows: recentRows(), positions: [] });
		}
		await judgeDeals('judged-here', { keepLedger: 'here' });
		await judgeDeals('judged-in-postgres', byWorkflow);
		for (const id of [sheets.all, sheets.all, sheets.lately]) await run(id, 'Run once now');

		const options = { operation: 'report', period: 13, timezone: 'UTC' };
		const report = async (name: string, keep: Record<string, unknown>) => {
			const manual = { name: 'Run', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 };
			const node = insights({ name: 'Report', at }, { ...options, ...keep });
			const flow = line(name, [{ ...manual, parameters: {} }, { ...node }]);
			const { id } = await office.n8n.client.createWorkflow(flow);
			return figures(itemsOf(await run(id, 'Run'), 'Report')[0]?.json);
		};
		const expected = await report('report-here', {});
		const count = fortnightRows().length + DEALS;
		expect(expected).toMatchObject({
			rows: { read: count, counted: count, problems: [] },
			totals: {
				handoffs: 14 + DEALS,
				readyAtFirstLook: { hits: 12 + (DEALS * 2) / 3, n: 14 + DEALS },
			},
		});
		expect(await report('report-of-workflow', byWorkflow)).toEqual(expected);
		expect(figures(await reportOf(postgresId))).toEqual(expected);
		expect(figures(await reportOf(sheets.all))).toEqual(expected);
		expect(office.standins.googleSheets.rows()).toHaveLength(count);
		// n8n asks its makers about community packages now and then; nothing else may go out.
		const asked = office.n8n.refusedConnections().map(({ host }) => host);
		expect(asked.filter((host) => host !== 'api.n8n.io')).toEqual([]);
	});
});

/** A report without what differs from run to run, such as when the last deal was judged. */
function figures(report: Record<string, unknown> = {}) {
	const { generatedAt: _, message: _2, replay: _3, title: _4, period, ...rest } = report;
	return { ...rest, from: z.object({ from: z.string() }).parse(period).from };
}
