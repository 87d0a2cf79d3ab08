import { placeholder, type ProjectAdapter } from '../combinations/adapters';
import { ARRIVED, NAMES, setting } from '../nodes/names';

const TYPE = 'n8n-nodes-base.mondayCom';
const BOARD = {
	boardId: placeholder('monday.com board'),
	groupId: placeholder('monday.com group for new items'),
};
const boardItem = { authentication: 'accessToken', resource: 'boardItem' };

export const monday: ProjectAdapter = {
	label: 'monday.com',
	system: 'monday',
	settings: { mondayAccount: placeholder('monday.com account (ACCOUNT.monday.com)') },
	findTask: (node) => ({
		...node,
		type: TYPE,
		typeVersion: 1,
		notes: 'Choose board and group',
		parameters: { ...boardItem, operation: 'getAll', ...BOARD, returnAll: true },
	}),
	createTask: (node, { title }) => ({
		...node,
		type: TYPE,
		typeVersion: 1,
		onError: 'continueErrorOutput',
		notes: 'Choose the same board and group',
		parameters: {
			...boardItem,
			operation: 'create',
			...BOARD,
			name: `=${title}`,
			additionalFields: {},
		},
	}),
	/** An item has no text of its own there; what the team should read becomes its first update. */
	describeTask: ([at]) => [
		{
			name: NAMES.describeTask,
			at,
			type: TYPE,
			typeVersion: 1,
			retry: true,
			onError: 'continueRegularOutput',
			parameters: {
				...boardItem,
				operation: 'addUpdate',
				itemId: '={{ $json.id }}',
				value: `={{ ${ARRIVED}.message.html }}`,
			},
		},
	],
	task: {
		id: '$json.id',
		title: '$json.name',
		url: `'https://' + ${setting('mondayAccount')} + '.monday.com/boards/' + $('${NAMES.createTask}').params.boardId + '/pulses/' + $json.id`,
	},
	setUp: ['**monday.com**: an API token of a member who may create items on the board.'],
};
