import { placeholder, type ProjectAdapter } from '../combinations/adapters';

const TYPE = 'n8n-nodes-base.asana';
const PROJECT = placeholder('Asana project for new tasks');

export const asana: ProjectAdapter = {
	label: 'Asana',
	system: 'asana',
	findTask: (node, { since }) => ({
		...node,
		type: TYPE,
		typeVersion: 1,
		notes: 'Choose the project',
		parameters: {
			authentication: 'accessToken',
			resource: 'task',
			operation: 'getAll',
			returnAll: true,
			filters: {
				project: PROJECT,
				opt_fields: ['name', 'permalink_url'],
				modified_since: `={{ ${since} }}`,
			},
		},
	}),
	createTask: (node, { title, message }) => ({
		...node,
		type: TYPE,
		typeVersion: 1,
		onError: 'continueErrorOutput',
		notes: 'Choose workspace and the same project',
		parameters: {
			authentication: 'accessToken',
			resource: 'task',
			operation: 'create',
			workspace: placeholder('Asana workspace'),
			name: `=${title}`,
			otherProperties: { notes: `={{ ${message}.text }}`, projects: [PROJECT] },
		},
	}),
	task: {
		id: '$json.gid',
		title: '$json.name',
		url: '$json.permalink_url',
	},
	setUp: ['**Asana**: a personal access token of a member of the project.'],
};
