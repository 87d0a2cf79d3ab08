import { itemsOf } from '../harness/executions';
import type { RunningN8n } from '../harness/startN8n';
import { sealRow } from '../../nodes/domain/ledger/seal';
import { fortnightRows } from '../domain/insights/handoffRows';
import { line, webhook, type NodeJson } from '../e2e/lineWorkflow';
import { check } from './check';
import { recordsOf, runOnce } from './runOnce';

const KEY = 'k'.repeat(64);
const FEW = 19;

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

const workflow = (path: string, operation: string) => {
	const insights: NodeJson = {
		name: 'Insights',
		type: 'n8n-nodes-handoff.handoffInsights',
		typeVersion: 1,
		parameters: { keepLedger: 'nowhere', timezone: 'UTC', operation },
	};
	const rows: NodeJson = {
		name: 'Rows',
		type: 'n8n-nodes-base.splitOut',
		typeVersion: 1,
		parameters: { fieldToSplitOut: 'body.rows', options: {} },
	};
	return line(path, [webhook(path), rows, insights]);
};

/** Nineteen sealed rows of five handoffs: the report with its page, and the ledger found intact. */
export async function runInsights(n8n: RunningN8n): Promise<void> {
	const body = { rows: sealedRows() };
	const report = await runOnce(n8n, workflow('report', 'report'), { path: 'report', body });
	const [item] = itemsOf(report, 'Insights');
	const counted = JSON.stringify(item?.json.rows);
	const page = JSON.stringify(item?.binary ?? null);
	check(counted.includes(`"counted":${FEW}`), 'the report counts every row', item?.json.rows);
	check(page.includes('handoff-report.html'), 'the page comes along', page);
	const handoffSealApi = await n8n.client.createCredential({
		type: 'handoffSealApi',
		name: 'Seal',
		data: { secretKey: KEY, previousSecretKey: '' },
	});
	const verified = await runOnce(n8n, workflow('verify', 'verifyLedger'), {
		path: 'verify',
		body,
		credentials: { handoffSealApi },
	});
	const [{ intact, sealed } = { intact: false, sealed: 0 }] = recordsOf(verified, 'Insights');
	check(intact === true && sealed === FEW, 'the sealed rows are intact', { intact, sealed });
}
