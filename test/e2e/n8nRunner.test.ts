import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { n8n as packageEntry } from '../../package.json';
import { importWorkflow } from '../harness/importWorkflow';
import { itemsOf } from '../harness/executions';
import { isPortTaken } from '../harness/freePort';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import type { WorkflowJson } from '../harness/workflows';
import { STANDIN_CREDENTIALS } from '../fakes/credentials';
import { startStandins, type Standins } from '../fakes/standins';
import { dealToTask } from './dealToTask';
import { code, line, webhook } from './lineWorkflow';

const ROOT = join(__dirname, '..', '..');
const START_MS = 180_000;

describe('a real n8n with the package', () => {
	let standins: Standins;
	let n8n: RunningN8n;
	const credentials: Record<string, string> = {};

	/** Publishes a workflow, calls its webhook and returns the id of the workflow. */
	async function start(workflow: WorkflowJson, path: string): Promise<string> {
		const { id } = await importWorkflow(n8n.client, workflow, credentials);
		await n8n.client.publish(id);
		expect((await n8n.client.callWebhook(path, {})).status).toBe(200);
		return id;
	}

	async function run(workflow: WorkflowJson, path: string) {
		const workflowId = await start(workflow, path);
		const filter = { workflowId, status: ['success' as const, 'error' as const] };
		const [ended] = await n8n.client.waitForExecutions(filter, 1);
		return await n8n.client.readExecution(ended?.id ?? '');
	}

	beforeAll(async () => {
		standins = await startStandins();
		n8n = await startN8n({ packageFrom: ROOT, standins });
		for (const credential of Object.values(STANDIN_CREDENTIALS)) {
			credentials[credential.type] = await n8n.client.createCredential(credential);
		}
	}, START_MS);

	afterAll(async () => {
		await n8n?.stop();
		await standins?.stop();
	}, START_MS);

	it('knows every node that the package lists', async () => {
		const listed = packageEntry.nodes.map((file: string) => {
			const name = file.replace(
				/^.*\/(\w)(\w*)\.node\.js$/,
				(_all, first: string, rest: string) => `${first.toLowerCase()}${rest}`,
			);
			return `n8n-nodes-handoff.${name}`;
		});

		expect(await n8n.client.readNodeTypes()).toEqual(
			expect.arrayContaining(listed.map((name) => expect.objectContaining({ name }))),
		);
	});

	it('lets its own HubSpot, ClickUp and Slack nodes work with the stand-ins, past a 429', async () => {
		standins.hubspot.addDeal({ properties: { dealname: 'Acme website', dealstage: 'closedwon' } });
		standins.hubspot.addDeal({ properties: { dealname: 'Not yet', dealstage: 'qualified' } });
		standins.clickup.failNext(1, { status: 429, match: /^POST/ });
		const execution = await run(dealToTask(), 'deal-to-task');

		expect(execution).toMatchObject({ status: 'success', mode: 'webhook' });
		expect(standins.clickup.requests(/^POST/).map(({ status }) => status)).toEqual([429, 200]);
		const [task] = standins.clickup.tasks();
		expect(task).toMatchObject({ name: 'Acme website', list: '901' });
		expect(standins.slack.messages()).toMatchObject([{ to: 'handoffs', text: task?.url }]);
	});

	it('cannot reach the world, and the attempt is reported', async () => {
		const parameters = { url: 'https://example.com/', options: {} };
		const type = 'n8n-nodes-base.httpRequest';
		const call = { name: 'Call', type, typeVersion: 4.2, parameters };

		const execution = await run(line('Outside', [webhook('outside'), call]), 'outside');

		expect(execution.status).toBe('error');
		expect(execution.lastNodeExecuted).toBe('Call');
		expect(n8n.refusedConnections()).toContainEqual(
			expect.objectContaining({ host: 'example.com', port: 443 }),
		);
	});

	it('runs code and stores rows in a Data Table that can be read', async () => {
		const type = 'n8n-nodes-base.dataTable';
		const columns = { column: [{ name: 'eventId', type: 'string' }] };
		const create = { resource: 'table', operation: 'create', tableName: 'rows', columns };
		const workflow = line('Rows', [
			webhook('rows'),
			{
				name: 'Table',
				type,
				typeVersion: 1.1,
				parameters: { ...create, options: { createIfNotExists: true } },
			},
			code(
				'Many',
				'return Array.from({ length: 130 }, (_, n) => ({ json: { eventId: `e-${n}` } }));',
			),
			{
				name: 'Insert',
				type,
				typeVersion: 1.1,
				parameters: {
					resource: 'row',
					operation: 'insert',
					dataTableId: { __rl: true, mode: 'name', value: 'rows' },
					columns: {
						mappingMode: 'defineBelow',
						value: { eventId: '={{ $json.eventId }}' },
						matchingColumns: [],
						schema: [],
					},
					options: {},
				},
			},
		]);

		const execution = await run(workflow, 'rows');

		expect(execution.status).toBe('success');
		expect(itemsOf(execution, 'Insert')).toHaveLength(130);
		const rows = await n8n.client.readDataTable('rows');
		expect(rows.map(({ eventId }) => eventId)).toEqual(
			Array.from({ length: 130 }, (_, n) => `e-${n}`),
		);
	});

	it(
		'goes on waiting where it was, on the same port, after kill -9',
		async () => {
			const wait = { resume: 'webhook', options: {} };
			const workflow = line('Waiting', [
				webhook('waiting'),
				code('Link', 'return [{ json: { link: $execution.resumeUrl } }];'),
				{
					name: 'Wait',
					type: 'n8n-nodes-base.wait',
					typeVersion: 1.1,
					webhookId: 'wait-here',
					parameters: wait,
				},
			]);
			const workflowId = await start(workflow, 'waiting');
			const filter = { workflowId, status: ['waiting' as const] };
			const [waiting] = await n8n.client.waitForExecutions(filter, 1);
			const { id = '' } = waiting ?? {};
			const [item] = itemsOf(await n8n.client.readExecution(id), 'Link');

			await n8n.kill9();
			expect(await isPortTaken(n8n.port)).toBe(false);
			await n8n.restart();

			expect((await n8n.client.readExecution(id)).status).toBe('waiting');
			expect((await fetch(String(item?.json.link))).status).toBe(200);
			expect((await n8n.client.waitForExecution(id, 'success')).lastNodeExecuted).toBe('Wait');
		},
		START_MS,
	);

	it(
		'leaves no port and no folder behind when it is stopped',
		async () => {
			await n8n.stop();

			expect(await isPortTaken(n8n.port)).toBe(false);
			expect(existsSync(n8n.userFolder)).toBe(false);
		},
		START_MS,
	);
});
