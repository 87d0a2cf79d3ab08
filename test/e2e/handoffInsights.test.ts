import { join } from 'node:path';
import { itemsOf } from '../harness/executions';
import { importWorkflow } from '../harness/importWorkflow';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import { sealRow } from '../../nodes/domain/ledger/seal';
import { storeRows, makeLedger, readRows } from '../support/ledgerTable';
import { fortnightRows } from '../domain/insights/handoffRows';
import { code, line, webhook, type NodeJson } from './lineWorkflow';

const ROOT = join(__dirname, '..', '..');
const START_MS = 180_000;
const KEY = 'k'.repeat(64);
const FEW = 19;

/** The rows of the first five handoffs, sealed along each handoff. */
function sealedRows() {
	const seals = new Map<string, string>();
	return fortnightRows()
		.slice(0, FEW)
		.map((row) => {
			const sealed = sealRow(row, seals.get(row.handoffId) ?? '', KEY);
			seals.set(row.handoffId, sealed.seal);
			return sealed;
		});
}

const insights = (name: string, parameters: Record<string, unknown>): NodeJson => ({
	name,
	type: 'n8n-nodes-handoff.handoffInsights',
	typeVersion: 1,
	parameters: { timezone: 'UTC', keepLedger: 'nowhere', ...parameters },
});

/** The ledger's rows go into n8n's own Data Table and come back from it. */
const throughTable = (path: string, last: NodeJson) => {
	const rows = JSON.stringify(sealedRows());
	return line(path, [
		webhook(path),
		makeLedger('Ledger'),
		code('Rows', `return ${rows}.map((json) => ({ json }));`),
		storeRows('Store'),
		readRows('Read'),
		last,
	]);
};

describe('Handoff Insights in a real n8n', () => {
	let n8n: RunningN8n;
	const credentials: Record<string, string> = {};

	beforeAll(async () => {
		n8n = await startN8n({ packageFrom: ROOT });
		credentials.handoffSealApi = await n8n.client.createCredential({
			type: 'handoffSealApi',
			name: 'Seal',
			data: { secretKey: KEY, previousSecretKey: '' },
		});
	}, START_MS);

	afterAll(async () => {
		await n8n?.stop();
	}, START_MS);

	async function run(path: string, last: NodeJson) {
		const { id: workflowId } = await importWorkflow(
			n8n.client,
			throughTable(path, last),
			credentials,
		);
		await n8n.client.publish(workflowId);
		expect((await n8n.client.callWebhook(path, {})).status).toBe(200);
		const filter = { workflowId, status: ['success' as const, 'error' as const] };
		const [ended] = await n8n.client.waitForExecutions(filter, 1);
		const execution = await n8n.client.readExecution(ended?.id ?? '');
		expect(execution.error).toBeUndefined();
		return itemsOf(execution, last.name);
	}

	it('reports on rows that come from a Data Table, with nothing wrong about them', async () => {
		const [item] = await run('report', insights('Report', { operation: 'report' }));
		expect(item?.json).toMatchObject({
			rows: { read: FEW, counted: FEW, problems: [] },
			totals: { handoffs: 5, firstPass: { hits: 3, n: 5, absent: 'tooFew' } },
		});
		expect(item?.binary).toMatchObject({ report: { fileName: 'handoff-report.html' } });
	});

	it('finds the seals of rows intact after the Data Table has kept them', async () => {
		const [item] = await run('verify', insights('Verify', { operation: 'verifyLedger' }));
		expect(item?.json).toMatchObject({ intact: true, rows: FEW, sealed: FEW, findings: [] });
	});
});
