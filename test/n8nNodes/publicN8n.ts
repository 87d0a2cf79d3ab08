import { NodeHelpers, type INode } from 'n8n-workflow';
import { z } from 'zod';
import { Refusal, type ApiRequest, type PublicApi } from '../../templates/import/publicApi';
import { renameNodes } from '../../templates/import/renameNodes';
import type { StoredCredential } from '../../templates/import/credentials';
import { storedSchema, type StoredWorkflow } from '../../templates/import/stored';
import { workflowSchema, type WorkflowNode } from '../../templates/import/workflowShape';
import type { NodeCatalogue } from '../../templates/lint/nodes/catalogue';

/** The part of n8n's public API that the importer uses, in memory, with what people do in the editor. */
export interface PublicN8n extends PublicApi {
	/** Workflows by id, as n8n keeps them. */
	workflows: Map<string, StoredWorkflow>;
	credentials: StoredCredential[];
	/** What a vendor says of a credential that it refuses, by its id. */
	refused: Map<string, string>;
	/** Rows of the Data Table `handoff_imports`. */
	imports: Array<Record<string, unknown>>;
	/** What was written since the last time somebody asked: `PUT /workflows/…`. */
	takeWrites(): string[];
	/** The only workflow whose name has these words. */
	named(words: string): StoredWorkflow;
	/** A person changes a workflow in the editor, saves it and publishes it. */
	edit(id: string, change: (node: WorkflowNode) => WorkflowNode): void;
	/** A person renames a node, and the editor follows in wires and expressions. */
	rename(id: string, from: string, to: string): void;
}

const idsSchema = z.array(z.object({ id: z.string() }));
const namedSchema = z.object({ name: z.string() });
const upsertSchema = z.object({ data: z.record(z.unknown()) });

export function openPublicN8n(catalogue: NodeCatalogue): PublicN8n {
	const workflows = new Map<string, StoredWorkflow>();
	const tags: Array<{ id: string; name: string }> = [];
	const tagged = new Map<string, Array<{ id: string }>>();
	const credentials: StoredCredential[] = [];
	const refused = new Map<string, string>();
	const imports: Array<Record<string, unknown>> = [];
	let writes: string[] = [];
	let isTableThere = false;
	let count = 0;
	const next = (kind: string) => `${kind}${(count += 1)}`;
	const get = (id = ''): StoredWorkflow => {
		const found = workflows.get(id);
		if (found === undefined) throw new Refusal(404, 'Not Found', 'nothing');
		return found;
	};
	const put = (id: string, body: unknown, more: Partial<StoredWorkflow> = {}): StoredWorkflow => {
		const { name, nodes, connections, settings } = workflowSchema.parse(structuredClone(body));
		const before = workflows.get(id) ?? { active: false, isArchived: false };
		const stored = { ...before, ...{ id, name, nodes, connections, settings } };
		workflows.set(id, storedSchema.parse({ ...stored, versionId: next('version'), ...more }));
		return get(id);
	};
	const publish = (id: string, active: boolean) => {
		const stored = get(id);
		return put(id, stored, {
			active,
			versionId: stored.versionId,
			activeVersionId: active ? stored.versionId : null,
		});
	};
	const answer = ({ method = 'GET', path, body }: ApiRequest): unknown => {
		const [, kind, id, verb] = path.replace(/\?.*/, '').split('/');
		if (method !== 'GET') writes.push(`${method} ${path.replace(/\?.*/, '')}`);
		if (kind === 'community-packages') return [{ packageName: 'n8n-nodes-handoff' }];
		if (kind === 'tags') {
			if (method === 'GET') return tags;
			tags.push({ id: next('tag'), ...namedSchema.parse(body) });
			return tags.at(-1);
		}
		if (kind === 'credentials' && verb === 'test') return testOf(refused.get(id ?? ''));
		if (kind === 'credentials') return credentials;
		if (kind === 'data-tables') return tableAnswer(method, id, verb, body);
		if (verb === 'tags') {
			if (method === 'PUT') tagged.set(id ?? '', idsSchema.parse(body));
			const ids = (tagged.get(id ?? '') ?? []).map((tag) => tag.id);
			return tags.filter((tag) => ids.includes(tag.id));
		}
		if (verb === 'activate' || verb === 'deactivate') return publish(id ?? '', verb === 'activate');
		if (method === 'POST') return put(next('workflow'), body);
		if (method === 'PUT') return put(get(id).id, body);
		return id === undefined ? [...workflows.values()] : get(id);
	};
	const tableAnswer = (method: string, id?: string, verb?: string, body?: unknown): unknown => {
		if (id === undefined) {
			const table = { id: 'table', name: 'handoff_imports', columns: [] };
			if (method === 'POST') isTableThere = true;
			return method === 'POST' ? table : isTableThere ? [table] : [];
		}
		if (verb !== 'rows' || method === 'GET') return imports;
		const { data } = upsertSchema.parse(body);
		const same = imports.findIndex(
			(row) => row.client === data.client && row.template === data.template,
		);
		imports.splice(same < 0 ? imports.length : same, same < 0 ? 0 : 1, data);
		return {};
	};
	const save = (id: string, stored: StoredWorkflow) => {
		put(id, { ...stored, nodes: stored.nodes.map((node) => asSaved(node, catalogue)) });
		if (stored.active) publish(id, true);
	};
	return {
		url: 'https://n8n.example.com',
		...{ workflows, credentials, refused, imports },
		call: async (schema, request) => schema.parse(structuredClone(answer(request))),
		list: async (schema, path) => z.array(schema).parse(structuredClone(answer({ path }))),
		takeWrites: () => {
			const taken = writes;
			writes = [];
			return taken;
		},
		named: (words) => {
			const [found, ...more] = [...workflows.values()].filter(({ name }) => name.includes(words));
			if (found === undefined || more.length > 0) throw new Error(`not one workflow: ${words}`);
			return found;
		},
		edit: (id, change) => save(id, { ...get(id), nodes: get(id).nodes.map(change) }),
		rename: (id, from, to) =>
			save(id, {
				...get(id),
				...renameNodes(workflowSchema.parse(get(id)), new Map([[from, to]])),
			}),
	};
}

const testOf = (message?: string) =>
	message === undefined
		? { status: 'OK', message: 'Connection successful!' }
		: { status: 'Error', message };

/** The editor saves no parameters that are defaults. */
function asSaved(node: WorkflowNode, catalogue: NodeCatalogue): WorkflowNode {
	const description = catalogue.find(node.type, node.typeVersion);
	const asNode = z.custom<INode>().parse(node);
	const saved =
		description &&
		NodeHelpers.getNodeParameters(
			description.properties,
			asNode.parameters,
			false,
			false,
			asNode,
			description,
		);
	return saved ? { ...node, parameters: { ...saved } } : node;
}
