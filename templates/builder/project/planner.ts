import { placeholder, type ProjectAdapter } from '../combinations/adapters';
import { NAMES } from '../nodes/names';
import { httpCall } from '../nodes/coreNodes';

const TYPE = 'n8n-nodes-base.microsoftTeams';
const CREDENTIAL = 'microsoftTeamsOAuth2Api';
const DETAILS = 'https://graph.microsoft.com/v1.0/planner/tasks';
const READ_DETAILS = 'Read the details of the task';
const pick = (what: string) => ({ __rl: true, mode: 'list', value: placeholder(what) });
const PLAN = {
	authentication: CREDENTIAL,
	resource: 'task',
	groupId: pick('Microsoft 365 group of the plan'),
	planId: pick('Planner plan'),
};

export const planner: ProjectAdapter = {
	label: 'Microsoft Planner',
	system: 'planner',
	findTask: (node) => ({
		...node,
		type: TYPE,
		typeVersion: 2,
		retry: true,
		alwaysOutputData: true,
		notes: 'Choose group and plan',
		parameters: { ...PLAN, operation: 'getAll', tasksFor: 'plan', returnAll: true },
	}),
	createTask: (node, { title }) => ({
		...node,
		type: TYPE,
		typeVersion: 2,
		onError: 'continueErrorOutput',
		notes: 'Choose group, plan and bucket',
		parameters: {
			...PLAN,
			operation: 'create',
			bucketId: pick('Planner bucket for new tasks'),
			title: `={{ ${title} }}`,
			options: {},
		},
	}),
	/** The text of a task is another resource there, and is only changed by whoever has read it. */
	describeTask: ([first, second], { task, text }) => [
		{
			...httpCall({
				name: READ_DETAILS,
				at: first,
				url: `=${DETAILS}/{{ ${task}.id }}/details`,
				credential: CREDENTIAL,
			}),
			onError: 'continueRegularOutput',
		},
		{
			...httpCall({
				name: NAMES.describeTask,
				at: second,
				method: 'PATCH',
				url: `=${DETAILS}/{{ ${task}.id }}/details`,
				credential: CREDENTIAL,
				headers: { 'If-Match': "={{ $json['@odata.etag'] }}" },
				body: `={{ JSON.stringify({ description: ${text}.replaceAll('**', '') }) }}`,
			}),
			onError: 'continueRegularOutput',
		},
	],
	task: {
		id: (task) => `${task}.id`,
		title: (task) => `${task}.title`,
		url: (task) =>
			`'https://planner.cloud.microsoft/webui/plan/' + ${task}.planId + '/view/board/task/' + ${task}.id`,
	},
	setUp: ['**Planner**: the Microsoft Teams credential of a member of the group.'],
};
