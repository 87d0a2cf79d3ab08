import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { dataTableApi, type DataTableApi } from './dataTables';
import { executionApi, type ExecutionApi } from './executions';
import { onOwnConnection } from './onOwnConnection';
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
	/** n8n's descriptions of all node types it knows. */
	readNodeTypes(): Promise<unknown>;
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
		readNodeTypes: async () => {
			const answer = await fetch(
				`${url}/types/nodes.json`,
				onOwnConnection({ headers: session.headers() }),
			);
			const types: unknown = await answer.json();
			return types;
		},
		callWebhook: (path, body, withinMs = 10_000) =>
			postUntilFound(`${url}/webhook/${path}`, body, withinMs),
	};
}

async function postUntilFound(address: string, body: unknown, withinMs: number): Promise<Response> {
	const deadline = Date.now() + withinMs;
	for (;;) {
		const request = { method: 'POST', headers: { 'content-type': 'application/json' } };
		const answer = await fetch(
			address,
			onOwnConnection({ ...request, body: JSON.stringify(body) }),
		);
		if (answer.status !== 404 || Date.now() > deadline) return answer;
		await sleep(100);
	}
}
