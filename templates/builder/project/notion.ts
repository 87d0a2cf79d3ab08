import { placeholder, type ProjectAdapter } from '../combinations/adapters';

const TYPE = 'n8n-nodes-base.notion';
/** Notion takes no longer text in one piece. */
const LONGEST_TEXT = 2000;
const DATABASE = {
	resource: 'databasePage',
	databaseId: { __rl: true, mode: 'list', value: placeholder('Notion database of projects') },
};

export const notion: ProjectAdapter = {
	label: 'Notion',
	system: 'notion',
	findTask: (node, { mark }) => ({
		...node,
		type: TYPE,
		typeVersion: 2.2,
		notes: 'Choose the database',
		parameters: {
			authentication: 'apiKey',
			operation: 'getAll',
			...DATABASE,
			returnAll: true,
			filterType: 'json',
			// “title” is the id of the title of a page, whatever people call it.
			filterJson: `={ "property": "title", "title": { "ends_with": "${mark}" } }`,
			options: {},
		},
	}),
	createTask: (node, { title, message }) => ({
		...node,
		type: TYPE,
		typeVersion: 2.2,
		onError: 'continueErrorOutput',
		notes: 'Choose the same database',
		parameters: {
			authentication: 'apiKey',
			operation: 'create',
			...DATABASE,
			title: `=${title}`,
			propertiesUi: {},
			blockUi: {
				blockValues: [
					{
						type: 'paragraph',
						textContent: `={{ ${message}.text.slice(0, ${LONGEST_TEXT}) }}`,
					},
				],
			},
			options: {},
		},
	}),
	task: {
		id: '$json.id',
		title: '$json.name',
		url: '$json.url',
	},
	setUp: ['**Notion**: an internal integration that the database is shared with.'],
};
