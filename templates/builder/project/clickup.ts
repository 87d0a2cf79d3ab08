import { placeholder, type ProjectAdapter } from '../combinations/adapters';

const TYPE = 'n8n-nodes-base.clickUp';

/** The list is a real picker in the node, because nobody knows the number of a list by heart. */
const LIST = {
	team: placeholder('ClickUp workspace'),
	space: placeholder('ClickUp space'),
	folderless: true,
	list: placeholder('ClickUp list for new projects'),
};

export const clickup: ProjectAdapter = {
	label: 'ClickUp',
	system: 'clickup',
	findTask: (node, { since }) => ({
		...node,
		type: TYPE,
		typeVersion: 1,
		notes: 'Choose workspace, space and list',
		parameters: {
			authentication: 'accessToken',
			resource: 'task',
			operation: 'getAll',
			...LIST,
			returnAll: true,
			filters: { includeClosed: true, dateCreatedGt: `={{ ${since} }}` },
		},
	}),
	createTask: (node, { title, message }) => ({
		...node,
		type: TYPE,
		typeVersion: 1,
		onError: 'continueErrorOutput',
		notes: 'Choose the same list',
		parameters: {
			authentication: 'accessToken',
			resource: 'task',
			operation: 'create',
			...LIST,
			name: `=${title}`,
			additionalFields: { content: `={{ ${message}.markdown }}`, markdownContent: true },
		},
	}),
	task: {
		id: '$json.id',
		title: '$json.name',
		url: '$json.url',
	},
	setUp: ['**ClickUp**: an API token of a member who may create tasks.'],
};
