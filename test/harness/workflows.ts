import { z } from 'zod';
import type { Session } from './session';

const savedWorkflow = z.object({ id: z.string(), name: z.string(), versionId: z.string() });
const workflowContent = z.object({
	name: z.string(),
	nodes: z.array(z.unknown()),
	connections: z.record(z.unknown()),
	settings: z.record(z.unknown()).optional(),
});
const startedExecution = z.object({ executionId: z.string() });

/** A workflow as n8n exports it; everything but these fields may be left out. */
export interface WorkflowJson {
	name: string;
	nodes: unknown[];
	connections: Record<string, unknown>;
	settings?: Record<string, unknown>;
	pinData?: Record<string, unknown>;
}

export type SavedWorkflow = z.infer<typeof savedWorkflow>;

export type WorkflowApi = ReturnType<typeof workflowApi>;

/** What can be done to the workflows of a running n8n. */
export function workflowApi(session: Session) {
	const change = (id: string, action: string, body: unknown) =>
		session.call(z.unknown(), { method: 'POST', path: `/workflows/${id}/${action}`, body });
	const read = (id: string) => session.call(savedWorkflow, { path: `/workflows/${id}` });
	return {
		/** Saves a workflow as a draft; production events do not reach it before `publish`. */
		createWorkflow: (workflow: WorkflowJson): Promise<SavedWorkflow> =>
			session.call(savedWorkflow, {
				method: 'POST',
				path: '/workflows',
				body: { settings: { executionOrder: 'v1' }, ...workflow, active: false },
			}),
		/** The newest version of a workflow, as it was saved. */
		readWorkflow: (id: string): Promise<WorkflowJson> =>
			session.call(workflowContent, { path: `/workflows/${id}` }),
		/**
		 * Publishes the newest version. n8n registers webhooks a moment after it has answered, so
		 * a first call of the webhook may find nothing there; `callWebhook` tries again.
		 */
		publish: async (id: string): Promise<void> => {
			const { versionId } = await read(id);
			await change(id, 'activate', { versionId }).catch(async (problem: unknown) => {
				if (!String(problem).includes('answered 404')) throw problem;
				// Before 2.0 a workflow had no versions to publish, only a switch.
				const body = { active: true, versionId };
				await session.call(z.unknown(), { method: 'PATCH', path: `/workflows/${id}`, body });
			});
		},
		/** Takes a workflow out of production; its waiting executions go on. */
		unpublish: async (id: string): Promise<void> => {
			await change(id, 'deactivate', {});
		},
		/** Runs the saved draft from one of its triggers, as the editor's button does. */
		runManually: async (id: string, triggerName: string): Promise<string> => {
			const body = { triggerToStartFrom: { name: triggerName } };
			const path = `/workflows/${id}/run`;
			return (await session.call(startedExecution, { method: 'POST', path, body })).executionId;
		},
	};
}
