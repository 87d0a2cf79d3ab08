import { setTimeout as sleep } from 'node:timers/promises';
import { openOffice, type Office } from '../scenario/openOffice';
import { composeRetryCrashed } from '../../templates/builder/operations/retryCrashed';
import { NAMES } from '../../templates/builder/nodes/names';
import { importRetries } from '../scale/queue/retries';
import { line, webhook, type NodeJson } from './lineWorkflow';
import { until } from './templateRuns/run';

jest.setTimeout(300_000);

const PAUSE_SECONDS = 20;

const pause: NodeJson = {
	name: 'In the middle',
	type: 'n8n-nodes-base.wait',
	typeVersion: 1.1,
	// Below a minute n8n keeps it in memory: a kill finds the execution at work.
	parameters: { resume: 'timeInterval', amount: PAUSE_SECONDS, unit: 'seconds' },
};
const ours: NodeJson = {
	name: 'Describe Policy',
	type: 'n8n-nodes-handoff.slaTimer',
	typeVersion: 1,
	disabled: true,
	parameters: {},
};

let office: Office;
beforeAll(async () => {
	office = await openOffice();
});
afterAll(async () => await office.close());

/** Publishes a flow, and returns its execution that is at work. */
async function startFlow(path: string, nodes: NodeJson[]): Promise<{ workflowId: string }> {
	const { client } = office.n8n;
	const { id: workflowId } = await client.createWorkflow(line(path, [webhook(path), ...nodes]));
	await client.publish(workflowId);
	await client.callWebhook(path, {});
	await client.waitForExecutions({ workflowId, status: ['running'] }, 1);
	return { workflowId };
}

it('retries once what n8n gave up in a handoff flow, leaves other flows alone, and tells operations', async () => {
	const { n8n, standins } = office;
	const retries = await importRetries(n8n, composeRetryCrashed(), 0);
	const handoff = await startFlow('handoff-of-acme', [pause, ours]);
	const other = await startFlow('newsletter', [pause]);
	await sleep(2_000);
	await n8n.kill9();
	await n8n.restart();
	const crashed = async ({ workflowId }: { workflowId: string }) =>
		await n8n.client.waitForExecutions({ workflowId, status: ['crashed'] }, 1, 60_000);
	const [{ id: lost = '' } = {}] = await crashed(handoff);
	await crashed(other);

	await n8n.client.runManually(retries, NAMES.manual);
	await n8n.client.waitForExecutions({ ...handoff, status: ['success'] }, 1, 90_000);
	const told = () => standins.slack.messages().filter(({ text }) => text.startsWith('n8n gave up'));
	await until('word to operations', () => told().length > 0);
	const again = await n8n.client.runManually(retries, NAMES.manual);
	await n8n.client.waitForExecution(again, 'success', 90_000);

	expect(await n8n.client.listExecutions(handoff)).toHaveLength(2);
	expect(await n8n.client.listExecutions(other)).toHaveLength(1);
	expect(told()).toHaveLength(1);
	expect(told()[0]?.to).toBe('handoffs-late');
	const words = JSON.stringify(told()[0]?.blocks);
	expect(words).toContain(`${handoff.workflowId}/executions/${lost}|handoff-of-acme ${lost}`);
	expect(words).toContain('retried: under way');
});
