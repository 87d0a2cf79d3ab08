import type { IDisplayOptions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

const NOWHERE: INodePropertyOptions = {
	name: 'Nowhere: Rows Leave With the Item',
	value: 'nowhere',
	description: 'The node remembers nothing; the flow stores the rows and hands them back',
};

/** Which of the two ledgers a node looks at that changes nothing. `openLedgerToRead` reads it. */
export const testRunsProperty = (show: IDisplayOptions['show'] = {}): INodeProperties => ({
	displayName: 'Test Runs',
	name: 'testRuns',
	type: 'boolean',
	displayOptions: { show: { ...show, keepLedger: ['here', 'workflow'] } },
	default: false,
	description:
		'Whether to look at what test runs in the editor have left, instead of at the real ledger',
});

/**
 * The choice of where a node keeps the ledger, in the same words on every node. `openLedger` reads
 * it.
 *
 * @param show when the node shows the choice, such as for one of its operations
 * @param choices whether a node may do without: not where the ledger is all that it is about
 */
export const ledgerProperties = (
	show: IDisplayOptions['show'] = {},
	{ nowhere = true }: { nowhere?: boolean } = {},
): INodeProperties[] => [
	{
		displayName: 'Keep Ledger',
		name: 'keepLedger',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show },
		default: 'here',
		description:
			'Where the ledger is kept: what happened, where each handoff stands, and who does the next step',
		options: [
			{
				name: 'In Data Tables of This Project',
				value: 'here',
				description: 'By n8n itself: tables in the project of this workflow, made on first use',
			},
			{
				name: 'By a Workflow of Mine',
				value: 'workflow',
				description: 'In a database or a spreadsheet, by a workflow that answers the calls',
			},
			...(nowhere ? [NOWHERE] : []),
		],
	},
	{
		displayName: 'Ledger Name',
		name: 'ledgerName',
		type: 'string',
		displayOptions: { show: { ...show, keepLedger: ['here', 'workflow'] } },
		default: '',
		placeholder: 'e.g. acme',
		description:
			'For agencies that serve several clients in one project: whose ledger this is, in small letters, digits and underscores. Each name has tables of its own, such as acme_handoff_ledger. The same on all nodes of a client; empty when there is one ledger.',
	},
	{
		displayName: 'Ledger Workflow',
		name: 'ledgerWorkflow',
		type: 'workflowSelector',
		required: true,
		displayOptions: { show: { ...show, keepLedger: ['workflow'] } },
		default: '',
		description: 'The workflow that keeps the ledger. It is called with one item for each call.',
	},
];
