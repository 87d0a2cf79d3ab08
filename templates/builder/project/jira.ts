import { placeholder, type ProjectAdapter } from '../combinations/adapters';

const TYPE = 'n8n-nodes-base.jira';
const pick = (what: string) => ({ __rl: true, mode: 'list', value: placeholder(what) });

export const jira: ProjectAdapter = {
	label: 'Jira',
	system: 'jira',
	/** Jira's search ignores brackets; which of the issues it is, the flow tells by the whole mark. */
	findTask: (node, { mark }) => ({
		...node,
		type: TYPE,
		typeVersion: 1,
		parameters: {
			jiraVersion: 'cloud',
			resource: 'issue',
			operation: 'getAll',
			returnAll: true,
			options: {
				fields: 'summary',
				jql: `=summary ~ "\\"${mark.slice(1, -1)}\\""`,
			},
		},
	}),
	createTask: (node, { title, message }) => ({
		...node,
		type: TYPE,
		typeVersion: 1,
		onError: 'continueErrorOutput',
		notes: 'Choose project and type',
		parameters: {
			jiraVersion: 'cloud',
			resource: 'issue',
			operation: 'create',
			project: pick('Jira project'),
			issueType: pick('Jira issue type'),
			summary: `=${title}`,
			additionalFields: { description: `={{ ${message}.text }}` },
		},
	}),
	task: {
		id: '$json.key',
		title: '$json.fields.summary',
		url: "$json.self.split('/rest/')[0] + '/browse/' + $json.key",
	},
	setUp: ['**Jira**: address, e-mail and API token of a user who may create issues there.'],
};
