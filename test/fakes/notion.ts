import { z } from 'zod';
import { KEYS } from './credentials';
import { createVendor, type Answer, type Routes } from './vendor';

const text = z.array(z.object({ text: z.object({ content: z.string().max(2000) }) }));
const newPage = z.object({
	parent: z.object({ database_id: z.string() }),
	properties: z.object({ Project: z.object({ title: text }) }),
	children: z
		.array(z.object({ type: z.string(), paragraph: z.object({ text }) }).passthrough())
		.default([]),
});
const query = z.object({
	filter: z.object({ property: z.string(), title: z.object({ ends_with: z.string() }) }).optional(),
});

interface Page {
	id: string;
	title: string;
	text: string;
	url: string;
}

const DATABASE = '1f2e3d4c-0000-4000-8000-00000000d8b0';

/** Stands in for Notion: one database of projects whose title is called “Project”. */
export function createNotion() {
	const pages: Page[] = [];
	return {
		...createVendor({
			name: 'Notion',
			hosts: ['api.notion.com'],
			routes: routesOf(pages),
			authorize: ({ headers }) =>
				headers.authorization?.trim() === `Bearer ${KEYS.notion}`
					? undefined
					: notionProblem(401, 'unauthorized', 'API token is invalid.'),
			answerUnknown: () => notionProblem(400, 'invalid_request_url', 'Invalid request URL.'),
			answerBusy: () => ({
				...notionProblem(429, 'rate_limited', 'You have been rate limited.'),
				headers: { 'retry-after': '1' },
			}),
			answerBroken: () => notionProblem(500, 'internal_server_error', 'Unexpected error.'),
		}),
		/** Every page so far, oldest first. */
		pages: (): Page[] => [...pages],
	};
}

const NO_DATABASE = notionProblem(404, 'object_not_found', 'Could not find database.');

function routesOf(pages: Page[]): Routes {
	return {
		'GET /v1/databases/:id': ({ params }) =>
			params.id === DATABASE
				? {
						status: 200,
						body: {
							object: 'database',
							id: DATABASE,
							properties: { Project: { id: 'title', name: 'Project', type: 'title', title: {} } },
						},
					}
				: NO_DATABASE,
		'POST /v1/databases/:id/query': ({ params, body }) => {
			if (params.id !== DATABASE) return NO_DATABASE;
			const read = query.safeParse(body);
			const { property = 'title', title } = (read.success && read.data.filter) || {};
			if (!read.success || (property !== 'title' && property !== 'Project')) {
				return notionProblem(400, 'validation_error', 'Could not find property.');
			}
			const found = pages.filter((page) => page.title.endsWith(title?.ends_with ?? ''));
			const results = found.map(show);
			return { status: 200, body: { object: 'list', results, has_more: false, next_cursor: null } };
		},
		'POST /v1/pages': ({ body }) => {
			const read = newPage.safeParse(body);
			if (!read.success) return notionProblem(400, 'validation_error', read.error.message);
			if (read.data.parent.database_id !== DATABASE) return NO_DATABASE;
			const number = String(pages.length + 1).padStart(12, '0');
			const page = {
				id: `1f2e3d4c-0000-4000-9000-${number}`,
				title: contentOf(read.data.properties.Project.title),
				text: read.data.children.map((child) => contentOf(child.paragraph.text)).join('\n'),
				url: `https://www.notion.so/Project-1f2e3d4c000040009000${number}`,
			};
			pages.push(page);
			return { status: 200, body: show(page) };
		},
	};
}

const contentOf = (parts: z.infer<typeof text>): string =>
	parts.map((part) => part.text.content).join('');

function show({ id, title, url }: Page) {
	const content = [{ type: 'text', text: { content: title }, plain_text: title }];
	return {
		object: 'page',
		id,
		url,
		parent: { type: 'database_id', database_id: DATABASE },
		properties: { Project: { id: 'title', type: 'title', title: content } },
	};
}

function notionProblem(status: number, code: string, message: string): Answer {
	return { status, body: { object: 'error', status, code, message } };
}
