import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openOffice, type Office } from '../scenario/openOffice';
import { itemsOf } from '../harness/executions';
import { importWorkflow } from '../harness/importWorkflow';
import { STANDIN_CREDENTIALS } from '../fakes/credentials';
import { GOOGLE_SHEET } from '../fakes/googleSheets';
import { LEDGER_COLUMNS } from '../../nodes/domain/handoff/ledgerColumns';
import { createLedger, storeRow } from '../../templates/builder/ledger/ledger';
import { insights } from '../../templates/builder/operations/insightsNodes';
import { fortnightRows, utc } from '../domain/insights/handoffRows';
import { canHave, installServices, startPostgres, type Service } from '../scale/queue/services';
import { code, line, webhook, type NodeJson } from './lineWorkflow';

const START_MS = 300_000;
/** Each row is five calls of the stores, on a machine that may be busy. */
const PATIENCE_MS = 150_000;
jest.setTimeout(400_000);

if (!canHave('postgresql')) {
	console.warn(
		'SKIPPED: the ledger in Postgres and in Google Sheets. It needs PostgreSQL: apt-get install postgresql',
	);
}
const describeWithPostgres = canHave('postgresql') ? describe : describe.skip;

const at = { column: 0, row: 0 };
const DEALS = 12;
const WEEK = 7 * 24 * 60 * 60 * 1000;

const CHOICES: Record<string, string> = {
	'Postgres schema (mostly public)': 'public',
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
function chosen(name: string) {
	const text = readFileSync(join(__dirname, '..', '..', 'templates', name), 'utf8');
	return workflowSchema.parse(
		JSON.parse(
			text.replace(
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

const gate: NodeJson = {
	name: 'Gate',
	type: 'n8n-nodes-handoff.readinessGate',
	typeVersion: 1,
	parameters: {
		policyFrom: 'json',
		keepLedger: 'nowhere',
		policy: JSON.stringify({
			id: 'kick-off',
			version: '1',
			record: { system: 'crm', type: 'deal', id: 'id' },
			sender: { team: 'Sales' },
			receiver: { team: 'Delivery' },
			requirements: [{ id: 'scope', label: 'Scope', field: 'scope', check: { kind: 'present' } }],
		}),
	},
};

const stepsOf = (rows: readonly unknown[]) =>
	code(
		'Steps',
		`return ${JSON.stringify(rows)}.map((event) => ({ json: { handoff: { event } } }));`,
	);

describeWithPostgres('the ledger outside n8n', () => {
	let office: Office;
	let postgres: Service;
	const ids: Record<string, string> = {};

	beforeAll(async () => {
		installServices('postgresql');
		postgres = await startPostgres();
		office = await openOffice();
		office.standins.googleSheets.setColumns(...LEDGER_COLUMNS);
		const { client } = office.n8n;
		const data = { host: '127.0.0.1', port: postgres.port, database: 'n8n', user: 'n8n' };
		const stored = { ...data, password: 'n8n', ssl: 'disable', sshTunnel: false };
		const account = { type: 'postgres', name: 'Postgres', data: stored };
		const credentials = {
			postgres: await client.createCredential(account),
			googleSheetsOAuth2Api: await client.createCredential(
				STANDIN_CREDENTIALS.googleSheetsOAuth2Api,
			),
		};
		for (const store of ['postgres', 'google-sheets']) {
			const workflow = chosen(`ledger-in-${store}.json`);
			const { id } = await importWorkflow(client, workflow, credentials);
			await client.publish(id);
			ids[store] = id;
		}
		await reportOf('postgres');
	}, START_MS);

	afterAll(async () => {
		await office?.close();
		await postgres?.stop();
	}, START_MS);

	const read = async (id: string, trigger: string, last: string) => {
		const { client } = office.n8n;
		const execution = await client.runManually(id, trigger);
		await client.waitForExecution(execution, ['success', 'error'], PATIENCE_MS);
		const ended = await client.readExecution(execution);
		expect(ended.error).toBeUndefined();
		return itemsOf(ended, last)[0]?.json;
	};

	const reportOf = async (store: string) =>
		await read(ids[store] ?? '', 'Run to see the report', 'Why handoffs fail');

	/** Stores the items of a step in the Data Table and, twice over, in Postgres and in the sheet. */
	async function store(path: string, steps: NodeJson[]): Promise<void> {
		const { client } = office.n8n;
		const keep = (name: string, workflowId = ''): NodeJson => ({
			name,
			type: 'n8n-nodes-base.executeWorkflow',
			typeVersion: 1.2,
			parameters: {
				source: 'database',
				workflowId: { __rl: true, mode: 'id', value: workflowId },
				workflowInputs: { mappingMode: 'defineBelow', value: {}, matchingColumns: [], schema: [] },
				mode: 'once',
				options: { waitForSubWorkflow: true },
			},
		});
		const stores = [
			{ ...storeRow({ name: 'Data Table', at }, '$json.handoff.event') },
			keep('Postgres', ids.postgres),
			keep('Postgres again', ids.postgres),
			keep('Sheet', ids['google-sheets']),
			keep('Sheet again', ids['google-sheets']),
		];
		const row: NodeJson = {
			name: 'Row',
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			parameters: {},
		};
		const nodes = [webhook(path), { ...createLedger({ name: 'Ledger', at }) }, ...steps, row];
		const workflow = line(path, [...nodes, ...stores]);
		const to = (name: string) => ({ node: name, type: 'main', index: 0 });
		const last = steps.at(-1)?.name ?? '';
		Object.assign(workflow.connections, {
			[last]: { main: [[to(row.name)], [to(row.name)]] },
			[row.name]: { main: [stores.map(({ name }) => to(name))] },
			...Object.fromEntries(stores.map(({ name }) => [name, { main: [] }])),
		});
		const { id: workflowId } = await client.createWorkflow(workflow);
		await client.publish(workflowId);
		await client.callWebhook(path, {});
		const filter = { workflowId, status: ['success' as const, 'error' as const] };
		const [ended] = await client.waitForExecutions(filter, 1, PATIENCE_MS);
		expect((await client.readExecution(ended?.id ?? '')).error).toBeUndefined();
	}

	it('starts with an empty table and an empty sheet, of which there is nothing to report', async () => {
		expect(await reportOf('postgres')).toMatchObject({ rows: { read: 0, problems: [] } });
		expect(await reportOf('google-sheets')).toMatchObject({ rows: { read: 0, problems: [] } });
	});

	it('keeps each row once, however often a step is stored, and gives the report of the Data Table', async () => {
		await store('gate', [deals, gate]);
		await store('fortnight', [stepsOf(recentRows())]);
		const table = line('table', [
			{ name: 'Run', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
			{
				...insights(
					{ name: 'Report', at },
					{ operation: 'report', period: 13, timezone: 'UTC', options: { attachCsv: false } },
				),
			},
		]);
		const { id } = await office.n8n.client.createWorkflow(table);
		const figures = (report: Record<string, unknown> = {}) => {
			const { generatedAt: _, message: _2, replay: _3, title: _4, ...rest } = report;
			return rest;
		};
		const expected = figures(await read(id, 'Run', 'Report'));
		const count = fortnightRows().length + DEALS;
		expect(expected).toMatchObject({
			rows: { read: count, counted: count, problems: [] },
			totals: {
				handoffs: 14 + DEALS,
				readyAtFirstLook: { hits: 12 + (DEALS * 2) / 3, n: 14 + DEALS },
			},
		});
		expect(figures(await reportOf('postgres'))).toEqual(expected);
		expect(figures(await reportOf('google-sheets'))).toEqual(expected);
		expect(office.standins.googleSheets.rows()).toHaveLength(count);
		// n8n asks its makers about community packages now and then; nothing else may go out.
		const asked = office.n8n.refusedConnections().map(({ host }) => host);
		expect(asked.filter((host) => host !== 'api.n8n.io')).toEqual([]);
	});
});
