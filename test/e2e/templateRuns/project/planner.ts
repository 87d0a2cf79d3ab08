import type { ProjectRole, Role } from '../roles';

export const plannerProject: Role<ProjectRole> = ({ microsoft }) => ({
	failNext: microsoft.failNext,
	clearFaults: microsoft.clearFaults,
	tasks: () =>
		microsoft.tasks().map(({ id, title, description, planId }) => ({
			title,
			text: description,
			url: `https://planner.cloud.microsoft/webui/plan/${planId}/view/board/task/${id}`,
		})),
	create: { match: /^POST .*planner\/tasks$/ },
});
