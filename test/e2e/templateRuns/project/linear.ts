import type { ProjectRole, Role } from '../roles';

export const linearProject: Role<ProjectRole> = ({ linear }) => ({
	failNext: linear.failNext,
	clearFaults: linear.clearFaults,
	tasks: () =>
		linear.issues().map(({ identifier, title, description }) => ({
			title,
			text: description,
			url: `https://linear.app/studio/issue/${identifier}`,
		})),
	create: { match: /^POST/ },
});
