import { STICKY } from '../canvas/box';
import { textsIn } from '../file/textsIn';
import type { WorkflowNode } from '../file/workflowFile';
import { remark, type Remark } from '../remark';

/** So much a person takes in at one look, in the field of a node. */
const LONGEST = 200;
/** So many nodes can be read on a screen. */
const MOST_NODES = 34;

const ACCEPT = 'n8n-nodes-handoff.handoffAccept';
const DATA_TABLES = ['n8n-nodes-base.dataTable', 'n8n-nodes-base.dataTableTool'];

/** Whether a person can read the flow: short expressions and, of a handoff, what people decide. */
export const lintReadable = (nodes: readonly WorkflowNode[]): Remark[] => [
	...nodes.flatMap(longExpressions),
	...(nodes.some(({ type }) => type === ACCEPT) ? lintHandoff(nodes) : []),
];

const longExpressions = ({ name, parameters }: WorkflowNode): Remark[] =>
	textsIn(parameters, 'parameters')
		.filter(({ text }) => text.startsWith('=') && text.length > LONGEST)
		.map(({ at, text }) =>
			remark('long-expression', {
				node: name,
				at,
				message: `The expression has ${text.length} characters; more than ${LONGEST} nobody reads.`,
				remedy: 'Use several short fields, or a node that is made for it.',
			}),
		);

/** What people were told is nothing that the ledger keeps. */
const keepsMessages = (parameters: WorkflowNode['parameters']): boolean =>
	textsIn(parameters, '').some(({ text }) => text.endsWith('_messages'));

function lintHandoff(nodes: readonly WorkflowNode[]): Remark[] {
	const count = nodes.filter(({ type }) => type !== STICKY).length;
	const tables = nodes
		.filter(({ type }) => DATA_TABLES.includes(type))
		.filter(({ parameters }) => !keepsMessages(parameters))
		.map(({ name }) =>
			remark('data-table-node', {
				node: name,
				at: 'type',
				message: 'A handoff flow needs no Data Table: our nodes keep the ledger by themselves.',
				remedy: 'Leave it to “Keep Ledger” of the nodes.',
			}),
		);
	if (count <= MOST_NODES) return tables;
	const message = `The flow has ${count} nodes; more than ${MOST_NODES} cannot be read at a look.`;
	const remedy = 'Take out what a node of ours does by itself.';
	return [...tables, remark('too-many-nodes', { at: 'nodes', message, remedy })];
}
