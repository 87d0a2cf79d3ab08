import { placeholder, type ProjectAdapter } from '../combinations/adapters';
import { ARRIVED, setting } from '../nodes/names';
import { httpCall } from '../nodes/coreNodes';

const SEARCH =
	'query ($mark: String!) { issues(filter: { title: { endsWith: $mark } }) { nodes { id identifier title } } }';

const ISSUE = '($json.data?.issues.nodes[0] ?? $json)';

export const linear: ProjectAdapter = {
	label: 'Linear',
	system: 'linear',
	settings: { linearWorkspace: placeholder('Linear workspace (linear.app/WORKSPACE)') },
	/** n8n's node can only list all issues of the workspace. */
	findTask: (node) =>
		httpCall({
			...node,
			method: 'POST',
			url: 'https://api.linear.app/graphql',
			credential: 'linearApi',
			members: { query: `'${SEARCH}'`, variables: `{ mark: ' ' + ${ARRIVED}.record.id + ']' }` },
		}),
	createTask: (node, { title, message }) => ({
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
			title: `=${title}`,
			additionalFields: { description: `={{ ${message}.markdown }}` },
		},
	}),
	/** A search answers with a list in the only item, the creation with the issue. */
	task: {
		id: `${ISSUE}.identifier`,
		title: `${ISSUE}.title`,
		url: `'https://linear.app/' + ${setting('linearWorkspace')} + '/issue/' + ${ISSUE}.identifier`,
	},
	setUp: ['**Linear**: an API key of a member of the team.'],
};
