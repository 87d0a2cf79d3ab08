import type { ProjectRole, Role } from '../roles';

/** The list that is chosen for new projects. */
const PROJECTS = '901';

export const clickupProject: Role<ProjectRole> = ({ clickup }) => ({
	failNext: clickup.failNext,
	clearFaults: clickup.clearFaults,
	tasks: () =>
		clickup
			.tasks()
			.filter(({ list }) => list === PROJECTS)
			.map(({ name, content, url }) => ({ title: name, text: content, url })),
	create: { match: /^POST .*\/list\/901\/task$/ },
});
