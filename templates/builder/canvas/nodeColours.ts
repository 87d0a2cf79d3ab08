const OURS = '#3447c9';
const FLOW = '#4c8c4a';
const STORE = '#8a5a00';
const OTHERS = '#7a7f8c';

const FLOW_NODES = new Set([
	'if',
	'switch',
	'filter',
	'wait',
	'noOp',
	'set',
	'code',
	'merge',
	'splitInBatches',
	'splitOut',
	'executeWorkflow',
	'stopAndError',
]);

/** One colour each for our nodes, the nodes that steer, the store, and the vendors. */
export function colourOf(type: string): string {
	const [vendor = '', name = ''] = type.split('.');
	if (vendor === 'n8n-nodes-handoff') return OURS;
	if (name === 'dataTable') return STORE;
	return FLOW_NODES.has(name) || name.endsWith('Trigger') ? FLOW : OTHERS;
}
