import type { WorkflowNode } from '../file/workflowFile';
import { remark, type Remark } from '../remark';
import type { NodeCatalogue } from './catalogue';

/** Whether n8n knows the type of a node, in this version. */
export function lintType(node: WorkflowNode, catalogue: NodeCatalogue): Remark[] {
	const { name, type, typeVersion } = node;
	const versions = catalogue.versions(type);
	if (versions.includes(typeVersion)) return [];
	if (versions.length > 0) {
		return [
			remark('unknown-type-version', {
				node: name,
				at: 'typeVersion',
				message: `${type} has no version ${typeVersion}.`,
				remedy: `Use one of: ${versions.join(', ')}.`,
			}),
		];
	}
	if (catalogue.knowsPackageOf(type)) {
		return [
			remark('unknown-node-type', {
				node: name,
				at: 'type',
				message: `There is no node type ${type}.`,
				remedy: 'Replace the node by one that this n8n has.',
			}),
		];
	}
	return [
		remark('unknown-package', {
			node: name,
			at: 'type',
			message: `${type} comes from a package that cannot be checked here.`,
			remedy: 'Check this node in the editor of an n8n that has the package.',
		}),
	];
}
