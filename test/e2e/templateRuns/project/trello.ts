import type { ProjectRole, Role } from '../roles';

export const trelloProject: Role<ProjectRole> = ({ trello }) => ({
	failNext: trello.failNext,
	clearFaults: trello.clearFaults,
	tasks: () =>
		trello
			.boards()
			.map(({ name, desc, url, cards }) => ({ title: name, text: [desc, ...cards].join(), url })),
	create: { match: /^POST/ },
});
