import { z } from 'zod';
import { clickupProblem, type Workspace } from './clickupWorkspace';
import type { Answer } from './vendor';

const customField = z.object({ id: z.string(), value: z.unknown() });

/** What ClickUp takes when a task is created; the same fields, all optional, change one. */
export const taskFields = z.object({
	name: z.string().min(1),
	content: z.string().optional(),
	description: z.string().optional(),
	markdown_content: z.string().optional(),
	status: z.string().toLowerCase().optional(),
	priority: z.number().int().min(1).max(4).nullish(),
	due_date: z.number().nullish(),
	tags: z.array(z.string()).optional(),
	custom_fields: z.array(customField).optional(),
});

export type TaskFields = Partial<z.infer<typeof taskFields>>;

export interface Assignee {
	id: number;
	username: string;
	email: string;
}

export interface Task {
	id: string;
	/** Id of the list that it is in. */
	list: string;
	name: string;
	content: string;
	status: string;
	url: string;
	/** Values by custom field id. */
	custom: Record<string, unknown>;
	comments: string[];
	priority?: number | null;
	/** Epoch milliseconds, as are the other dates. */
	dueDate?: number | null;
	tags: string[];
	assignees: Assignee[];
	createdAt: number;
	updatedAt: number;
}

/** A task without content, the `number`-th of its workspace. */
export function newTask(list: string, number: number): Task {
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
		assignees: [],
		createdAt: at,
		updatedAt: at,
	};
}

/** Writes the given fields into the task and leaves the others alone. */
export function fillTask(task: Task, given: TaskFields): void {
	task.name = given.name ?? task.name;
	task.content = given.markdown_content ?? given.content ?? given.description ?? task.content;
	task.status = given.status ?? task.status;
	task.priority = given.priority ?? task.priority;
	task.dueDate = given.due_date ?? task.dueDate;
	task.tags = given.tags ?? task.tags;
	task.updatedAt = Date.now();
	for (const { id, value } of given.custom_fields ?? []) task.custom[id] = value;
}

/** ClickUp's refusal of a status or a custom field that the list does not have. */
export function refuseFields(
	given: TaskFields,
	{ statuses, fields }: Workspace,
): Answer | undefined {
	const { status, custom_fields: custom = [] } = given;
	if (status && !statuses.some((known) => known.status === status)) {
		return clickupProblem(400, 'Status does not exist', 'ITEM_114');
	}
	const strange = custom.some(({ id }) => !fields.some((field) => field.id === id));
	if (strange) return clickupProblem(400, 'Custom field does not exist', 'FIELD_033');
	const undated = custom.some(
		({ id, value }) =>
			fields.some((field) => field.id === id && field.type === 'date') && !isInstant(value),
	);
	return undated ? clickupProblem(400, 'Value is not a valid date', 'FIELD_011') : undefined;
}

/** Milliseconds, as a number or as digits; nothing empties the field. */
const isInstant = (value: unknown): boolean => value === null || /^\d{11,}$/.test(String(value));

/** The task as version 2 of ClickUp's API shows it. */
export function showTask(task: Task, { statuses, fields, space }: Workspace) {
	return {
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
		assignees: task.assignees,
		tags: task.tags.map((name) => ({ name })),
		priority: task.priority ? { id: String(task.priority) } : null,
		due_date: task.dueDate ? String(task.dueDate) : null,
		custom_fields: fields.map((field) => ({ ...field, value: task.custom[field.id] })),
		list: { id: task.list, access: true },
		space: { id: space.id },
		url: task.url,
	};
}
