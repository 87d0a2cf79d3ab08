import { z } from 'zod';
import { fillTask, newTask, refuseFields, showTask, taskFields, type Task } from './clickupTask';
import { clickupProblem, type Workspace } from './clickupWorkspace';
import type { Answer, Routes, VendorRequest } from './vendor';

const fieldFilters = z.array(
	z.object({ field_id: z.string(), operator: z.string(), value: z.unknown() }),
);
const comment = z.object({ comment_text: z.string() });
const fieldValue = z.object({ value: z.unknown() });

const PAGE = 100;
const NO_TASK = clickupProblem(404, 'Task not found, deleted', 'ITEM_013');
const NO_LIST = clickupProblem(404, 'List not found', 'SUBCAT_013');
const BAD_INPUT = clickupProblem(400, 'Task input invalid', 'INPUT_005');
const BAD_FILTER = clickupProblem(400, 'Custom field filters invalid', 'FIELD_109');

/** What ClickUp's API does with the tasks of a workspace. */
export function taskRoutes(tasks: Task[], workspace: Workspace): Routes {
	const withTask =
		(act: (task: Task, request: VendorRequest) => Answer) => (request: VendorRequest) => {
			const task = tasks.find(({ id }) => id === request.params.id);
			return task ? act(task, request) : NO_TASK;
		};
	const withList =
		(act: (list: string, request: VendorRequest) => Answer) => (request: VendorRequest) => {
			const list = workspace.lists.find(({ id }) => id === request.params.list);
			return list ? act(list.id, request) : NO_LIST;
		};
	const show = (task: Task): Answer => ({ status: 200, body: showTask(task, workspace) });
	return {
		'GET /api/v2/list/:list/task': withList((list, { query }) =>
			listTasks(tasks, workspace, { list, query }),
		),
		'POST /api/v2/list/:list/task': withList((list, { body }) => {
			const read = taskFields.safeParse(body);
			if (!read.success) return BAD_INPUT;
			const refusal = refuseFields(read.data, workspace);
			if (refusal) return refusal;
			const task = newTask(list, tasks.length + 1);
			fillTask(task, read.data);
			tasks.push(task);
			return show(task);
		}),
		'GET /api/v2/task/:id': withTask(show),
		'PUT /api/v2/task/:id': withTask((task, { body }) => {
			const read = taskFields.partial().safeParse(body);
			if (!read.success) return BAD_INPUT;
			const refusal = refuseFields(read.data, workspace);
			if (refusal) return refusal;
			fillTask(task, read.data);
			return show(task);
		}),
		'POST /api/v2/task/:id/comment': withTask((task, { body }) => {
			const read = comment.safeParse(body);
			if (!read.success) return BAD_INPUT;
			task.comments.push(read.data.comment_text);
			return { status: 200, body: { id: task.comments.length, date: Date.now() } };
		}),
		'POST /api/v2/task/:id/field/:field': withTask((task, { params, body }) => {
			const read = fieldValue.safeParse(body);
			if (!read.success) return BAD_INPUT;
			const given = { custom_fields: [{ id: params.field ?? '', value: read.data.value }] };
			const refusal = refuseFields(given, workspace);
			if (refusal) return refusal;
			fillTask(task, given);
			return { status: 200, body: {} };
		}),
	};
}

interface TaskQuery {
	list: string;
	query: URLSearchParams;
}

/** A list in a query: `statuses`, `statuses[]` or, as n8n writes it, `statuses[0]`. */
const STATUSES = /^statuses(\[\d*\])?$/;

function listTasks(tasks: Task[], workspace: Workspace, { list, query }: TaskQuery): Answer {
	const filters = readFilters(query.get('custom_fields'));
	if (!filters) return BAD_FILTER;
	const statuses = [...query].filter(([key]) => STATUSES.test(key)).map(([, status]) => status);
	const found = tasks.filter(
		(task) =>
			task.list === list &&
			(statuses.length === 0 || statuses.includes(task.status)) &&
			filters.every((filter) => fits(task.custom[filter.field_id], filter)),
	);
	const start = Number(query.get('page') ?? 0) * PAGE;
	const page = found.slice(start, start + PAGE).map((task) => showTask(task, workspace));
	return { status: 200, body: { tasks: page, last_page: start + PAGE >= found.length } };
}

function readFilters(text: string | null) {
	if (!text) return [];
	try {
		return fieldFilters.parse(JSON.parse(text));
	} catch {
		return undefined;
	}
}

function fits(value: unknown, filter: { operator: string; value?: unknown }): boolean {
	if (filter.operator === 'IS NOT NULL') return value !== undefined && value !== null;
	if (filter.operator === 'IS NULL') return value === undefined || value === null;
	return filter.operator === '=' && String(value) === String(filter.value);
}
