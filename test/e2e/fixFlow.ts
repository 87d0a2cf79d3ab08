import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handoffSchema, type Handoff } from '../../nodes/domain/handoff/envelope';
import { itemsOf } from '../harness/executions';
import type { RunningN8n } from '../harness/startN8n';
import { webhook, type NodeJson } from './lineWorkflow';

/** A CRM with nothing but deals: read by GET, changed by PATCH, which it may refuse. */
export interface Crm {
	url: string;
	deals: Map<string, Record<string, unknown>>;
	/** The fields that it refuses to change. */
	readOnly: Set<string>;
	/** Every change that it took, oldest first. */
	patches: Array<Record<string, unknown>>;
	stop(): Promise<void>;
}

export async function startCrm(): Promise<Crm> {
	const deals: Crm['deals'] = new Map();
	const readOnly: Crm['readOnly'] = new Set();
	const patches: Crm['patches'] = [];
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString()));
		request.on('end', () => {
			const id = (request.url ?? '').split('/').at(-1) ?? '';
			const send = (status: number, answer: unknown) =>
				response
					.writeHead(status, { 'content-type': 'application/json', connection: 'close' })
					.end(JSON.stringify(answer));
			if (request.method === 'PATCH') {
				const change: Record<string, unknown> = JSON.parse(body);
				const refused = Object.keys(change).find((field) => readOnly.has(field));
				if (refused !== undefined) {
					send(400, { message: `${refused} is read only` });
					return;
				}
				patches.push(change);
				deals.set(id, { ...deals.get(id), ...change });
			}
			send(200, deals.get(id) ?? {});
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		deals,
		readOnly,
		patches,
		stop: async () => await new Promise((resolve) => server.close(() => resolve())),
	};
}

const POLICY = {
	id: 'sales-to-delivery',
	name: 'Sales to delivery',
	version: '1',
	record: { system: 'crm', type: 'deal', id: 'id', title: 'name' },
	sender: { team: 'Sales', name: 'Sam', email: 'owner' },
	receiver: { team: 'Delivery', people: [{ name: 'Dana', email: 'dana@example.com' }] },
	fixers: { legal: { name: 'Lea Legal', email: 'lea@example.com' } },
	requirements: [
		{ id: 'budget', label: 'Budget', field: 'budget', check: { kind: 'number', min: 1000 } },
		{ id: 'start', label: 'Start', field: 'start', check: { kind: 'date' } },
		{ id: 'nda', label: 'NDA', field: 'nda', check: { kind: 'present' }, fixer: 'legal' },
	],
	waivers: {
		allowed: ['nda'],
		maxDays: 60,
		approvers: [{ name: 'Hedda Head', email: 'hedda@example.com' }],
	},
	sla: { fix: { minutes: 600, milestones: [50, 100] } },
	calendars: {
		sender: { timezone: 'UTC', weekly: { mon: [['00:00', '24:00']], wed: [['00:00', '24:00']] } },
	},
};

const to = (node: string) => [{ node, type: 'main', index: 0 }];
const request = (name: string, parameters: Record<string, unknown>): NodeJson => ({
	name,
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: { options: {}, ...parameters },
});
const at = (node: NodeJson, column: number, row: number) => ({
	id: `fix-${column}-${row}`,
	position: [column * 220, row * 200],
	...node,
});

/**
 * A deal is read, judged, completed on the page and written back. What follows Changed stands above
 * what follows Notify.
 */
export const fixWorkflow = (path: string, { url }: Crm) => ({
	name: path,
	nodes: [
		at(webhook(path), 0, 1),
		at(request('Read', { url: `=${url}/{{ $('Start').first().json.body.id }}` }), 1, 1),
		at(ours('Gate', 'readinessGate', { policyFrom: 'json', policy: JSON.stringify(POLICY) }), 3, 1),
		at(ours('Fix', 'handoffFix', {}), 4, 1),
		at(request('Read again', { url: `=${url}/{{ $('Start').first().json.body.id }}` }), 5, 0),
		at(withHandoff, 6, 0),
		at(ours('Check', 'handoffFix', { operation: 'checkBeforeWriting' }), 7, 0),
		at(write(url), 8, 0),
		at({ name: 'Channel', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} }, 5, 3),
		at({ name: 'Kept', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} }, 8, 2),
	],
	connections: {
		Start: { main: [to('Read')] },
		Read: { main: [to('Gate')] },
		Gate: { main: [[], to('Fix')] },
		Fix: { main: [to('Channel'), to('Read again')] },
		Channel: { main: [to('Fix')] },
		'Read again': { main: [to('With handoff')] },
		'With handoff': { main: [to('Check')] },
		Check: { main: [to('Write'), to('Gate'), to('Kept')] },
		Write: { main: [to('Read again'), to('Fix')] },
	},
});

function ours(name: string, type: string, parameters: Record<string, unknown>): NodeJson {
	return { name, type: `n8n-nodes-handoff.${type}`, typeVersion: 1, parameters };
}

const withHandoff: NodeJson = {
	name: 'With handoff',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: {
		mode: 'raw',
		jsonOutput: "={{ { ...$json, handoff: $('Fix').last(1).json.handoff } }}",
		options: {},
	},
};

const write = (url: string): NodeJson => ({
	...request('Write', {
		method: 'PATCH',
		url: `=${url}/{{ $json.id }}`,
		sendBody: true,
		specifyBody: 'json',
		jsonBody: '={{ { [$json.write.name]: $json.write.value } }}',
	}),
	onError: 'continueErrorOutput',
});

/** One deal on its way, and what is seen of it. */
export interface Fixing {
	executionId: string;
	/** Everything that left by an output of a node. */
	left(node: string, output: number): Promise<Handoff[]>;
	/** The newest link that this person was sent. */
	linkFor(email: string): Promise<string>;
	/** What this person was told, newest last: the kinds of the messages. */
	toldTo(email: string): Promise<string[]>;
	untilWaiting(): Promise<void>;
	ended(): Promise<string>;
}

/** Publishes the flow; then each call puts one deal through it. */
export async function publishFix(n8n: RunningN8n, crm: Crm, path: string) {
	const { client } = n8n;
	const { id: workflowId } = await client.createWorkflow(fixWorkflow(path, crm));
	await client.publish(workflowId);
	return async (deal: Record<string, unknown> & { id: string }): Promise<Fixing> => {
		crm.deals.set(deal.id, deal);
		const before = await started(n8n, workflowId);
		await client.callWebhook(path, { id: deal.id });
		const after = await client.waitForExecutions({ workflowId }, before.length + 1);
		const own = after.find(({ id, mode }) => mode !== 'integrated' && !before.includes(id));
		if (own === undefined) throw new Error(`nothing has started for ${deal.id}`);
		await client.waitForExecution(own.id, ['waiting', 'error', 'success']);
		return follow(n8n, own.id);
	};
}

const started = async ({ client }: RunningN8n, workflowId: string): Promise<string[]> =>
	(await client.listAllExecutions({ workflowId })).map(({ id }) => id);

function follow({ client }: RunningN8n, executionId: string): Fixing {
	const left = async (node: string, output: number) =>
		itemsOf(await client.readExecution(executionId), node, output).flatMap(({ json }) =>
			json.handoff === undefined ? [] : [handoffSchema.parse(json.handoff)],
		);
	const told = async (email: string) =>
		(await left('Fix', 0)).flatMap(({ message }) =>
			message?.to.some((person) => person.email === email) ? [message] : [],
		);
	return {
		executionId,
		left,
		linkFor: async (email) => {
			const links = (await told(email)).flatMap(
				({ text }) => text.match(/https?:\S*waiting\S*/g) ?? [],
			);
			const link = links.at(-1);
			if (link === undefined) throw new Error(`nobody sent ${email} a link`);
			return link;
		},
		toldTo: async (email) => (await told(email)).map(({ kind }) => kind),
		untilWaiting: async () => void (await client.waitForExecution(executionId, 'waiting')),
		ended: async () => {
			const ways = ['success', 'error', 'crashed'] as const;
			return (await client.waitForExecution(executionId, [...ways])).status;
		},
	};
}
