import { z } from 'zod';
import { KEYS } from './credentials';
import { createVendor, type Answer, type Routes } from './vendor';

const newTask = z.object({
	data: z.object({
		name: z.string().min(1),
		notes: z.string().optional(),
		workspace: z.string(),
		projects: z.array(z.string()).default([]),
	}),
});

interface AsanaTask {
	gid: string;
	name: string;
	notes: string;
	projects: string[];
	permalink_url: string;
	modifiedAt: number;
}

const WORKSPACE = '120001';
const PROJECT = '120055';

/** Stands in for Asana: one workspace with one project, and its tasks. */
export function createAsana() {
	const tasks: AsanaTask[] = [];
	return {
		...createVendor({
			name: 'Asana',
			hosts: ['app.asana.com'],
			routes: routesOf(tasks),
			authorize: ({ headers }) =>
				headers.authorization === `Bearer ${KEYS.asana}`
					? undefined
					: asanaProblem(401, 'Not Authorized'),
			answerUnknown: ({ path }) => asanaProblem(404, `No matching route for request ${path}`),
			answerBusy: () => ({
				...asanaProblem(429, 'You have exceeded your rate limit.'),
				headers: { 'retry-after': '1' },
			}),
			answerBroken: () => asanaProblem(500, 'Server Error'),
		}),
		/** Every task so far, oldest first. */
		tasks: (): AsanaTask[] => [...tasks],
	};
}

function routesOf(tasks: AsanaTask[]): Routes {
	return {
		'GET /api/1.0/tasks': ({ query }) => {
			const project = query.get('project');
			if (!project) {
				return asanaProblem(400, 'You should specify one of workspace, project, tag, section');
			}
			const since = Date.parse(query.get('modified_since') ?? '1970-01-01');
			const fields = (query.get('opt_fields') ?? 'name,resource_type').split(',');
			const data = tasks
				.filter((task) => task.projects.includes(project) && task.modifiedAt >= since)
				.map((task) => show(task, fields));
			return { status: 200, body: { data, next_page: null } };
		},
		'POST /api/1.0/tasks': ({ body }) => {
			const read = newTask.safeParse(body);
			if (!read.success) return asanaProblem(400, 'Could not parse request data, invalid JSON');
			const { data } = read.data;
			const unknown = [data.workspace, ...data.projects].find(
				(id) => id !== WORKSPACE && id !== PROJECT,
			);
			if (unknown) return asanaProblem(400, `Unknown object: ${unknown}`);
			const gid = String(120_000_100 + tasks.length);
			const task = {
				gid,
				name: data.name,
				notes: data.notes ?? '',
				projects: data.projects,
				permalink_url: `https://app.asana.com/0/${PROJECT}/${gid}`,
				modifiedAt: Date.now(),
			};
			tasks.push(task);
			return { status: 201, body: { data: { ...task, resource_type: 'task' } } };
		},
	};
}

/** The gid always comes, other fields when they are asked for. */
function show(task: AsanaTask, fields: string[]): Record<string, unknown> {
	const wanted = Object.entries(task).filter(([name]) => name === 'gid' || fields.includes(name));
	return Object.fromEntries(wanted);
}

function asanaProblem(status: number, message: string): Answer {
	const help = 'For more information on API status codes and how to handle them, read the docs.';
	return { status, body: { errors: [{ message, help }] } };
}
