import { z } from 'zod';
import { KEYS } from './credentials';
import { createVendor, type Answer, type Routes } from './vendor';

const newTask = z.object({
	content: z.string().min(1),
	project_id: z.string(),
	description: z.string().default(''),
});

interface TodoistTask {
	id: string;
	content: string;
	description: string;
	project_id: string;
}

const PROJECT = '6Xr28F9FmjGWfp6h';

/** Stands in for Todoist: one project and its open tasks. */
export function createTodoist() {
	const tasks: TodoistTask[] = [];
	return {
		...createVendor({
			name: 'Todoist',
			hosts: ['api.todoist.com'],
			routes: routesOf(tasks),
			authorize: ({ headers }) =>
				headers.authorization === `Bearer ${KEYS.todoist}`
					? undefined
					: todoistProblem(401, 'Unauthorized'),
			answerUnknown: () => todoistProblem(404, 'Not found'),
			answerBusy: () => ({
				...todoistProblem(429, 'Too many requests'),
				headers: { 'retry-after': '1' },
			}),
			answerBroken: () => todoistProblem(500, 'Internal error'),
		}),
		/** Every task so far, oldest first. */
		tasks: (): TodoistTask[] => [...tasks],
	};
}

const routesOf = (tasks: TodoistTask[]): Routes => ({
	'GET /api/v1/tasks': ({ query }) => {
		const project = query.get('project_id');
		const results = tasks.filter((task) => !project || task.project_id === project);
		return { status: 200, body: { results, next_cursor: null } };
	},
	'POST /api/v1/tasks': ({ body }) => {
		const read = newTask.safeParse(body);
		if (!read.success) return todoistProblem(400, 'Required argument is missing');
		if (read.data.project_id !== PROJECT) return todoistProblem(404, 'Project not found');
		const id = `6Xr28F9${String(tasks.length + 1).padStart(9, '0')}`;
		const task = { id, ...read.data };
		tasks.push(task);
		return { status: 200, body: task };
	},
});

function todoistProblem(status: number, error: string): Answer {
	return { status, body: { error, error_code: status, error_tag: 'STAND_IN', http_code: status } };
}
