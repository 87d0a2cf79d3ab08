import type { ProjectRole, Role } from '../roles';

export const todoistProject: Role<ProjectRole> = ({ todoist }) => ({
	failNext: todoist.failNext,
	clearFaults: todoist.clearFaults,
	tasks: () =>
		todoist.tasks().map(({ id, content, description }) => ({
			title: content,
			text: description,
			url: `https://app.todoist.com/app/task/${id}`,
		})),
	create: { match: /^POST/ },
});
