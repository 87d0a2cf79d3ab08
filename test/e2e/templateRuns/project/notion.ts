import type { ProjectRole, Role } from '../roles';

export const notionProject: Role<ProjectRole> = ({ notion }) => ({
	failNext: notion.failNext,
	clearFaults: notion.clearFaults,
	tasks: () => notion.pages(),
	create: { match: /pages$/ },
});
