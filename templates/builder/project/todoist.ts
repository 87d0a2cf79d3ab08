import { placeholder, type ProjectAdapter } from '../combinations/adapters';

const TYPE = 'n8n-nodes-base.todoist';
const PROJECT = placeholder('Todoist project');

/** Version 2.2 of the node is the first for the present interface of Todoist. */
export const todoist: ProjectAdapter = {
	label: 'Todoist',
	system: 'todoist',
	findTask: (node) => ({
		...node,
		type: TYPE,
		typeVersion: 2.2,
		notes: 'Choose the project',
		parameters: {
			authentication: 'apiKey',
			resource: 'task',
			operation: 'getAll',
			returnAll: true,
			filters: { projectId: PROJECT },
		},
	}),
	createTask: (node, { title, message }) => ({
		...node,
		type: TYPE,
		typeVersion: 2.2,
		onError: 'continueErrorOutput',
		notes: 'Choose the same project',
		parameters: {
			authentication: 'apiKey',
			resource: 'task',
			operation: 'create',
			project: { __rl: true, mode: 'list', value: PROJECT },
			labels: [],
			content: `=${title}`,
			options: { description: `={{ ${message}.markdown }}` },
		},
	}),
	task: {
		id: '$json.id',
		title: '$json.content',
		url: "'https://app.todoist.com/app/task/' + $json.id",
	},
	setUp: ['**Todoist**: an API token of a member of the project.'],
};
