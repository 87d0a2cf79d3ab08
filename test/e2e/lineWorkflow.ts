import type { WorkflowJson } from '../harness/workflows';

export interface NodeJson {
	name: string;
	type: string;
	typeVersion: number;
	parameters: Record<string, unknown>;
	[setting: string]: unknown;
}

/** A workflow whose nodes stand in one line. */
export function line(name: string, nodes: NodeJson[]): WorkflowJson {
	const links = nodes.slice(1).map((next, index) => {
		const main = [[{ node: next.name, type: 'main', index: 0 }]];
		return [nodes[index]?.name ?? '', { main }];
	});
	return {
		name,
		nodes: nodes.map((node, index) => ({
			id: `${name}-${index}`,
			position: [index * 200, 0],
			...node,
		})),
		connections: Object.fromEntries(links),
	};
}

/** A webhook trigger that answers at once. */
export function webhook(path: string): NodeJson {
	const parameters = { path, httpMethod: 'POST', responseMode: 'onReceived', options: {} };
	const type = 'n8n-nodes-base.webhook';
	return { name: 'Start', type, typeVersion: 2.1, webhookId: path, parameters };
}

/** A node that runs JavaScript in n8n's task runner. */
export function code(name: string, jsCode: string): NodeJson {
	return { name, type: 'n8n-nodes-base.code', typeVersion: 2, parameters: { jsCode } };
}
