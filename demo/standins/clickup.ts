import type { Task } from './clickupTask';
import { taskRoutes } from './clickupTasks';
import {
	clickupProblem,
	createWorkspace,
	workspaceRoutes,
	type CustomField,
} from './clickupWorkspace';
import { KEYS } from './credentials';
import { createVendor, type Answer, type VendorRequest } from './vendor';

/** Stands in for version 2 of ClickUp's API: the hierarchy, tasks and their custom fields. */
export function createClickup() {
	const workspace = createWorkspace();
	const tasks: Task[] = [];
	return {
		...createVendor({
			name: 'ClickUp',
			hosts: ['api.clickup.com'],
			routes: { ...workspaceRoutes(workspace), ...taskRoutes(tasks, workspace) },
			authorize,
			answerUnknown: () => clickupProblem(404, 'Route not found', 'APP_001'),
			answerBusy,
			answerBroken: () => clickupProblem(500, 'Internal Server Error', 'ITEM_000'),
		}),
		/** Adds a custom field that every list has. */
		addField: (field: CustomField): void => void workspace.fields.push(field),
		/** Every task so far, oldest first. */
		tasks: (): Task[] => [...tasks],
	};
}

function authorize({ headers: { authorization } }: VendorRequest): Answer | undefined {
	if (!authorization) return clickupProblem(401, 'Authorization header required', 'OAUTH_017');
	if (authorization === KEYS.clickup) return undefined;
	return clickupProblem(401, 'Token invalid', 'OAUTH_025');
}

function answerBusy(): Answer {
	const resetSeconds = Math.ceil(Date.now() / 1000) + 1;
	return {
		...clickupProblem(429, 'Rate limit reached', 'APP_002'),
		headers: {
			'x-ratelimit-limit': '100',
			'x-ratelimit-remaining': '0',
			'x-ratelimit-reset': String(resetSeconds),
		},
	};
}
