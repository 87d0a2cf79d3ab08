import type { ProjectRole, Role } from '../roles';

export const clickupProject: Role<ProjectRole> = ({ clickup }) => ({
	failNext: clickup.failNext,
	clearFaults: clickup.clearFaults,
	tasks: () =>
		clickup.tasks().map(({ name, content, url }) => ({ title: name, text: content, url })),
	create: { match: /^POST/ },
});
