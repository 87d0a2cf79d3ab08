import type { ProjectRole, Role } from '../roles';

export const asanaProject: Role<ProjectRole> = ({ asana }) => ({
	failNext: asana.failNext,
	clearFaults: asana.clearFaults,
	tasks: () =>
		asana
			.tasks()
			.map(({ name, notes, permalink_url }) => ({ title: name, text: notes, url: permalink_url })),
	create: { match: /^POST/ },
});
