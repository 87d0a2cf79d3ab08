import { z } from 'zod';
import { KEYS } from './credentials';
import { createVendor, type Answer } from './vendor';

const graphql = z.object({ query: z.string(), variables: z.record(z.unknown()).default({}) });
const creation = z.object({
	teamId: z.string(),
	title: z.string().min(1),
	description: z.string().default(''),
});
const search = z.object({ mark: z.string() });

interface LinearIssue {
	id: string;
	identifier: string;
	title: string;
	description: string;
}

const TEAM = '9cfb482a-81e3-4154-b5b9-2c805e70a02d';

/** Stands in for Linear: one team, its issues, and the search for the end of a title. */
export function createLinear() {
	const issues: LinearIssue[] = [];
	return {
		...createVendor({
			name: 'Linear',
			hosts: ['api.linear.app'],
			routes: { 'POST /graphql': ({ body }) => answer(issues, body) },
			authorize: ({ headers }) =>
				headers.authorization === KEYS.linear
					? undefined
					: linearProblem(401, 'AUTHENTICATION_ERROR', 'Authentication required'),
			answerUnknown: () => linearProblem(404, 'NOT_FOUND', 'Not found'),
			answerBusy: () => linearProblem(429, 'RATELIMITED', 'Rate limit exceeded'),
			answerBroken: () => linearProblem(500, 'INTERNAL_SERVER_ERROR', 'Internal server error'),
		}),
		/** Every issue so far, oldest first. */
		issues: (): LinearIssue[] => [...issues],
	};
}

function answer(issues: LinearIssue[], body: unknown): Answer {
	const { query, variables } = graphql.parse(body);
	if (query.includes('issueCreate')) return createIssue(issues, variables);
	const read = search.safeParse(variables);
	if (!read.success || !query.includes('endsWith: $mark')) {
		return linearProblem(400, 'GRAPHQL_VALIDATION_FAILED', 'Unknown query');
	}
	const nodes = issues
		.filter(({ title }) => title.endsWith(read.data.mark))
		.map(({ id, identifier, title }) => ({ id, identifier, title }));
	return { status: 200, body: { data: { issues: { nodes } } } };
}

function createIssue(issues: LinearIssue[], variables: unknown): Answer {
	const read = creation.safeParse(variables);
	if (!read.success) return linearProblem(400, 'BAD_USER_INPUT', 'Argument Validation Error');
	const { teamId, title, description } = read.data;
	if (teamId !== TEAM) return linearProblem(400, 'INPUT_ERROR', 'Entity not found: Team');
	const number = issues.length + 1;
	const id = `aaaaaaaa-0000-4000-8000-${String(number).padStart(12, '0')}`;
	const issue = { id, identifier: `ENG-${number}`, title, description };
	issues.push(issue);
	return { status: 200, body: { data: { issueCreate: { success: true, issue } } } };
}

function linearProblem(status: number, code: string, message: string): Answer {
	return { status, body: { errors: [{ message, extensions: { code } }] } };
}
