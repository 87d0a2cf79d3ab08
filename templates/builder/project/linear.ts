import { placeholder, type ProjectAdapter } from '../combinations/adapters';
import { firstOf, NAMES } from '../nodes/names';
import { httpCall } from '../nodes/coreNodes';

const SEARCH =
	'query ($mark: String!) { issues(filter: { title: { endsWith: $mark } }) { nodes { id identifier title } } }';

export const linear: ProjectAdapter = {
	label: 'Linear',
	system: 'linear',
	settings: { linearWorkspace: placeholder('Linear workspace (linear.app/WORKSPACE)') },
	/** n8n's node can only list all issues of the workspace. */
	findTask: (node, { mark }) =>
		httpCall({
			...node,
			method: 'POST',
			url: 'https://api.linear.app/graphql',
			credential: 'linearApi',
			body: `={{ JSON.stringify({ query: '${SEARCH}', variables: { mark: (${mark}).trim() } }) }}`,
		}),
	createTask: (node, { title, text }) => ({
		...node,
		type: 'n8n-nodes-base.linear',
		typeVersion: 1.1,
		onError: 'continueErrorOutput',
		notes: 'Choose the team',
		parameters: {
			authentication: 'apiToken',
			resource: 'issue',
			operation: 'create',
			teamId: placeholder('Linear team'),
			title: `={{ ${title} }}`,
			additionalFields: { description: `={{ ${text} }}` },
		},
	}),
	task: {
		listed: (answer) => `${answer}.data.issues.nodes`,
		id: (task) => `${task}.identifier`,
		title: (task) => `${task}.title`,
		url: (task) =>
			`'https://linear.app/' + ${firstOf(NAMES.settings)}.linearWorkspace + '/issue/' + ${task}.identifier`,
	},
	setUp: ['**Linear**: an API key of a member of the team.'],
};
