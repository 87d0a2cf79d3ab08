import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { dataTableApi, type DataTableApi } from './dataTables';
import { executionApi, type ExecutionApi } from './executions';
import { openSession, type Session } from './session';
import { workflowApi, type WorkflowApi } from './workflows';

const created = z.object({ id: z.string() });

export interface NewCredential {
	type: string;
	name: string;
	data: Record<string, unknown>;
}

export interface N8nClient extends Session, WorkflowApi, ExecutionApi, DataTableApi {
	/** Stores a credential and returns its id. */
	createCredential(credential: NewCredential): Promise<string>;
	/** Names of the node types that this n8n knows and that begin with `prefix`. */
	listNodeTypes(prefix: string): Promise<string[]>;
	/** Posts to a production webhook, again as long as n8n has not registered it yet. */
	callWebhook(path: string, body: unknown, withinMs?: number): Promise<Response>;
}

/** Everything that demo, end-to-end tests and benchmarks do to a running n8n. */
export function connectTo(url: string): N8nClient {
	const session = openSession(url);
	return {
		...session,
		...workflowApi(session),
		...executionApi(session),
		...dataTableApi(session),
		createCredential: async (credential) => {
			const request = { method: 'POST', path: '/credentials', body: credential } as const;
			return (await session.call(created, request)).id;
		},
		listNodeTypes: async (prefix) => {
			const answer = await fetch(`${url}/types/nodes.json`, { headers: session.headers() });
			const types = z.array(z.object({ name: z.string() })).parse(await answer.json());
			return types.map(({ name }) => name).filter((name) => name.startsWith(prefix));
		},
		callWebhook: (path, body, withinMs = 10_000) =>
			postUntilFound(`${url}/webhook/${path}`, body, withinMs),
	};
}

async function postUntilFound(address: string, body: unknown, withinMs: number): Promise<Response> {
	const deadline = Date.now() + withinMs;
	for (;;) {
		const answer = await fetch(address, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
		if (answer.status !== 404 || Date.now() > deadline) return answer;
		await sleep(100);
	}
}
