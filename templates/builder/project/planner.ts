import { placeholder, type ProjectAdapter } from '../combinations/adapters';
import { ARRIVED, NAMES } from '../nodes/names';
import { httpCall } from '../nodes/coreNodes';

const TYPE = 'n8n-nodes-base.microsoftTeams';
const CREDENTIAL = 'microsoftTeamsOAuth2Api';
const DETAILS = 'https://graph.microsoft.com/v1.0/planner/tasks';
const READ_DETAILS = 'Read the details of the task';
const pick = (what: string) => ({ __rl: true, mode: 'list', value: placeholder(what) });
const PLAN = {
	authentication: CREDENTIAL,
	resource: 'task',
	groupId: pick('Microsoft 365 group'),
	planId: pick('Planner plan'),
};

export const planner: ProjectAdapter = {
	label: 'Microsoft Planner',
	system: 'planner',
	findTask: (node) => ({
		...node,
		type: TYPE,
		typeVersion: 2,
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
			title: `=${title}`,
			options: {},
		},
	}),
	/** The text of a task is another resource there, and is only changed by whoever has read it. */
	describeTask: ([first, second]) => [
		{
			...httpCall({
				name: READ_DETAILS,
				at: first,
				url: `=${DETAILS}/{{ $json.id }}/details`,
				credential: CREDENTIAL,
			}),
			onError: 'continueRegularOutput',
		},
		{
			...httpCall({
				name: NAMES.describeTask,
				at: second,
				method: 'PATCH',
				url: `=${DETAILS}/{{ $('${NAMES.createTask}').item.json.id }}/details`,
				credential: CREDENTIAL,
				headers: { 'If-Match': "={{ $json['@odata.etag'] }}" },
				members: { description: `${ARRIVED}.message.text` },
			}),
			onError: 'continueRegularOutput',
		},
	],
	task: {
		id: '$json.id',
		title: '$json.title',
		url: "'https://planner.cloud.microsoft/webui/plan/' + $json.planId + '/view/board/task/' + $json.id",
	},
	setUp: ['**Planner**: the Microsoft Teams credential of a group member.'],
};
