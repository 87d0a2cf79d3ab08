import { newTask, type Assignee, type Task } from './clickupTask';
import { taskRoutes } from './clickupTasks';
import {
	clickupProblem,
	createWorkspace,
	workspaceRoutes,
	type CustomField,
} from './clickupWorkspace';
import { KEYS } from './credentials';
import { createVendor, type Answer, type VendorRequest } from './vendor';

interface NewTask extends Pick<Task, 'list' | 'name' | 'status' | 'custom'> {
	assignee: Assignee;
}

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
		/** Adds a task as a person in ClickUp would, with values by custom field id. */
		addTask: ({ list, assignee, ...given }: NewTask): string => {
			const task = newTask(list, tasks.length + 1);
			Object.assign(task, given, { assignees: [assignee] });
			tasks.push(task);
			return task.id;
		},
		/** Changes a task as a person in ClickUp would. */
		updateTask: (id: string, given: Partial<Pick<Task, 'status' | 'custom'>>): void => {
			const task = tasks.find((one) => one.id === id);
			if (task === undefined) throw new Error(`The ClickUp stand-in has no task ${id}`);
			const custom = { ...task.custom, ...given.custom };
			Object.assign(task, given, { custom, updatedAt: Math.max(Date.now(), task.updatedAt + 1) });
		},
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
