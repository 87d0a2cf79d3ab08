import { placeholder, type ProjectAdapter } from '../combinations/adapters';
import { httpCall } from '../nodes/coreNodes';

/** One board for each record, copied from a board that serves as the template. */
export const trello: ProjectAdapter = {
	label: 'Trello',
	system: 'trello',
	findTask: (node) => ({
		...httpCall({
			...node,
			url: 'https://api.trello.com/1/members/me/boards',
			credential: 'trelloApi',
			query: { fields: 'name,url' },
		}),
		alwaysOutputData: true,
	}),
	createTask: (node, { title, message }) => ({
		...node,
		type: 'n8n-nodes-base.trello',
		typeVersion: 1,
		onError: 'continueErrorOutput',
		notes: 'Enter the template board',
		parameters: {
			authentication: 'apiKey',
			resource: 'board',
			operation: 'create',
			name: `=${title}`,
			description: `={{ ${message}.markdown }}`,
			additionalFields: {
				idBoardSource: placeholder('id of the Trello board to copy'),
				keepFromSource: 'cards',
				prefs_permissionLevel: 'org',
			},
		},
	}),
	task: {
		id: '$json.id',
		title: '$json.name',
		url: '$json.url',
	},
	setUp: [
		'**Trello**: key and token of a member who may create boards. The id of the template board stands in its address with `.json` added.',
	],
};
