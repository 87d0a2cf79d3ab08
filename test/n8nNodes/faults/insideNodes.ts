import { NAMES } from '../../../templates/builder/nodes/names';
import { nodeIn } from '../../templates/plant';
import { edit, give, type Fault } from './fault';

/** What can go wrong inside a node. */
export const INSIDE_NODES: Fault[] = [
	{
		fault: 'a node type that does not exist',
		plant: (copy) => (nodeIn(copy, NAMES.createTask).type = 'n8n-nodes-base.clickDown'),
		rule: 'unknown-node-type',
	},
	{
		fault: 'a node of a package that cannot be checked',
		plant: (copy) => (nodeIn(copy, NAMES.createTask).type = 'n8n-nodes-elsewhere.task'),
		rule: 'unknown-package',
	},
	{
		fault: 'a version that the node does not have',
		plant: (copy) => (nodeIn(copy, NAMES.tellPerson).typeVersion = 9),
		rule: 'unknown-type-version',
	},
	{
		fault: 'a parameter with a typing mistake',
		plant: give(NAMES.createTask, 'nmae', 'Project'),
		rule: 'unknown-parameter',
	},
	{
		fault: 'an option of a collection that does not exist',
		plant: give(NAMES.createTask, 'additionalFields.colour', 'red'),
		rule: 'unknown-parameter',
	},
	{
		fault: 'a parameter of our own node that does not exist',
		plant: give(NAMES.accept, 'deadline', '8h'),
		rule: 'unknown-parameter',
	},
	{
		fault: 'a parameter of another operation',
		plant: give(NAMES.createTask, 'id', '42'),
		rule: 'hidden-parameter',
	},
	{
		fault: 'an operation that the resource does not have',
		plant: give(NAMES.createTask, 'operation', 'conjure'),
		rule: 'unknown-option',
		also: ['hidden-parameter'],
	},
	{
		fault: 'a mode of our own node that does not exist',
		plant: give(NAMES.gate, 'mode', 'lenient'),
		rule: 'unknown-option',
	},
	{
		fault: 'a channel chosen in a way that does not exist',
		plant: give(NAMES.tellPerson, 'channelId.mode', 'nickname'),
		rule: 'unknown-locator-mode',
	},
	{
		fault: 'a channel chosen by its bare name',
		plant: give(NAMES.tellPerson, 'channelId', '#handoffs'),
		rule: 'broken-locator',
	},
	{
		fault: 'a group that the rules of a Switch do not have',
		plant: give(NAMES.next, 'rules', { rules: [{ outputKey: 'Accepted' }] }),
		rule: 'unknown-group',
		also: ['no-such-output'],
	},
	{
		fault: 'rows that are one row',
		plant: give(NAMES.next, 'rules.values', { outputKey: 'Accepted' }),
		rule: 'wrong-kind-of-value',
		also: ['broken-node'],
	},
	{
		fault: 'an unknown parameter in a row of a list',
		plant: give(NAMES.findReceiver, 'queryParameters.parameters.0.valeu', 'x'),
		rule: 'unknown-parameter',
	},
	{
		fault: 'no name for the task',
		plant: give(NAMES.createTask, 'name'),
		rule: 'missing-value',
	},
	{
		fault: 'a list that nobody chose and that has no placeholder',
		plant: give(NAMES.createTask, 'list', ''),
		rule: 'missing-value',
	},
	{
		fault: 'an address that was forgotten',
		plant: give(NAMES.writeLink, 'url'),
		rule: 'missing-value',
	},
	{
		fault: 'a switch that holds a text',
		plant: give(NAMES.findTask, 'returnAll', 'yes'),
		rule: 'wrong-kind-of-value',
	},
	{
		fault: 'a number that holds a word',
		plant: give(NAMES.schedule, 'rule.interval.0.minutesInterval', 'five'),
		rule: 'wrong-kind-of-value',
	},
	{
		fault: 'a condition without an operator',
		plant: give(NAMES.ownTask, 'conditions.conditions.0.operator'),
		rule: 'broken-filter',
	},
	{
		fault: 'settings that are not JSON',
		plant: edit(NAMES.settings, 'jsonOutput', (text) => `${text},`),
		rule: 'broken-json',
	},
	{
		fault: 'a policy that the gate refuses',
		plant: edit(NAMES.gate, 'policy', (text) =>
			text.replace('"kind": "email"', '"kind": "telepathy"'),
		),
		rule: 'broken-policy',
	},
	{
		fault: 'a credential of another vendor',
		plant: (copy) => (nodeIn(copy, NAMES.tellPerson).credentials = { githubApi: { name: 'x' } }),
		rule: 'wrong-credential',
		also: ['not-canonical'],
	},
	{
		fault: 'a credential that is left over from another choice',
		plant: (copy) =>
			(nodeIn(copy, NAMES.tellPerson).credentials = {
				slackApi: { name: 'Slack' },
				slackOAuth2Api: { name: 'Slack' },
			}),
		rule: 'unused-credential',
		also: ['not-canonical'],
	},
	{
		fault: 'a credential type that does not exist',
		plant: give(NAMES.owner, 'nodeCredentialType', 'hubspotSecretToken'),
		rule: 'unknown-credential',
	},
];
