import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeTypeDescription,
} from 'n8n-workflow';
import type { WorkflowNode } from '../file/workflowFile';
import type { NodeCatalogue } from './catalogue';

/** A node of the file together with what n8n knows of its type. */
export interface Subject {
	node: WorkflowNode;
	description: INodeTypeDescription;
	/** The node as n8n's own functions take it. */
	asNode: INode;
	/** Its parameters with n8n's defaults, as they decide what is shown. */
	effective: INodeParameters;
}

/** Joins a node with its description; nothing when its type or version does not exist. */
export function subjectOf(node: WorkflowNode, catalogue: NodeCatalogue): Subject | undefined {
	const description = catalogue.find(node.type, node.typeVersion);
	if (description === undefined) return undefined;
	const { name, type, typeVersion, position, parameters, onError } = node;
	const asNode: INode = {
		id: node.id ?? name,
		name,
		type,
		typeVersion,
		position,
		parameters,
		...(onError === undefined ? {} : { onError }),
	};
	return { node, description, asNode, effective: effectiveValues(asNode, description) };
}

function effectiveValues(node: INode, description: INodeTypeDescription): INodeParameters {
	const { properties } = description;
	const options = { onlySimpleTypes: true, dataIsResolved: true };
	const { parameters } = node;
	return (
		NodeHelpers.getNodeParameters(properties, parameters, true, true, node, description, options) ??
		{}
	);
}
