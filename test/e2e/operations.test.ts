import { openOffice, type Office } from '../scenario/openOffice';
import { itemsOf, type Execution } from '../harness/executions';
import { KEYS } from '../fakes/credentials';
import { backtestCsv } from '../../templates/builder/flows/backtestCsv';
import { failedExecution } from '../../templates/builder/flows/failedExecution';
import { policySheet } from '../../templates/builder/flows/policySheet';
import { writeJson } from '../../templates/builder/nodes/workflow';
import { line, webhook, type NodeJson } from './lineWorkflow';
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
	const fails: NodeJson = {
		name: 'Fail',
		type: 'n8n-nodes-base.stopAndError',
		typeVersion: 1,
		parameters: { errorMessage: '={{ $json.body.because }}' },
	};

	it('is told to operations with its flow, its node, the reason and a link, the same once a day', async () => {
		const { client, url } = office.n8n;
		const { workflowId: errorWorkflow } = await office.install(writeJson(failedExecution()));
		const { id } = await client.createWorkflow({
			...line('Handoff of Acme', [webhook('fails'), fails]),
			settings: { executionOrder: 'v1', errorWorkflow },
		});
		await client.publish(id);
		const told = () =>
			office.standins.slack.messages().filter(({ text }) => text.includes('Handoff of Acme'));

		await client.callWebhook('fails', { because: 'ClickUp <has> gone away' });
		await until('word to operations', () => told().length === 1);
		await client.callWebhook('fails', { because: 'ClickUp <has> gone away' });
		await client.waitForExecutions({ workflowId: errorWorkflow, status: ['success'] }, 2);
		await client.callWebhook('fails', { because: 'Slack has gone away' });
		await until('word of the other failure', () => told().length > 1);

		expect(told().map(({ to }) => to)).toEqual(['handoffs-late', 'handoffs-late']);
		const [first, second] = told().map(({ blocks }) => JSON.stringify(blocks));
		for (const part of [
			'“Handoff of Acme” failed at “Fail”: ClickUp <has> gone away',
			`${url}/workflow/${id}/executions/`,
		]) {
			expect(first).toContain(part);
		}
		expect(second).toContain('Slack has gone away');
	});
});
