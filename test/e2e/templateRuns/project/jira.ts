import type { ProjectRole, Role } from '../roles';

export const jiraProject: Role<ProjectRole> = ({ jira }) => ({
	failNext: jira.failNext,
	clearFaults: jira.clearFaults,
	tasks: () =>
		jira.issues().map(({ key, fields }) => ({
			title: fields.summary,
			text: fields.description,
			url: `https://studio.atlassian.net/browse/${key}`,
		})),
	create: { match: /issue$/ },
});
