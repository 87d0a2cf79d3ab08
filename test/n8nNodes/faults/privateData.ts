import { NAMES } from '../../../templates/builder/nodes/names';
import { nodeIn } from '../../templates/plant';
import { give, type Fault } from './fault';

/** What must not leave the account of its author. */
export const PRIVATE: Fault[] = [
	{
		fault: 'the id of somebody’s workflow',
		plant: (copy) => Object.assign(copy, { id: 'u8dA2kWz' }),
		rule: 'private-data',
		also: ['not-canonical'],
	},
	{
		fault: 'the name of somebody’s n8n',
		plant: (copy) => Object.assign(copy, { meta: { instanceId: 'f00d' } }),
		rule: 'private-data',
	},
	{
		fault: 'pinned data',
		plant: (copy) => Object.assign(copy, { pinData: { [NAMES.arrives]: [{ json: {} }] } }),
		rule: 'private-data',
		also: ['not-canonical'],
	},
	{
		fault: 'a workflow that is active',
		plant: (copy) => Object.assign(copy, { active: true }),
		rule: 'private-data',
		also: ['not-canonical'],
	},
	{
		fault: 'the error workflow of somebody’s n8n',
		plant: (copy) => Object.assign(copy.settings, { errorWorkflow: 'u8dA2kWz' }),
		rule: 'private-data',
	},
	{
		fault: 'the id of a credential',
		plant: (copy) =>
			(nodeIn(copy, NAMES.tellPerson).credentials = { slackApi: { id: '7', name: 'Slack' } }),
		rule: 'private-data',
		also: ['not-canonical'],
	},
	{
		fault: 'a token in a parameter',
		plant: give(NAMES.settings, 'jsonOutput', '{ "key": "xoxb-1234567890-abcdef" }'),
		rule: 'secret',
	},
	{
		fault: 'a password in an address',
		plant: give(NAMES.owner, 'url', 'https://me:hunter2@crm.example/deal'),
		rule: 'secret',
	},
	{
		fault: 'a workflow chosen by its id in somebody’s n8n',
		plant: give(NAMES.each, 'workflowId', { __rl: true, mode: 'id', value: 'u8dA2kWz' }),
		rule: 'account-id',
	},
];
