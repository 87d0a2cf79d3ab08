import type { IConnections, INode, INodeParameters, IWorkflowBase } from 'n8n-workflow';

/** A node of an inner workflow. */
export interface InnerNode {
	name: string;
	type: string;
	typeVersion: number;
	parameters: INodeParameters;
	/** Runs once, whatever number of items comes in. */
	executeOnce?: boolean;
	/** Hands on one empty item when it finds nothing, so that what follows runs. */
	alwaysOutputData?: boolean;
}

/** Nodes that run one after the other, from the item that the inner workflow was given. */
export type NodeLine = readonly InnerNode[];

const ENTRY: InnerNode = {
	name: 'In',
	type: 'n8n-nodes-base.executeWorkflowTrigger',
	typeVersion: 1.1,
	parameters: { inputSource: 'passthrough' },
};

const exitOf = (lanes: readonly NodeLine[]): InnerNode => ({
	name: 'Out',
	type: 'n8n-nodes-base.merge',
	typeVersion: 3,
	parameters: { mode: 'append', numberInputs: lanes.length },
});

/** Nothing of it shows in the list of executions: an error shows at the node that keeps the ledger. */
const SETTINGS: IWorkflowBase['settings'] = {
	executionOrder: 'v1',
	saveDataSuccessExecution: 'none',
	saveDataErrorExecution: 'none',
	saveManualExecutions: false,
	callerPolicy: 'workflowsFromSameOwner',
};

/**
 * Builds a workflow in which the lanes run one after the other. It answers what its last node puts
 * out or, when it is joined, what all lanes put out; the last node of each must put something out
 * then, if only an empty item.
 *
 * @param id id of the workflow that calls it: n8n finds the project of the Data Tables by it
 */
export function innerWorkflow(
	lanes: readonly NodeLine[],
	{ id, joined }: { id: string; joined: boolean },
): IWorkflowBase {
	const ends = joined ? [exitOf(lanes)] : [];
	return {
		id,
		name: 'Handoff ledger',
		nodes: [ENTRY, ...lanes.flat(), ...ends].map(placed),
		connections: wire(lanes, ends),
		settings: SETTINGS,
		active: false,
		isArchived: false,
		activeVersionId: null,
		createdAt: new Date(0),
		updatedAt: new Date(0),
	};
}

/** n8n runs branches from the top of the canvas down: in the order of the list. */
const placed = (node: InnerNode, place: number): INode => ({
	id: String(place),
	...node,
	position: [place * 200, place * 200],
});

function wire(lanes: readonly NodeLine[], ends: readonly InnerNode[]): IConnections {
	const connections: IConnections = {};
	const connect = (from: string, to: string, index: number): void => {
		const { main = [] } = (connections[from] ??= { main: [[]] });
		main[0]?.push({ node: to, type: 'main', index });
	};
	lanes.forEach((lane, place) => {
		const last = lane.reduce((from, { name }) => {
			connect(from, name, 0);
			return name;
		}, ENTRY.name);
		for (const { name } of ends) connect(last, name, place);
	});
	return connections;
}
