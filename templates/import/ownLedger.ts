import { isExpression, NodeHelpers } from 'n8n-workflow';
import { readWorkflow } from '../lint/file/workflowFile';
import type { NodeCatalogue } from '../lint/nodes/catalogue';
import { subjectOf, type Subject } from '../lint/nodes/subject';
import { mapNodes, type Workflow } from './workflowShape';

const LEDGER_NAME = 'ledgerName';

/**
 * Writes whose ledger it is into every node that keeps or reads one, so that clients on one n8n have
 * ledgers of their own. A ledger that has a name in the template, such as that of the try-out, keeps
 * it behind the name of the client.
 *
 * @param name as the nodes take it, such as `acme`; empty for the only ledger
 */
export function ownLedger(workflow: Workflow, name: string, catalogue: NodeCatalogue): Workflow {
	if (name === '') return workflow;
	const asking = new Set(
		(readWorkflow(workflow).file?.nodes ?? []).flatMap((node) => {
			const subject = subjectOf(node, catalogue);
			return subject !== undefined && asksWhoseLedger(subject) ? [node.name] : [];
		}),
	);
	return mapNodes(workflow, (node) => {
		const { [LEDGER_NAME]: before = '' } = node.parameters;
		if (!asking.has(node.name) || isExpression(before)) return node;
		const ledgerName = [name, before].filter(Boolean).join('_');
		return { ...node, parameters: { ...node.parameters, ledgerName } };
	});
}

const asksWhoseLedger = ({ description, asNode, effective }: Subject): boolean =>
	description.properties.some(
		(property) =>
			property.name === LEDGER_NAME &&
			NodeHelpers.displayParameter(effective, property, asNode, description),
	);
