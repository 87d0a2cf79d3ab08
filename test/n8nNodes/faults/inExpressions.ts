import { NAMES } from '../../../templates/builder/nodes/names';
import { nodeIn } from '../../templates/plant';
import { give, type Fault } from './fault';

/** What can go wrong in an expression. */
export const IN_EXPRESSIONS: Fault[] = [
	{
		fault: 'an expression that reads from a node that was renamed',
		plant: (copy) => (nodeIn(copy, NAMES.settings).name = 'Settings'),
		rule: 'missing-reference',
		also: ['missing-source', 'missing-target', 'unreachable-node', 'late-reference'],
	},
	{
		fault: 'an expression that reads from a node that does not exist',
		plant: give(NAMES.createTask, 'name', "={{ $('Gone').item.json.a }}"),
		rule: 'missing-reference',
	},
	{
		fault: 'an expression that reads from a node that runs later',
		plant: give(NAMES.owner, 'url', `={{ $('${NAMES.createTask}').item.json.url }}`),
		rule: 'late-reference',
	},
	{
		fault: 'an expression with a bracket too few',
		plant: give(NAMES.createTask, 'name', '={{ [$json.a }}'),
		rule: 'broken-expression',
	},
	{
		fault: 'an expression that is not closed',
		plant: give(NAMES.createTask, 'name', '={{ $json.a'),
		rule: 'broken-expression',
	},
	{
		fault: 'an expression without its equals sign',
		plant: give(NAMES.createTask, 'name', 'Deal {{ $json.name }}'),
		rule: 'expression-as-text',
	},
	{
		fault: 'an expression where n8n takes none',
		plant: give(NAMES.createTask, 'operation', '={{ $json.operation }}'),
		rule: 'no-expression-here',
		also: ['hidden-parameter'],
	},
];
