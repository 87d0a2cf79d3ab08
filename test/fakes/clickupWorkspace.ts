import type { Answer, Routes } from './vendor';

export interface CustomField {
	id: string;
	name: string;
	type: string;
}

interface List {
	id: string;
	name: string;
	/** Id of its folder; undefined when it is in none. */
	folder?: string;
}

/** Where tasks go: one workspace, one space, a folder with a list, and a list without folder. */
export type Workspace = ReturnType<typeof createWorkspace>;

/** The workspace of the stand-in, with ids that workflows can name. */
export function createWorkspace() {
	const fields: CustomField[] = [];
	const lists: List[] = [
		{ id: '901', name: 'Kick-offs', folder: '90020' },
		{ id: '902', name: 'Internal' },
	];
	return {
		team: { id: '9001', name: 'Delivery' },
		space: { id: '90010', name: 'Client projects' },
		folder: { id: '90020', name: 'Running projects' },
		lists,
		fields,
		statuses: [
			{ status: 'to do', type: 'open', orderindex: 0, color: '#87909e' },
			{ status: 'in progress', type: 'custom', orderindex: 1, color: '#5f55ee' },
			{ status: 'complete', type: 'closed', orderindex: 2, color: '#008844' },
		],
	};
}

/** What ClickUp's API says about the workspace, which fills the pickers in n8n's editor. */
export function workspaceRoutes({
	team,
	space,
	folder,
	lists,
	fields,
	statuses,
}: Workspace): Routes {
	const show = ({ id, name, folder: folderId }: List) => ({
		id,
		name,
		archived: false,
		folder: folderId ? { ...folder, hidden: false } : { id: '90021', name: 'hidden', hidden: true },
	});
	const showLists = (folderId?: string) =>
		ok({ lists: lists.filter((list) => list.folder === folderId).map(show) });
	return {
		'GET /api/v2/user': () => ok({ user: { id: 1, username: 'n8n' } }),
		'GET /api/v2/team': () => ok({ teams: [{ ...team, members: [] }] }),
		'GET /api/v2/team/:team/space': ({ params }) =>
			params.team === team.id
				? ok({ spaces: [{ ...space, statuses }] })
				: clickupProblem(401, 'Team not authorized', 'OAUTH_027'),
		'GET /api/v2/space/:space/folder': () => ok({ folders: [folder] }),
		'GET /api/v2/space/:space/list': () => showLists(),
		'GET /api/v2/space/:space/tag': () => ok({ tags: [] }),
		'GET /api/v2/folder/:folder/list': ({ params }) => showLists(params.folder),
		'GET /api/v2/list/:list': ({ params }) => {
			const list = lists.find(({ id }) => id === params.list);
			if (!list) return clickupProblem(404, 'List not found', 'SUBCAT_013');
			return ok({ ...show(list), statuses, space });
		},
		'GET /api/v2/list/:list/field': () => ok({ fields }),
		'GET /api/v2/list/:list/member': () => ok({ members: [] }),
	};
}

/** A refusal in ClickUp's own shape. */
export function clickupProblem(status: number, err: string, code: string): Answer {
	return { status, body: { err, ECODE: code } };
}

function ok(body: unknown): Answer {
	return { status: 200, body };
}
