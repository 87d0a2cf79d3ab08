import { openOffice, type Office } from '../scenario/openOffice';
import { itemsOf, type Execution } from '../harness/executions';
import { KEYS } from '../fakes/credentials';
import { backtestCsv } from '../../templates/builder/flows/backtestCsv';
import { failedExecution } from '../../templates/builder/flows/failedExecution';
import { policySheet } from '../../templates/builder/flows/policySheet';
import { claimFor, createClaims } from '../../templates/builder/ledger/claims';
import { createLedger, storeRow } from '../../templates/builder/ledger/ledger';
import { jsonItem } from '../../templates/builder/nodes/coreNodes';
import {
	buildWorkflow,
	chain,
	writeJson,
	type TemplateNode,
} from '../../templates/builder/nodes/workflow';
import { until } from './templateRuns/run';

jest.setTimeout(240_000);

let office: Office;
beforeAll(async () => {
	office = await openOffice();
});
afterAll(async () => await office.close());

/** Uploads a file to a form of n8n, and returns the execution once it has come to its last page. */
async function upload(workflowId: string, form: string, csv: string): Promise<Execution> {
	const { client, url } = office.n8n;
	const body = new FormData();
	body.set('field-0', new Blob([csv], { type: 'text/csv' }), 'file.csv');
	const authorization = `Basic ${Buffer.from(`team:${KEYS.incoming}`).toString('base64')}`;
	await until('the form to be there', async () => {
		const answer = await fetch(`${url}/form/${form}`, { headers: { authorization } });
		return answer.status === 200;
	});
	const refused = await fetch(`${url}/form/${form}`, { method: 'POST', body });
	expect(refused.status).toBe(401);
	await fetch(`${url}/form/${form}`, { method: 'POST', body, headers: { authorization } });
	const [{ id = '' } = {}] = await client.waitForExecutions({ workflowId }, 1);
	return await client.waitForExecution(id, ['waiting', 'success', 'error']);
}

const HEADER =
	'id,properties.dealname,properties.amount,properties.closedate,properties.handoff_goals,properties.handoff_scope,properties.handoff_service,properties.handoff_kickoff_date,properties.handoff_client_email,properties.description';
const complete = (id: number) =>
	`${id},Deal ${id},12000,2026-07-01,More enquiries through the website,Eight pages and a form no shop,project,2026-07-15,dana@harbour.example,By referral`;

describe('the backtest of a CSV file', () => {
	it('takes 10,000 deals in one run, and names the gaps that hold most of them back', async () => {
		const flow = await office.install(writeJson(backtestCsv()));
		const lines = Array.from({ length: 10_000 }, (_, id) => {
			if (id % 4 === 0) return complete(id).replace('More enquiries through the website', 'tbd');
			return id % 10 === 1 ? complete(id).replace('12000', '') : complete(id);
		});

		const execution = await upload(
			flow.workflowId,
			'upload-last-quarter',
			[HEADER, ...lines].join('\n'),
		);

		const [report] = itemsOf(execution, 'Backtest');
		await flow.unpublish();
		expect(report?.json).toMatchObject({
			records: 10_000,
			ready: 6_500,
			gaps: [
				{ label: 'Goals of the client', unmet: 2_500, alone: 2_500 },
				{ label: 'Budget', unmet: 1_000, alone: 1_000 },
			],
		});
	});

	it('says how many deals would have passed on the day they were won', async () => {
		const flow = await office.install(writeJson(backtestCsv()));
		const csv = [HEADER, complete(1), complete(2), '3,Deal 3,,2026-07-01,tbd,,project,,,'].join(
			'\n',
		);

		const execution = await upload(flow.workflowId, 'upload-last-quarter', csv);

		const [report] = itemsOf(execution, 'Backtest');
		expect(report?.json).toMatchObject({ html: expect.stringContaining('2') });
		expect(JSON.stringify(report?.json)).toContain('Goals of the client');
		expect(execution.runData['Show the report']).toBeDefined();
	});
});

describe('the policy of a spreadsheet', () => {
	it('has one requirement for each line, and is taken by the gate', async () => {
		const flow = await office.install(writeJson(policySheet()));
		const csv = [
			'field,label,check,min,max,values,severity,fixer,howToFix,whenField,whenEquals',
			'amount,Budget,number,1,,,blocker,sender,Enter the amount.,,',
			'service,Service,oneOf,,,project;retainer,,,,,',
			'billing_day,Billing day,number,1,28,,,,,service,retainer',
			'notes,Notes,,,,,optional,,,,',
		].join('\n');

		const execution = await upload(flow.workflowId, 'upload-the-list-of-fields', csv);

		const [policy] = itemsOf(execution, 'Make a policy of it');
		expect(policy?.json.requirements).toEqual([
			{
				id: 'budget',
				label: 'Budget',
				field: 'amount',
				check: { kind: 'number', min: 1 },
				severity: 'blocker',
				howToFix: 'Enter the amount.',
				fixer: 'sender',
			},
			expect.objectContaining({
				id: 'service',
				check: { kind: 'oneOf', values: ['project', 'retainer'] },
			}),
			expect.objectContaining({ when: { field: 'service', equals: 'retainer' } }),
			expect.objectContaining({ severity: 'warning', check: { kind: 'present' } }),
		]);
		const [card] = itemsOf(execution, 'Check and describe it');
		expect(card?.json.text).toContain('Billing day');
	});
});

describe('an execution that failed', () => {
	const at = (column: number) => ({ column, row: 0 });
	const fails: TemplateNode = {
		name: 'Fail',
		at: at(6),
		type: 'n8n-nodes-base.stopAndError',
		typeVersion: 1,
		parameters: { errorMessage: 'ClickUp has gone away' },
	};
	const hook: TemplateNode = {
		name: 'Start',
		at: at(0),
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		webhookId: 'fails',
		parameters: { path: 'fails', httpMethod: 'POST', options: {} },
	};
	const row = {
		eventId: 'event-1',
		type: 'handoff.requested',
		at: '2026-03-02T09:00:00.000Z',
		attempt: 1,
		recordId: '4711',
		recordUrl: 'https://crm.example/4711',
		sendingTeam: 'Sales',
		receivingTeam: 'Delivery',
	};

	it('is told to operations with the record and the team that has the handoff', async () => {
		const { client } = office.n8n;
		const { workflowId: errorWorkflow } = await office.install(writeJson(failedExecution()));
		const nodes = [
			hook,
			createClaims({ name: 'Claims', at: at(1) }),
			claimFor({ name: 'Claim', at: at(2) }, 'sales-to-delivery:hubspot:4711:v1'),
			createLedger({ name: 'Ledger', at: at(3) }),
			jsonItem({ name: 'Row', at: at(4) }, JSON.stringify(row)),
			storeRow({ name: 'Store', at: at(5) }, '$json'),
			fails,
		];
		const wires = chain('Start', 'Claims', 'Claim', 'Ledger', 'Row', 'Store', 'Fail');
		const failing = buildWorkflow({ name: 'Handoff of Acme', nodes, wires, stickies: [] });
		const { id } = await client.createWorkflow({
			...JSON.parse(JSON.stringify(failing)),
			settings: { executionOrder: 'v1', errorWorkflow },
		});
		await client.publish(id);
		await client.callWebhook('fails', {});

		const told = () =>
			office.standins.slack.messages().filter(({ text }) => text.includes('Handoff of Acme'));
		await until('word to operations', () => told().length > 0);
		const [message] = told();
		expect(message?.to).toBe('handoffs-late');
		const words = JSON.stringify(message?.blocks);
		for (const part of ['“Fail”', 'ClickUp has gone away', 'Record: 4711', 'with: Delivery']) {
			expect(words).toContain(part);
		}
	});
});
