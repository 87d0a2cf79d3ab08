import { z } from 'zod';
import { KEYS } from './credentials';
import { createVendor, type Answer, type Routes } from './vendor';

const newIssue = z.object({
	fields: z.object({
		summary: z.string().min(1).max(255),
		project: z.object({ id: z.string() }),
		issuetype: z.object({ id: z.string() }),
		description: z.string().optional(),
	}),
});
const search = z.object({
	jql: z.string(),
	fields: z.array(z.string()).default([]),
});

interface Issue {
	id: string;
	key: string;
	self: string;
	fields: { summary: string; description: string };
}

export const JIRA_HOST = 'studio.atlassian.net';
const PROJECT = { id: '10001', key: 'KICK' };
const ISSUE_TYPE = '10002';
const PHRASE = /^summary ~ "\\"(.+)\\""$/;

/** Stands in for Jira Cloud: one project, its issues, and the search for a phrase in summaries. */
export function createJira() {
	const issues: Issue[] = [];
	return {
		...createVendor({
			name: 'Jira',
			hosts: [JIRA_HOST],
			routes: routesOf(issues),
			authorize: ({ headers: { authorization = '' } }) => {
				const [, given = ''] = authorization.split('Basic ');
				const [, token] = Buffer.from(given, 'base64').toString().split(':');
				return token === KEYS.jira
					? undefined
					: jiraProblem(401, 'Client must be authenticated to access this resource.');
			},
			answerUnknown: () => jiraProblem(404, 'Not found'),
			answerBusy: () => ({
				...jiraProblem(429, 'Rate limit exceeded.'),
				headers: { 'retry-after': '1' },
			}),
			answerBroken: () => jiraProblem(500, 'Internal server error'),
		}),
		/** Every issue so far, oldest first. */
		issues: (): Issue[] => [...issues],
	};
}

function routesOf(issues: Issue[]): Routes {
	return {
		// n8n asks for the types of issues before it makes one.
		'GET /rest/api/2/issuetype': () => ({
			status: 200,
			body: [{ id: ISSUE_TYPE, name: 'Task', subtask: false }],
		}),
		'POST /rest/api/2/issue': ({ body }) => {
			const read = newIssue.safeParse(body);
			if (!read.success) return jiraProblem(400, 'Specify a valid project ID or key');
			const { summary, description = '', project, issuetype } = read.data.fields;
			if (project.id !== PROJECT.id) return jiraProblem(400, 'valid project is required');
			if (issuetype.id !== ISSUE_TYPE) return jiraProblem(400, 'Specify a valid issue type');
			const id = String(20_001 + issues.length);
			const key = `${PROJECT.key}-${issues.length + 1}`;
			const self = `https://${JIRA_HOST}/rest/api/2/issue/${id}`;
			issues.push({ id, key, self, fields: { summary, description } });
			return { status: 201, body: { id, key, self } };
		},
		'POST /rest/api/2/search/jql': ({ body }) => {
			const read = search.safeParse(body);
			if (!read.success) return jiraProblem(400, 'Invalid request payload.');
			const [, phrase] = PHRASE.exec(read.data.jql) ?? [];
			if (phrase === undefined) return jiraProblem(400, `Error in the JQL Query: ${read.data.jql}`);
			const wanted = wordsOf(phrase);
			const found = issues.filter(({ fields }) => wordsOf(fields.summary).includes(wanted));
			const show = ({ fields: { summary }, ...issue }: Issue) => ({
				...issue,
				fields: read.data.fields.includes('summary') ? { summary } : {},
			});
			return { status: 200, body: { issues: found.map(show), isLast: true } };
		},
	};
}

/** Jira's text index knows words, no brackets. */
const wordsOf = (text: string): string =>
	` ${text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()} `;

function jiraProblem(status: number, message: string): Answer {
	return { status, body: { errorMessages: [message], errors: {} } };
}
