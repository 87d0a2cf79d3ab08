import { z } from 'zod';
import type { CustomField } from './clickup';
import type { Answer } from './vendor';

const given = z.object({ id: z.string(), value: z.unknown() });
const taskFields = z.object({
	name: z.string().min(1),
	content: z.string().optional(),
	description: z.string().optional(),
	markdown_content: z.string().optional(),
	status: z.string().optional(),
	priority: z.number().int().min(1).max(4).nullish(),
	due_date: z.number().nullish(),
	assignees: z.unknown(),
	tags: z.array(z.string()).default([]),
	parent: z.string().nullish(),
	custom_item_id: z.number().optional(),
	custom_fields: z.array(given).default([]),
});
const fieldFilters = z.array(
	z.object({ field_id: z.string(), operator: z.string(), value: z.unknown() }),
);
const comment = z.object({ comment_text: z.string() });

interface Status {
	status: string;
	type: string;
	orderindex: number;
	color: string;
}

interface Surroundings {
	statuses: Status[];
	fields: CustomField[];
	space: { id: string; name: string };
}

export interface Task {
	id: string;
	list: string;
	name: string;
	content: string;
	status: string;
	url: string;
	/** Values by custom field id. */
	custom: Record<string, unknown>;
	comments: string[];
	priority?: number | null;
	dueDate?: number | null;
	tags: string[];
	createdAt: number;
	updatedAt: number;
}

const PAGE = 100;

/** The tasks of the ClickUp stand-in. */
export function createClickupTasks({ statuses, fields, space }: Surroundings) {
	const tasks: Task[] = [];
	const find = (id: string) => tasks.find((task) => task.id === id);
	const show = (task: Task) => ({
		id: task.id,
		custom_id: null,
		name: task.name,
		text_content: task.content,
		description: task.content,
		status: statuses.find(({ status }) => status === task.status),
		date_created: String(task.createdAt),
		date_updated: String(task.updatedAt),
		date_closed: null,
		archived: false,
		assignees: [],
		tags: task.tags.map((name) => ({ name })),
		priority: task.priority ? { id: String(task.priority) } : null,
		due_date: task.dueDate ? String(task.dueDate) : null,
		custom_fields: fields.map((field) => ({ ...field, value: task.custom[field.id] })),
		list: { id: task.list, access: true },
		space: { id: space.id },
		url: task.url,
	});
	const fill = (task: Task, read: Partial<z.infer<typeof taskFields>>) => {
		task.name = read.name ?? task.name;
		task.content = read.markdown_content ?? read.content ?? read.description ?? task.content;
		task.status = read.status?.toLowerCase() ?? task.status;
		task.priority = read.priority ?? task.priority;
		task.dueDate = read.due_date ?? task.dueDate;
		task.updatedAt = Date.now();
		for (const { id, value } of read.custom_fields ?? []) task.custom[id] = value;
	};
	const refuse = (read: Partial<z.infer<typeof taskFields>>): Answer | undefined => {
		const status = read.status?.toLowerCase();
		if (status && !statuses.some((one) => one.status === status)) return BAD_STATUS;
		const known = (read.custom_fields ?? []).every(({ id }) => fields.some((f) => f.id === id));
		return known ? undefined : problem(400, 'Custom field does not exist', 'FIELD_033');
	};
	return {
		all: (): Task[] => [...tasks],
		list: (list: string, query: URLSearchParams): Answer => {
			const filters = readFilters(query.get('custom_fields'));
			if (!filters) return problem(400, 'Custom field filters invalid', 'FIELD_109');
			const found = tasks
				.filter((task) => task.list === list)
				.filter((task) => filters.every((one) => fits(task.custom[one.field_id], one)));
			const start = Number(query.get('page') ?? 0) * PAGE;
			const page = found.slice(start, start + PAGE);
			return ok({ tasks: page.map(show), last_page: start + PAGE >= found.length });
		},
		create: (list: string, body: unknown): Answer => {
			const read = taskFields.safeParse(body);
			if (!read.success) return problem(400, 'Task name invalid', 'INPUT_005');
			const refusal = refuse(read.data);
			if (refusal) return refusal;
			const task = newTask(list, tasks.length + 1);
			task.tags = read.data.tags;
			fill(task, read.data);
			tasks.push(task);
			return ok(show(task));
		},
		read: (id: string): Answer => {
			const task = find(id);
			return task ? ok(show(task)) : NO_TASK;
		},
		change: (id: string, body: unknown): Answer => {
			const task = find(id);
			if (!task) return NO_TASK;
			const read = taskFields.partial().safeParse(body);
			if (!read.success) return problem(400, 'Task invalid', 'INPUT_002');
			const refusal = refuse(read.data);
			if (refusal) return refusal;
			fill(task, read.data);
			return ok(show(task));
		},
		comment: (id: string, body: unknown): Answer => {
			const task = find(id);
			const read = comment.safeParse(body);
			if (!task) return NO_TASK;
			if (!read.success) return problem(400, 'Comment invalid', 'COMM_002');
			task.comments.push(read.data.comment_text);
			return ok({ id: task.comments.length, hist_id: '1', date: Date.now() });
		},
	};
}

const NO_TASK = problem(404, 'Task not found, deleted', 'ITEM_013');
const BAD_STATUS = problem(400, 'Status does not exist', 'ITEM_114');

function newTask(list: string, number: number): Task {
	const id = `86c${String(number).padStart(6, '0')}`;
	const at = Date.now();
	return {
		id,
		list,
		name: '',
		content: '',
		status: 'to do',
		url: `https://app.clickup.com/t/${id}`,
		custom: {},
		comments: [],
		tags: [],
		createdAt: at,
		updatedAt: at,
	};
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

function ok(body: unknown): Answer {
	return { status: 200, body };
}

function problem(status: number, err: string, code: string): Answer {
	return { status, body: { err, ECODE: code } };
}
