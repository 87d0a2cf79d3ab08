import { NAMES } from '../../../templates/builder/nodes/names';
import { move, nodeIn } from '../../templates/plant';
import { edit, give, type Fault } from './fault';

/** What makes a canvas hard to read. */
export const ON_THE_CANVAS: Fault[] = [
	{
		fault: 'a node on top of another',
		plant: (copy) =>
			(nodeIn(copy, NAMES.tellPerson).position = nodeIn(copy, NAMES.findPerson).position),
		rule: 'overlapping-nodes',
	},
	{
		fault: 'a node half on a note',
		plant: give('Lane: ready?', 'width', 1200),
		rule: 'half-in-sticky',
	},
	{
		fault: 'a node off the grid',
		plant: (copy) => move(copy, NAMES.gate, 3),
		rule: 'off-grid',
	},
	{
		fault: 'a node with its keys in another order',
		plant: (copy) => {
			const node = nodeIn(copy, NAMES.gate);
			const { id } = node;
			Reflect.deleteProperty(node, 'id');
			node.id = id;
		},
		rule: 'not-canonical',
	},
	{
		fault: 'no note that explains the flow',
		plant: (copy) => copy.nodes.splice(0, 1),
		rule: 'no-overview',
	},
	{
		fault: 'an explanation without set-up',
		plant: edit('Overview', 'content', (text) => text.replace('### Setup', '')),
		rule: 'no-overview',
	},
];
