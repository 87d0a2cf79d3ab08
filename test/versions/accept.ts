import { submitDecision } from '../scenario/decisionPage';
import type { RunningN8n } from '../harness/startN8n';
import { acceptWorkflow, DANA, publishAccept } from '../e2e/acceptFlow';
import { readyHandoff } from '../support/handoffs';
import { check } from './check';

const ACCEPT = { decision: 'accept', name: 'Dana', 'check.capacity': 'on' };
const RETURN = { decision: 'return', name: 'Dana', 'reason.date': 'on' };

/** Two handoffs: opened, which decides nothing, and then one accepted and one returned. */
export async function runAccept(n8n: RunningN8n): Promise<void> {
	const ask = await publishAccept(n8n, acceptWorkflow('accept', {}));
	for (const [form, output] of [
		[ACCEPT, 1],
		[RETURN, 2],
	] as const) {
		const asked = await ask();
		const link = await asked.linkFor(DANA.email);
		const opened = await fetch(link);
		check(opened.status === 200, 'the page opens', opened.status);
		const { status } = await n8n.client.readExecution(asked.executionId);
		check(status === 'waiting', 'a look decides nothing', status);
		const sent = await submitDecision(link, form);
		check(sent.status === 200, 'the form is taken', sent);
		await asked.until('success');
		const left = [1, 2, 3].map(async (way) => (await asked.output(way)).length);
		const counts = await Promise.all(left);
		check(counts[output - 1] === 1, `it leaves by output ${output} only`, counts);
		check(counts.join('') === (output === 1 ? '100' : '010'), 'and by no other', counts);
	}
}

/** Refuses with the release it needs; the node that would tell people has not run. */
export async function runRefusal({ client }: RunningN8n): Promise<void> {
	const { id: workflowId } = await client.createWorkflow(acceptWorkflow('refused', {}));
	await client.publish(workflowId);
	await client.callWebhook('refused', { handoff: readyHandoff() });
	const ended = { workflowId, status: ['error' as const] };
	const [{ id } = { id: '' }] = await client.waitForExecutions(ended, 1, 60_000);
	const { error, runData } = await client.readExecution(id);
	const said = `${error?.message} ${error?.description ?? ''}`;
	check(said.includes('needs n8n 2.39.0 or later'), 'it says what it needs', said);
	check(runData.Channel === undefined, 'nothing was sent', Object.keys(runData));
}
