import type { ProjectRole, Role } from '../roles';

export const mondayProject: Role<ProjectRole> = ({ monday }) => ({
	failNext: monday.failNext,
	clearFaults: monday.clearFaults,
	tasks: () =>
		monday.items().map(({ id, name, updates }) => ({
			title: name,
			text: updates.join(),
			url: `https://studio.monday.com/boards/70001/pulses/${id}`,
		})),
	create: { match: /^POST/ },
});
