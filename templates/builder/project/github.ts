import { placeholder, type ProjectAdapter } from '../combinations/adapters';

const TYPE = 'n8n-nodes-base.github';
const pick = (what: string) => ({ __rl: true, mode: 'list', value: placeholder(what) });
const REPOSITORY = {
	owner: pick('GitHub owner'),
	repository: pick('GitHub repository for new issues'),
};

export const github: ProjectAdapter = {
	label: 'GitHub',
	system: 'github',
	findTask: (node, { since }) => ({
		...node,
		type: TYPE,
		typeVersion: 1.1,
		notes: 'Choose owner and repository',
		parameters: {
			authentication: 'accessToken',
			resource: 'repository',
			operation: 'getIssues',
			...REPOSITORY,
			returnAll: true,
			getRepositoryIssuesFilters: { state: 'all', since: `={{ ${since} }}` },
		},
	}),
	createTask: (node, { title, message }) => ({
		...node,
		type: TYPE,
		typeVersion: 1.1,
		onError: 'continueErrorOutput',
		notes: 'Choose the same repository',
		parameters: {
			authentication: 'accessToken',
			resource: 'issue',
			operation: 'create',
			...REPOSITORY,
			title: `=${title}`,
			body: `={{ ${message}.markdown }}`,
			labels: [],
			assignees: [],
		},
	}),
	task: {
		id: '$json.number',
		title: '$json.title',
		url: '$json.html_url',
	},
	setUp: ['**GitHub**: a token that may read and write the issues of the repository.'],
};
