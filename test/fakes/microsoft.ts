import { KEYS } from './credentials';
import { plannerRoutes, type PlannerTask } from './microsoftPlanner';
import { teamsRoutes, type TeamsMessage } from './microsoftTeams';
import { createVendor, type Answer } from './vendor';

/** Stands in for Microsoft Graph: the channels of a team, and the tasks of a plan. */
export function createMicrosoft() {
	const messages: TeamsMessage[] = [];
	const tasks: PlannerTask[] = [];
	return {
		...createVendor({
			name: 'Microsoft',
			hosts: ['graph.microsoft.com'],
			routes: { ...teamsRoutes(messages), ...plannerRoutes(tasks) },
			authorize: ({ headers }) =>
				headers.authorization === `Bearer ${KEYS.microsoft}`
					? undefined
					: graphProblem(401, 'InvalidAuthenticationToken', 'Access token is empty.'),
			answerUnknown: () => graphProblem(404, 'ResourceNotFound', 'Resource not found'),
			answerBusy: () => ({
				...graphProblem(429, 'TooManyRequests', 'Too many requests'),
				headers: { 'retry-after': '1' },
			}),
			answerBroken: () => graphProblem(500, 'InternalServerError', 'Internal server error'),
		}),
		/** Every message in a channel so far, oldest first. */
		messages: (): TeamsMessage[] => [...messages],
		/** Every task so far, oldest first. */
		tasks: (): PlannerTask[] => [...tasks],
	};
}

function graphProblem(status: number, code: string, message: string): Answer {
	return { status, body: { error: { code, message } } };
}
