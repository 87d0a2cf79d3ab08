import { NodeHelpers } from 'n8n-workflow';
import { readWorkflow } from '../lint/file/workflowFile';
import type { NodeCatalogue } from '../lint/nodes/catalogue';
import { subjectOf, type Subject } from '../lint/nodes/subject';
import { readWires, writeWires } from './wires';
import { mapNodes, type Workflow, type WorkflowNode } from './workflowShape';

/** What n8n leaves out when the editor saves a node, beside parameters that are defaults. */
const SAID_BY_SILENCE: Record<string, unknown> = {
	alwaysOutputData: false,
	continueOnFail: false,
	disabled: false,
	executeOnce: false,
	notes: '',
	notesInFlow: false,
	onError: 'stopWorkflow',
	retryOnFail: false,
};

/**
 * A workflow as n8n stores it after a save in the editor: without parameters that are defaults or are
 * not shown. Compared like this, a mere save is no change.
 */
export function asStored(workflow: Workflow, catalogue: NodeCatalogue): Workflow {
	const subjects = new Map(
		(readWorkflow(workflow).file?.nodes ?? []).map((node) => [
			node.name,
			subjectOf(node, catalogue),
		]),
	);
	const nodes = mapNodes(workflow, (node) => nodeAsStored(node, subjects.get(node.name)));
	return { ...nodes, connections: writeWires(readWires(workflow.connections)) };
}

function nodeAsStored(node: WorkflowNode, subject: Subject | undefined): WorkflowNode {
	const lean: WorkflowNode = { ...node };
	for (const key of Object.keys(SAID_BY_SILENCE)) {
		if (lean[key] === SAID_BY_SILENCE[key]) delete lean[key];
	}
	if (subject === undefined) return lean;
	const { asNode, description } = subject;
	const { properties } = description;
	const parameters = NodeHelpers.getNodeParameters(
		properties,
		asNode.parameters,
		false,
		false,
		asNode,
		description,
	);
	return parameters === null ? lean : { ...lean, parameters: { ...parameters } };
}
