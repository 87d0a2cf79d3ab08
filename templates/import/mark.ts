import { slug } from '../builder/nodes/workflow';
import { mapNodes, type Workflow } from './workflowShape';

/** For which client a workflow was imported, and from which template. */
export interface Owner {
	client: string;
	template: string;
}

const MARK = /^([a-z0-9][a-z0-9-]*)\.([a-z0-9-]+)\./;

const markOf = ({ client, template }: Owner): string => `${client}.${slug(template)}.`;

/**
 * Marks a workflow as that of a client, in the ids of its nodes: n8n stores and returns them, the
 * editor keeps them, and gives a copy that somebody makes by hand ids of its own.
 */
export const markNodes = (workflow: Workflow, owner: Owner): Workflow =>
	mapNodes(workflow, (node) => ({ ...node, id: `${markOf(owner)}${node.id}` }));

/** Whose workflow it is by its mark; nothing for one that no import has made. */
export function ownerOf({ nodes }: Pick<Workflow, 'nodes'>): Owner | undefined {
	for (const { id } of nodes) {
		const [, client, template] = MARK.exec(id) ?? [];
		if (client !== undefined && template !== undefined) return { client, template };
	}
	return undefined;
}

/** Whether a workflow bears the mark of this client and this template. */
export const isOwnedBy = (workflow: Pick<Workflow, 'nodes'>, owner: Owner): boolean =>
	workflow.nodes.some(({ id }) => id.startsWith(markOf(owner)));
