import { NAMES } from '../../../templates/builder/nodes/names';
import { nodeIn, targetsIn, to } from '../../templates/plant';
import { type Fault } from './fault';

/** What can go wrong between nodes. */
export const IN_THE_FLOW: Fault[] = [
	{
		fault: 'a wire that begins at no node',
		plant: (copy) => (copy.connections.Gone = { main: [[to(NAMES.gate)]] }),
		rule: 'missing-source',
	},
	{
		fault: 'wires that use ids in place of names',
		plant: (copy) => {
			const { [NAMES.askReceiver]: wires } = copy.connections;
			if (wires) copy.connections[nodeIn(copy, NAMES.askReceiver).id] = wires;
		},
		rule: 'missing-source',
	},
	{
		fault: 'a wire that leads to no node',
		plant: (copy) => targetsIn(copy, NAMES.gate).push(to('Gone')),
		rule: 'missing-target',
	},
	{
		fault: 'a wire from an output that the node does not have',
		plant: (copy) => copy.connections[NAMES.owner]?.main.push([to(NAMES.record)]),
		rule: 'no-such-output',
	},
	{
		fault: 'a wire from an error output that is switched off',
		plant: (copy) => delete nodeIn(copy, NAMES.createTask).onError,
		rule: 'no-such-output',
	},
	{
		fault: 'a wire to an input that the node does not have',
		plant: (copy) => targetsIn(copy, NAMES.gate).push(to(NAMES.each, 1)),
		rule: 'no-such-input',
	},
	{
		fault: 'connections that are no connections',
		plant: (copy) => Object.assign(copy.connections, { [NAMES.tellFailed]: { main: 'x' } }),
		rule: 'broken-connection',
	},
	{
		fault: 'a node without a place',
		plant: (copy) => Object.assign(nodeIn(copy, NAMES.tellFailed), { position: null }),
		rule: 'broken-node',
		also: ['missing-target'],
	},
	{
		fault: 'a node to which no way leads',
		plant: (copy) => targetsIn(copy, NAMES.findPerson).splice(0),
		rule: 'unreachable-node',
		also: ['late-reference'],
	},
	{
		fault: 'a flow that nothing starts',
		plant: (copy) => {
			const triggers: string[] = [NAMES.schedule, NAMES.arrives];
			copy.nodes = copy.nodes.filter(({ name }) => !triggers.includes(name));
			for (const name of triggers) delete copy.connections[name];
		},
		rule: 'no-trigger',
		also: ['missing-reference'],
	},
	{
		fault: 'two nodes of one name',
		plant: (copy) => (nodeIn(copy, NAMES.tellUnanswered).name = NAMES.tellPerson),
		rule: 'duplicate-name',
		also: ['missing-target'],
	},
	{
		fault: 'two nodes of one id',
		plant: (copy) => (nodeIn(copy, NAMES.tellFailed).id = nodeIn(copy, NAMES.gate).id),
		rule: 'duplicate-id',
	},
	{
		fault: 'an error output that leads nowhere',
		plant: (copy) => copy.connections[NAMES.createTask]?.main.splice(1),
		rule: 'lost-error',
		also: ['unreachable-node', 'late-reference'],
	},
	{
		fault: 'a request that does not come back to Handoff Accept',
		plant: (copy) => delete copy.connections[NAMES.askReceiver],
		rule: 'no-notify-loop',
	},
	{
		fault: 'a request that does not come back to Handoff Fix',
		plant: (copy) => delete copy.connections[NAMES.askFixer],
		rule: 'no-notify-loop',
	},
	{
		fault: 'a look-up on the way of the request that stops the flow',
		plant: (copy) => delete nodeIn(copy, NAMES.findReceiver).onError,
		rule: 'stopping-loop',
	},
	{
		fault: 'a message that stops the flow',
		plant: (copy) => delete nodeIn(copy, NAMES.tellPerson).onError,
		rule: 'stopping-message',
	},
	{
		fault: 'a note that stops the flow',
		plant: (copy) => (nodeIn(copy, NAMES.note).onError = 'stopWorkflow'),
		rule: 'stopping-message',
	},
];
