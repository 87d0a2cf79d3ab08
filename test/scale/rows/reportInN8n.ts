import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { importWorkflow } from '../../harness/importWorkflow';
import { startN8n, type RunningN8n } from '../../harness/startN8n';
import { egressEnvironment } from '../../fakes/egress';
import { line, webhook } from '../../e2e/lineWorkflow';
import type { Counted } from './fillLedger';

const PACKAGE = join(__dirname, '..', '..', '..');
const PATH = 'large-report';

/** One execution that read rows and wrote the report: what it counted, or nothing when n8n fell. */
export interface ReportRun {
	counted?: Counted;
	seconds: number;
	/** The most memory that n8n's processes have held, in megabytes; 0 where the system does not say. */
	peakMb: number;
}

const answerSchema = z.object({ rows: z.number(), handoffs: z.number(), accepted: z.number() });

/**
 * Runs the report on the first `rows` rows of the ledger in a real n8n: a Postgres node reads them,
 * Handoff Insights counts them, all in one execution of which n8n saves nothing.
 *
 * @param heapMb what a user gives n8n by NODE_OPTIONS; n8n as it comes when it is undefined
 */
export async function reportInN8n(
	postgresPort: number,
	{ rows, heapMb }: { rows: number; heapMb: number | undefined },
): Promise<ReportRun> {
	const heap = heapMb === undefined ? '' : ` --max-old-space-size=${heapMb}`;
	const egress = egressEnvironment({ routes: {}, logFile: join(tmpdir(), 'handoff-rows-egress') });
	const NODE_OPTIONS = `${egress.NODE_OPTIONS}${heap}`;
	const n8n = await startN8n({ packageFrom: PACKAGE, env: { ...egress, NODE_OPTIONS } });
	try {
		await publishReport(n8n, postgresPort);
		const startedAt = Date.now();
		const counted = await askFor(n8n, rows);
		const seconds = Math.round((Date.now() - startedAt) / 1000);
		return { seconds, peakMb: peakOf(n8n.userFolder), ...(counted && { counted }) };
	} finally {
		await n8n.kill9().catch(() => undefined);
		await n8n.stop().catch(() => undefined);
	}
}

async function publishReport({ client }: RunningN8n, port: number): Promise<void> {
	const account = { host: '127.0.0.1', port, database: 'n8n', user: 'n8n', password: 'n8n' };
	const data = { ...account, ssl: 'disable', sshTunnel: false };
	const postgres = await client.createCredential({ type: 'postgres', name: 'Ledger', data });
	const start = webhook(PATH);
	const workflow = line(PATH, [
		{ ...start, parameters: { ...start.parameters, responseMode: 'lastNode' } },
		{
			name: 'Rows',
			type: 'n8n-nodes-base.postgres',
			typeVersion: 2.5,
			parameters: {
				operation: 'executeQuery',
				query: 'select * from handoff_ledger where "id" <= {{ $json.body.rows }} order by "id"',
				options: {},
			},
		},
		{
			name: 'Report',
			type: 'n8n-nodes-handoff.handoffInsights',
			typeVersion: 1,
			parameters: { operation: 'report', keepLedger: 'nowhere', timezone: 'UTC' },
		},
		{
			name: 'Summary',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: {
				mode: 'raw',
				jsonOutput:
					'={{ { rows: $json.rows.counted, handoffs: $json.totals.handoffs, accepted: $json.totals.accepted } }}',
				options: {},
			},
		},
	]);
	const settings = { saveDataSuccessExecution: 'none', saveDataErrorExecution: 'none' };
	const quiet = { ...workflow, settings: { ...workflow.settings, ...settings } };
	const { id } = await importWorkflow(client, quiet, { postgres });
	await client.publish(id);
	// An empty report, so that what is measured is neither the first start nor a missing webhook.
	await client.callWebhook(PATH, { rows: 0 });
}

/** Calls the webhook and waits as long as it takes; undefined when n8n fell or refused. */
async function askFor({ port }: RunningN8n, rows: number): Promise<Counted | undefined> {
	const text = await new Promise<string>((resolve) => {
		const headers = { 'content-type': 'application/json' };
		const where = { host: '127.0.0.1', port, path: `/webhook/${PATH}`, method: 'POST', headers };
		const call = request(where, (answer) => {
			let body = '';
			answer.on('data', (chunk: Buffer) => (body += chunk.toString()));
			answer.on('end', () => resolve(body));
			answer.on('error', () => resolve(''));
		});
		call.on('error', () => resolve(''));
		call.end(JSON.stringify({ rows }));
	});
	try {
		return answerSchema.parse(JSON.parse(text));
	} catch {
		return undefined;
	}
}

/** What Linux says of the processes of this n8n. */
function peakOf(userFolder: string): number {
	try {
		const peaks = readdirSync('/proc')
			.filter((name) => /^\d+$/.test(name))
			.map((pid) => peakOfProcess(`/proc/${pid}`, userFolder));
		return Math.round(Math.max(0, ...peaks) / 1024);
	} catch {
		return 0;
	}
}

function peakOfProcess(folder: string, userFolder: string): number {
	try {
		const environment = readFileSync(join(folder, 'environ'), 'utf8').split('\0');
		if (!environment.includes(`N8N_USER_FOLDER=${userFolder}`)) return 0;
		return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(join(folder, 'status'), 'utf8'))?.[1] ?? 0);
	} catch {
		// A process that has ended meanwhile, or of somebody else.
		return 0;
	}
}
