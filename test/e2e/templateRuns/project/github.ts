import type { ProjectRole, Role } from '../roles';

export const githubProject: Role<ProjectRole> = ({ github }) => ({
	failNext: github.failNext,
	clearFaults: github.clearFaults,
	tasks: () =>
		github.issues().map(({ title, body, html_url }) => ({ title, text: body, url: html_url })),
	create: { match: /^POST/ },
});
