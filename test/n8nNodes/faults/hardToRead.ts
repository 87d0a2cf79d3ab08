import { NAMES } from '../../../templates/builder/nodes/names';
import type { Copy } from '../../templates/plant';
import { give, type Fault } from './fault';

const FAR_BELOW = 9000;

/** Adds a node that nothing leads to, apart from all others. */
function add(copy: Copy, name: string, node: Pick<Copy['nodes'][number], 'type' | 'typeVersion'>) {
	const position = [copy.nodes.length * 240, FAR_BELOW];
	copy.nodes.push({ id: name, name, ...node, position, parameters: {} });
}

/** What works, but nobody can follow. */
export const HARD_TO_READ: Fault[] = [
	{
		fault: 'an expression that is longer than a person reads',
		plant: give(NAMES.createTask, 'name', `={{ ${'$json.name + '.repeat(16)}'!' }}`),
		rule: 'long-expression',
	},
	{
		fault: 'more nodes than a person takes in',
		plant: (copy) => {
			for (let place = 0; place <= 30; place += 1) {
				add(copy, `Step ${place}`, { type: 'n8n-nodes-base.noOp', typeVersion: 1 });
			}
		},
		rule: 'too-many-nodes',
		also: ['unreachable-node'],
	},
	{
		fault: 'a table beside the ledger',
		plant: (copy) => add(copy, 'Table', { type: 'n8n-nodes-base.dataTable', typeVersion: 1.1 }),
		rule: 'data-table-node',
		also: ['unreachable-node', 'missing-value'],
	},
];
