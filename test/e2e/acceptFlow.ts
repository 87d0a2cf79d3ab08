import { z } from 'zod';
import type { Handoff } from '../../nodes/domain/handoff/envelope';
import { itemsOf, type Execution } from '../harness/executions';
import type { RunningN8n } from '../harness/startN8n';
import type { WorkflowJson } from '../harness/workflows';
import { readyHandoff } from '../support/handoffs';
import { webhook, type NodeJson } from './lineWorkflow';

const ACCEPT = 'Handoff Accept';

const to = (node: string) => [{ node, type: 'main', index: 0 }];

/** Webhook -> Handoff Accept <-> a channel that passes on what it gets. */
export function acceptWorkflow(
	path: string,
	parameters: Record<string, unknown>,
	channel: Pick<NodeJson, 'type' | 'typeVersion' | 'parameters'> = {
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		parameters: {},
	},
): WorkflowJson {
	const accept = {
		name: ACCEPT,
		type: 'n8n-nodes-handoff.handoffAccept',
		typeVersion: 1,
		parameters: { handoff: '={{ $json.body.handoff }}', keepLedger: 'nowhere', ...parameters },
	};
	const nodes = [webhook(path), accept, { name: 'Channel', ...channel }];
	return {
		name: path,
		nodes: nodes.map((node, index) => ({
			id: `${path}-${index}`,
			position: [index * 200, 0],
			...node,
		})),
		connections: {
			Start: { main: [to(ACCEPT)] },
			[ACCEPT]: { main: [to('Channel')] },
			Channel: { main: [to(ACCEPT)] },
		},
	};
}

export const DANA = { name: 'Dana Delivery', email: 'dana@example.com' };
export const ROBIN = { name: 'Robin Delivery', email: 'robin@example.com' };

/** One handoff that waits in a real n8n. */
export interface Asked {
	executionId: string;
	/** What this person was sent, oldest first: link, code or receipt, as plain text. */
	textsFor(email: string): Promise<string[]>;
	linkFor(email: string): Promise<string>;
	/** The envelopes on an output: 0 Notify, 1 Accepted, 2 Returned, 3 No Decision. */
	output(index: number): Promise<Handoff[]>;
	/** Goes on where a crash broke off, as the button “Retry” of n8n does: in a new execution. */
	retry(): Promise<Asked>;
	until(status: 'waiting' | 'success' | 'error' | 'crashed'): Promise<Execution>;
}

/** Publishes a workflow; then each call puts one handoff before its receivers. */
export async function publishAccept(n8n: RunningN8n, workflow: WorkflowJson) {
	const { client } = n8n;
	const { id: workflowId } = await client.createWorkflow(workflow);
	await client.publish(workflowId);
	let asked = 0;
	return async (different: Partial<Handoff> = {}): Promise<Asked> => {
		const people = [DANA, ROBIN];
		const handoff = readyHandoff({ receiver: { team: 'Delivery', people }, ...different });
		asked += 1;
		await client.callWebhook(workflow.name, { handoff });
		const started = await client.waitForExecutions({ workflowId }, asked);
		// While the node keeps its ledger, its inner run is listed under the same workflow.
		const newest = started.find(({ mode }) => mode !== 'integrated');
		if (newest === undefined) throw new Error('nothing has started');
		const { error } = await client.waitForExecution(newest.id, ['waiting', 'error']);
		if (error !== undefined) throw new Error(`${error.message} ${error.description ?? ''}`);
		return follow(n8n, newest.id);
	};
}

function follow({ client }: Pick<RunningN8n, 'client'>, executionId: string): Asked {
	const output = async (index: number): Promise<Handoff[]> =>
		itemsOf(await client.readExecution(executionId), ACCEPT, index).map(
			({ json }) => JSON.parse(JSON.stringify(json)).handoff,
		);
	const textsFor = async (email: string) =>
		(await output(0)).flatMap(({ message }) =>
			message?.to.some((person) => person.email === email) ? [message.text] : [],
		);
	return {
		executionId,
		output,
		textsFor,
		linkFor: async (email) => {
			const links = (await textsFor(email)).flatMap(
				(text) => text.match(/https?:\S*waiting\S*/g) ?? [],
			);
			const link = links.at(-1);
			if (link === undefined) throw new Error(`nobody sent ${email} a link`);
			return link;
		},
		retry: async () => {
			const path = `/executions/${executionId}/retry`;
			const retried = await client.call(z.object({ id: z.string() }), {
				method: 'POST',
				path,
				body: { loadWorkflow: false },
			});
			await client.waitForExecution(retried.id, 'waiting');
			return follow({ client }, retried.id);
		},
		until: async (status) => await client.waitForExecution(executionId, status),
	};
}
