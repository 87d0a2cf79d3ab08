import { z } from 'zod';
import { KEYS } from './credentials';
import { createVendor, type Answer, type Routes } from './vendor';

const newIssue = z.object({
	title: z.string().min(1),
	body: z.string().default(''),
	labels: z.array(z.string()).default([]),
	assignees: z.array(z.string()).default([]),
});

interface GithubIssue {
	number: number;
	title: string;
	body: string;
	state: string;
	html_url: string;
	updated_at: string;
}

const REPOSITORY = 'studio/product';
const PAGE = 100;

/** Stands in for GitHub: one repository and its issues. */
export function createGithub() {
	const issues: GithubIssue[] = [];
	return {
		...createVendor({
			name: 'GitHub',
			hosts: ['api.github.com'],
			routes: routesOf(issues),
			authorize: ({ headers: { authorization = '' } }) =>
				authorization.endsWith(` ${KEYS.github}`)
					? undefined
					: githubProblem(401, 'Bad credentials'),
			answerUnknown: () => githubProblem(404, 'Not Found'),
			answerBusy: () => ({
				...githubProblem(429, 'You have exceeded a secondary rate limit.'),
				headers: { 'retry-after': '1' },
			}),
			answerBroken: () => githubProblem(500, 'Server Error'),
		}),
		/** Every issue so far, oldest first. */
		issues: (): GithubIssue[] => [...issues],
	};
}

const routesOf = (issues: GithubIssue[]): Routes => ({
	'GET /repos/:owner/:repository/issues': ({ params, query }) => {
		if (`${params.owner}/${params.repository}` !== REPOSITORY)
			return githubProblem(404, 'Not Found');
		const since = Date.parse(query.get('since') ?? '1970-01-01');
		const state = query.get('state') ?? 'open';
		const found = issues.filter(
			(issue) =>
				Date.parse(issue.updated_at) >= since && (state === 'all' || state === issue.state),
		);
		const size = Number(query.get('per_page') ?? 30);
		const start = (Number(query.get('page') ?? 1) - 1) * Math.min(size, PAGE);
		return { status: 200, body: found.reverse().slice(start, start + size) };
	},
	'POST /repos/:owner/:repository/issues': ({ params, body }) => {
		if (`${params.owner}/${params.repository}` !== REPOSITORY)
			return githubProblem(404, 'Not Found');
		const read = newIssue.safeParse(body);
		if (!read.success) return githubProblem(422, 'Validation Failed');
		const number = issues.length + 1;
		const issue = {
			number,
			title: read.data.title,
			body: read.data.body,
			state: 'open',
			html_url: `https://github.com/${REPOSITORY}/issues/${number}`,
			updated_at: new Date().toISOString(),
		};
		issues.push(issue);
		return { status: 201, body: issue };
	},
});

function githubProblem(status: number, message: string): Answer {
	return { status, body: { message, documentation_url: 'https://docs.github.com/rest' } };
}
