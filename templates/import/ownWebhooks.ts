import { createHash } from 'node:crypto';
import { mapNodes, type Workflow } from './workflowShape';

/**
 * Gives webhooks and forms an address of the client's own: an id that is the same on every run, made
 * of the marked id of the node, and a path below the id of the client. n8n keeps what is in a file, so
 * that two imports would collide.
 */
export function ownWebhooks(workflow: Workflow, client: string): Workflow {
	return mapNodes(workflow, (node) => {
		if (node.webhookId === undefined) return node;
		const { path } = node.parameters;
		const moved = typeof path === 'string' && path !== '' && !path.startsWith('=');
		return {
			...node,
			webhookId: uuidOf(node.id),
			parameters: { ...node.parameters, ...(moved && { path: `${client}-${path}` }) },
		};
	});
}

/** A UUID (version 8: made of a hash) of a text. */
function uuidOf(text: string): string {
	const hex = createHash('sha256').update(text).digest('hex');
	const variant = ((parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`8${hex.slice(13, 16)}`,
		variant + hex.slice(18, 20),
		hex.slice(20, 32),
	].join('-');
}

/** The production addresses of the webhooks of a flow that somebody else is to call. */
export const webhookPathsIn = ({ nodes }: Workflow): string[] =>
	nodes
		.filter(({ type }) => /\.(webhook|formTrigger)$/.test(type))
		.flatMap(({ type, parameters: { path } }) =>
			typeof path === 'string'
				? [`/${type.endsWith('.webhook') ? 'webhook' : 'form'}/${path}`]
				: [],
		);
