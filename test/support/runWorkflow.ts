import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type IConnections,
	type ICredentialDataDecryptedObject,
	type ICredentialsHelper,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type IRun,
	type IRunExecutionData,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import type { FakeDataTables } from './fakeDataTables';

const SOURCE = 'Source';
const PACKAGE = 'n8n-nodes-handoff';

export interface Given {
	/** The node under test. */
	node: INodeType;
	parameters?: INodeParameters;
	/** What arrives: records, or whole items when pairing or binary data matter. */
	items: Array<IDataObject | INodeExecutionData>;
	onError?: INode['onError'];
	/** More settings of the node, such as its name. */
	settings?: Partial<INode>;
	/** What the node's credentials hold, by their type. */
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	host?: Host;
}

/** What n8n brings along besides the node, and how it runs it. */
export interface Host {
	mode?: WorkflowExecuteMode;
	executionId?: string;
	/** What n8n draws once for an execution, and keeps when it retries it. */
	token?: string;
	/** The Data Tables on which inner workflows work. */
	tables?: FakeDataTables;
	/** Answers a node that calls a workflow of the user with one item. */
	callWorkflow?: (item: IDataObject) => IDataObject[];
}

export interface NodeRun {
	run: IRun;
	/** Items of one output, by the number of the output. Never undefined: an empty lane is []. */
	output(index: number): INodeExecutionData[];
	/** The records of one output. */
	records(index: number): IDataObject[];
	/** The error that stopped the workflow. */
	error: { message: string; description?: string | null } | undefined;
}

/**
 * Runs one node inside a real workflow run of n8n-core: Source -> node -> one sink for each output.
 * The sinks are real nodes of the run, so what they received is what n8n routed.
 */
export async function runNode(given: Given): Promise<NodeRun> {
	const outputs = outputCount(given);
	const name = given.settings?.name ?? given.node.description.displayName;
	const workflow = buildWorkflow(given, {
		nodes: range(outputs).map((index) => nodeOf(`Output ${index}`, 'sink')),
		connections: connect(name, outputs),
	});
	const run = await runOn(given, workflow, startData(workflow, given));
	return describeRun(run, outputs);
}

/** The tested node, the source before it, and whatever else the flow has. */
export function buildWorkflow(
	given: Given,
	{ nodes, connections }: { nodes: INode[]; connections: IConnections },
): Workflow {
	const name = given.settings?.name ?? given.node.description.displayName;
	const tested: INode = {
		...nodeOf(name, 'tested', given.parameters),
		...(given.onError === undefined ? {} : { onError: given.onError }),
		credentials: Object.fromEntries(
			Object.keys(given.credentials ?? {}).map((type) => [type, { id: type, name: type }]),
		),
		...given.settings,
	};
	return new Workflow({
		id: 'test',
		active: false,
		nodeTypes: nodeTypesWith(given.node),
		nodes: [nodeOf(SOURCE, 'source'), tested, ...nodes],
		connections,
	});
}

/** What a run begins with: the items at the source. */
export function startData(
	workflow: Workflow,
	{ items, host }: Pick<Given, 'items' | 'host'>,
): IRunExecutionData {
	const source = workflow.getNode(SOURCE);
	if (source === null) throw new Error('the workflow has no source');
	return createRunExecutionData({
		...(host?.token !== undefined && { resumeToken: host.token }),
		executionData: {
			nodeExecutionStack: [{ node: source, data: { main: [items.map(asItem)] }, source: null }],
		},
	});
}

/** Runs a workflow from what its data say; data of a run that waits are resumed as by the timer. */
export const execute = async (
	workflow: Workflow,
	data: IRunExecutionData,
	credentials: Given['credentials'] = {},
	host: Host = {},
): Promise<IRun> => await runOn({ credentials, host }, workflow, data);

const runOn = async (
	{ credentials = {}, host = {} }: Pick<Given, 'credentials' | 'host'>,
	workflow: Workflow,
	data: IRunExecutionData,
): Promise<IRun> =>
	await new WorkflowExecute(
		additionalData(credentials, host),
		host.mode ?? 'manual',
		data,
	).processRunExecutionData(workflow);

function describeRun(run: IRun, outputs: number): NodeRun {
	const { runData, error } = run.data.resultData;
	const output = (index: number) => {
		if (index >= outputs) throw new Error(`the node has no output ${index}`);
		return (runData[`Output ${index}`] ?? []).flatMap((task) => task.data?.main?.[0] ?? []);
	};
	return { run, output, records: (index) => output(index).map(({ json }) => json), error };
}

function outputCount({ node, onError }: Given): number {
	const { outputs, outputNames } = node.description;
	const declared = Array.isArray(outputs) ? outputs.length : (outputNames?.length ?? 4);
	return onError === 'continueErrorOutput' ? declared + 1 : declared;
}

const range = (length: number) => Array.from({ length }, (_, index) => index);

const asItem = (given: IDataObject | INodeExecutionData): INodeExecutionData =>
	isItem(given) ? given : { json: given };

const isItem = (given: IDataObject | INodeExecutionData): given is INodeExecutionData =>
	'json' in given &&
	('binary' in given || 'pairedItem' in given || Object.keys(given).length === 1);

export const nodeOf = (name: string, type: string, parameters: INodeParameters = {}): INode => ({
	id: name.toLowerCase().replace(/ /g, '-'),
	name,
	type: `${PACKAGE}.${type}`,
	typeVersion: 1,
	position: [0, 0],
	parameters,
});

const connect = (name: string, outputs: number): IConnections => ({
	[SOURCE]: { main: [[{ node: name, type: 'main', index: 0 }]] },
	[name]: {
		main: range(outputs).map((index) => [{ node: `Output ${index}`, type: 'main', index: 0 }]),
	},
});

function nodeTypesWith(tested: INodeType) {
	const types: Record<string, INodeType> = {
		[`${PACKAGE}.source`]: passOn,
		[`${PACKAGE}.tested`]: tested,
		// The twin that n8n makes of a node for agents is the same code under another name.
		[`${PACKAGE}.testedTool`]: tested,
		[`${PACKAGE}.sink`]: passOn,
	};
	const find = (type: string) => {
		const found = types[type];
		if (found === undefined) throw new Error(`no node type ${type}`);
		return found;
	};
	return { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) };
}

const passOn: INodeType = {
	description: {
		displayName: 'Pass On',
		name: 'passOn',
		group: ['transform'],
		version: 1,
		description: 'Gives back what it gets',
		defaults: { name: 'Pass On' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	},
	async execute() {
		return [this.getInputData()];
	},
};

function additionalData(
	credentials: NonNullable<Given['credentials']>,
	{ executionId = 'test-execution', tables, callWorkflow }: Host,
): IWorkflowExecuteAdditionalData {
	const base = 'http://127.0.0.1:1';
	const hooks = new ExecutionLifecycleHooks('manual', 'test-execution', {
		id: 'test',
		name: 'test',
		active: false,
		isArchived: false,
		nodes: [],
		connections: {},
		createdAt: new Date(0),
		updatedAt: new Date(0),
		activeVersionId: null,
	});
	// The run needs this much of the server; the rest belongs to parts that no node here calls.
	const helper: Pick<ICredentialsHelper, 'getDecrypted' | 'isCredentialUsableByNode'> = {
		isCredentialUsableByNode: () => true,
		getDecrypted: async (_data, _details, type) => await Promise.resolve(credentials[type] ?? {}),
	};
	const needed: Partial<IWorkflowExecuteAdditionalData> = {
		hooks,
		credentialsHelper: helper as ICredentialsHelper,
		executionId,
		executeWorkflow: async ({ code }, _data, { inputData = [] }) => {
			if (callWorkflow !== undefined) {
				const [item = { json: {} }] = inputData;
				const called = callWorkflow(item.json).map((json) => ({ json }));
				return await Promise.resolve({ executionId: 'called-execution', data: [called] });
			}
			if (code === undefined || tables === undefined) throw new Error('nothing runs workflows');
			const answered = tables.run(code, inputData).map((json) => ({ json }));
			return await Promise.resolve({ executionId: 'inner-execution', data: [answered] });
		},
		restApiUrl: base,
		instanceBaseUrl: base,
		webhookBaseUrl: base,
		webhookWaitingBaseUrl: `${base}/webhook-waiting`,
		webhookTestBaseUrl: base,
		formWaitingBaseUrl: base,
		variables: {},
		setExecutionStatus: () => {},
	};
	return needed as IWorkflowExecuteAdditionalData;
}
