import { createClickupTasks } from './clickupTasks';
import { KEYS } from './credentials';
import { createVendor, type Answer, type Routes } from './vendor';

export interface CustomField {
	id: string;
	name: string;
	type: string;
}

/** Where tasks go: one workspace, one space, a folder with lists and a list without folder. */
const TEAM = { id: '9001', name: 'Delivery' };
const SPACE = { id: '90010', name: 'Client projects' };
const FOLDER = { id: '90020', name: 'Running projects' };
const LISTS = [
	{ id: '901', name: 'Kick-offs', folder: FOLDER.id },
	{ id: '902', name: 'Internal', folder: undefined },
];
const STATUSES = [
	{ status: 'to do', type: 'open', orderindex: 0, color: '#87909e' },
	{ status: 'in progress', type: 'custom', orderindex: 1, color: '#5f55ee' },
	{ status: 'complete', type: 'closed', orderindex: 2, color: '#008844' },
];

/** Stands in for version 2 of ClickUp's API: the hierarchy, tasks and their custom fields. */
export function createClickup() {
	const fields: CustomField[] = [];
	const tasks = createClickupTasks({ statuses: STATUSES, fields, space: SPACE });
	const listExists = (id?: string) => LISTS.some((list) => list.id === id);
	const showLists = (folder?: string) =>
		ok({ lists: LISTS.filter((list) => list.folder === folder).map(showList) });

	const routes: Routes = {
		'GET /api/v2/user': () => ok({ user: { id: 1, username: 'n8n', email: 'n8n@studio.example' } }),
		'GET /api/v2/team': () => ok({ teams: [{ ...TEAM, members: [] }] }),
		'GET /api/v2/team/:team/space': ({ params }) =>
			params.team === TEAM.id ? ok({ spaces: [{ ...SPACE, statuses: STATUSES }] }) : NO_TEAM,
		'GET /api/v2/space/:space/folder': () =>
			ok({ folders: [{ ...FOLDER, lists: LISTS.filter(({ folder }) => folder).map(showList) }] }),
		'GET /api/v2/space/:space/list': () => showLists(),
		'GET /api/v2/space/:space/tag': () => ok({ tags: [] }),
		'GET /api/v2/folder/:folder/list': ({ params }) => showLists(params.folder),
		'GET /api/v2/list/:list': ({ params }) => {
			const list = LISTS.find(({ id }) => id === params.list);
			return list ? ok({ ...showList(list), statuses: STATUSES, space: SPACE }) : NO_LIST;
		},
		'GET /api/v2/list/:list/field': () => ok({ fields }),
		'GET /api/v2/list/:list/member': () => ok({ members: [] }),
		'GET /api/v2/list/:list/task': ({ params, query }) =>
			listExists(params.list) ? tasks.list(params.list ?? '', query) : NO_LIST,
		'POST /api/v2/list/:list/task': ({ params, body }) =>
			listExists(params.list) ? tasks.create(params.list ?? '', body) : NO_LIST,
		'GET /api/v2/task/:id': ({ params }) => tasks.read(params.id ?? ''),
		'PUT /api/v2/task/:id': ({ params, body }) => tasks.change(params.id ?? '', body),
		'POST /api/v2/task/:id/comment': ({ params, body }) => tasks.comment(params.id ?? '', body),
	};
	return {
		...createVendor({
			name: 'ClickUp',
			hosts: ['api.clickup.com'],
			routes,
			authorize: ({ headers: { authorization } }) => {
				if (!authorization) return problem(401, 'Authorization header required', 'OAUTH_017');
				return authorization === KEYS.clickup ? undefined : BAD_TOKEN;
			},
			answerUnknown: () => problem(404, 'Route not found', 'APP_001'),
			answerBusy: busy,
			answerBroken: () => problem(500, 'Internal Server Error', 'ITEM_000'),
		}),
		/** Adds a custom field that every list has. */
		addField: (field: CustomField): void => void fields.push(field),
		/** Every task so far, oldest first. */
		tasks: tasks.all,
	};
}

const showList = ({ id, name, folder }: (typeof LISTS)[number]) => ({
	id,
	name,
	archived: false,
	task_count: null,
	folder: folder ? { ...FOLDER, hidden: false } : { id: '90021', name: 'hidden', hidden: true },
});

const BAD_TOKEN = problem(401, 'Token invalid', 'OAUTH_025');
const NO_TEAM = problem(401, 'Team not authorized', 'OAUTH_027');
const NO_LIST = problem(404, 'List not found', 'SUBCAT_013');

function ok(body: unknown): Answer {
	return { status: 200, body };
}

function problem(status: number, err: string, code: string): Answer {
	return { status, body: { err, ECODE: code } };
}

function busy(): Answer {
	const reset = String(Math.ceil(Date.now() / 1000) + 1);
	return {
		...problem(429, 'Rate limit reached', 'APP_002'),
		headers: {
			'x-ratelimit-limit': '100',
			'x-ratelimit-remaining': '0',
			'x-ratelimit-reset': reset,
		},
	};
}
