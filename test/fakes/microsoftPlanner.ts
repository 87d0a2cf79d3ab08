import { z } from 'zod';
import type { Answer, Routes, VendorRequest } from './vendor';

const newTask = z.object({ planId: z.string(), bucketId: z.string(), title: z.string().min(1) });
const details = z.object({ description: z.string() });

export interface PlannerTask {
	id: string;
	planId: string;
	title: string;
	description: string;
	etag: string;
}

const PLAN = 'xqQg5FS2LkCp935s-FIFm2QAFkHM';
const BUCKET = 'hsOf2dhOJkqyYYZEtdzDe2QAIUCR';
const NO_TASK: Answer = {
	status: 404,
	body: { error: { code: '', message: 'The requested item is not found.' } },
};

/** Planner's tasks; the details of one are changed by whoever names the version that was read. */
export function plannerRoutes(tasks: PlannerTask[]): Routes {
	const show = ({ id, planId, title }: PlannerTask) => ({ id, planId, bucketId: BUCKET, title });
	const withTask =
		(act: (task: PlannerTask, request: VendorRequest) => Answer) => (request: VendorRequest) => {
			const task = tasks.find(({ id }) => id === request.params.id);
			return task === undefined ? NO_TASK : act(task, request);
		};
	return {
		'GET /v1.0/planner/plans/:id/tasks': ({ params }) =>
			params.id === PLAN ? { status: 200, body: { value: tasks.map(show) } } : NO_TASK,
		'POST /v1.0/planner/tasks': ({ body }) => {
			const read = newTask.safeParse(body);
			if (!read.success || read.data.planId !== PLAN || read.data.bucketId !== BUCKET) {
				return { status: 400, body: { error: { code: '', message: 'The request is invalid' } } };
			}
			const id = `task-${String(tasks.length + 1).padStart(4, '0')}`;
			const task = { id, planId: PLAN, title: read.data.title, description: '', etag: `W/"${id}"` };
			tasks.push(task);
			return { status: 201, body: show(task) };
		},
		'GET /v1.0/planner/tasks/:id/details': withTask(({ id, description, etag }) => ({
			status: 200,
			body: { '@odata.etag': etag, id, description },
		})),
		'PATCH /v1.0/planner/tasks/:id/details': withTask((task, { headers, body }) => {
			const read = details.safeParse(body);
			if (!read.success || headers['if-match'] !== task.etag) {
				return { status: 412, body: { error: { code: '', message: 'The item has changed.' } } };
			}
			task.description = read.data.description;
			return { status: 204 };
		}),
	};
}
