import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NAMES } from '../../templates/builder/nodes/names';
import type { StoredWorkflow } from '../../templates/import/stored';
import type { WorkflowNode } from '../../templates/import/workflowShape';
import { addAccounts, catalogue, CHOSEN, clientOf, runImport } from './importedClients';
import { openPublicN8n, type PublicN8n } from './publicN8n';

let n8n: PublicN8n;
beforeEach(async () => {
	n8n = openPublicN8n(catalogue);
	addAccounts(n8n, 'nord');
	await runImport(n8n, clientOf('nord'));
	n8n.takeWrites();
});

const flow = (): StoredWorkflow => n8n.named('nord: ');
const nodeIn = ({ nodes }: StoredWorkflow, wanted: string): WorkflowNode => {
	const found = nodes.find(({ name }) => name === wanted);
	if (found === undefined) throw new Error(`no node ${wanted}`);
	return found;
};
const withParameter = (name: string, parameter: string, value: unknown) => (node: WorkflowNode) =>
	node.name === name ? { ...node, parameters: { ...node.parameters, [parameter]: value } } : node;
const otherSpace = clientOf('nord', { values: { ...CHOSEN, 'ClickUp space': '90012' } });
const one = async (...run: Parameters<typeof runImport>) => {
	const [done] = (await runImport(...run)).templates;
	if (done === undefined) throw new Error('no template');
	return done;
};

describe('a second run', () => {
	it('changes nothing after a mere save in the editor, which drops what is a default', async () => {
		n8n.edit(flow().id, (node) => node);

		const { words, drift } = await one(n8n, clientOf('nord'));

		expect(words).toBe('unchanged, published before');
		expect(drift).toEqual([]);
		expect(n8n.takeWrites().filter((written) => written.includes('/workflows'))).toEqual([]);
	});

	it('brings what is new also into nodes that the editor has saved', async () => {
		n8n.edit(flow().id, (node) => node);

		const { words, drift } = await one(n8n, otherSpace);

		expect(words).toBe('updated, published');
		expect(nodeIn(flow(), NAMES.createTask).parameters.space).toBe('90012');
		expect(drift).toEqual([]);
	});

	it('follows a node through a new name, in wires and expressions', async () => {
		n8n.rename(flow().id, NAMES.arrives, "When it's there");
		n8n.rename(flow().id, NAMES.createTask, 'Make it');

		const { words, drift, faults } = await one(n8n, otherSpace);

		expect([words, drift, faults]).toEqual(['updated, published', [], []]);
		expect(nodeIn(flow(), 'Make it').parameters.space).toBe('90012');
		expect(JSON.stringify(flow())).not.toContain(`"${NAMES.createTask}"`);
	});

	it('keeps what a person changed, and tells it on every run until somebody decides', async () => {
		n8n.edit(flow().id, withParameter(NAMES.createTask, 'space', '90099'));
		const told = `“${NAMES.createTask}” · space\n      in n8n:   "90099"\n      the file: "90010"`;

		expect((await one(n8n, clientOf('nord'))).drift).toEqual([told]);
		expect((await one(n8n, clientOf('nord'))).drift).toEqual([told]);
		expect(nodeIn(flow(), NAMES.createTask).parameters.space).toBe('90099');
	});

	it.each([
		['a node', NAMES.createTask],
		['a template', 'webhook-to-clickup'],
	])('makes %s as the file says when its name is given', async (_what, name) => {
		n8n.edit(flow().id, withParameter(NAMES.createTask, 'space', '90099'));

		const { words, drift } = await one(n8n, clientOf('nord'), { takeOurs: [name] });

		expect([words, drift]).toEqual(['updated, published', []]);
		expect(nodeIn(flow(), NAMES.createTask).parameters.space).toBe('90010');
	});

	it('does not publish a flow in which an expression reads from a node that is gone', async () => {
		const { id } = flow();
		n8n.workflows.set(id, {
			...flow(),
			nodes: flow().nodes.filter(({ name }) => name !== NAMES.arrives),
		});

		const { words, faults } = await one(n8n, otherSpace);

		expect(words).toBe('updated, not published: see what does not fit together');
		expect(faults.join('\n')).toContain(`reads from “${NAMES.arrives}”, and there is no such node`);
	});

	it('publishes what it left as a draft itself, once nothing keeps it back', async () => {
		const { 'ClickUp space': _left, ...without } = CHOSEN;
		await runImport(
			n8n,
			clientOf('nord', { values: { ...CHOSEN, 'ClickUp space': '90013' }, publish: false }),
		);
		expect(flow().activeVersionId).not.toBe(flow().versionId);

		const { words } = await one(
			n8n,
			clientOf('nord', { values: { ...without, 'ClickUp space': '90013' } }),
		);

		expect(words).toBe('unchanged, published');
		expect(flow().activeVersionId).toBe(flow().versionId);
	});

	it('finds its workflow by the mark when the table of imports is lost, and takes no edit for its own', async () => {
		n8n.edit(flow().id, withParameter(NAMES.createTask, 'space', '90099'));
		n8n.imports.length = 0;

		const { words, drift } = await one(n8n, clientOf('nord'));

		expect(n8n.workflows.size).toBe(1);
		expect(words).toBe('unchanged, published before');
		expect(drift).toHaveLength(1);
		expect(nodeIn(flow(), NAMES.createTask).parameters.space).toBe('90099');
	});

	it('does not publish what it does not know to have published', async () => {
		n8n.workflows.set(flow().id, { ...flow(), active: false, activeVersionId: null });
		n8n.imports.length = 0;

		expect((await one(n8n, clientOf('nord'))).words).toContain(
			'nobody knows whether somebody took it',
		);
	});

	it('asks which is meant when a copy bears the mark as well and the table is lost', async () => {
		n8n.workflows.set('copy', { ...flow(), id: 'copy' });
		n8n.imports.length = 0;

		await expect(runImport(n8n, clientOf('nord'))).rejects.toThrow('several workflows');
	});
});

describe('a new version of a template', () => {
	const folder = mkdtempSync(join(tmpdir(), 'handoff-versions-'));
	const file = join(folder, 'small.json');
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	const set = (name: string, value: string) => ({
		...{ id: name.toLowerCase(), name, type: 'n8n-nodes-base.set', typeVersion: 3.4 },
		position: [0, 0],
		parameters: { mode: 'raw', jsonOutput: value },
	});
	const start = {
		...{ id: 'start', name: 'Start', type: 'n8n-nodes-base.scheduleTrigger', typeVersion: 1.2 },
		position: [0, 0],
		parameters: { rule: { interval: [{ field: 'hours' }] } },
	};
	const chain = (...names: string[]) =>
		Object.fromEntries(
			names
				.slice(1)
				.map((name, index) => [
					names[index] ?? '',
					{ main: [[{ node: name, type: 'main', index: 0 }]] },
				]),
		);
	const release = (...nodes: Array<typeof start | ReturnType<typeof set>>) => {
		const connections = chain(...nodes.map(({ name }) => name));
		writeFileSync(file, JSON.stringify({ name: 'Small', nodes, connections, settings: {} }));
	};
	const client = clientOf('nord', { templates: [file], values: {}, policy: {} });
	const small = (): StoredWorkflow => n8n.named('nord: Small');
	const reading = set('Last', "={{ $('First').item.json }}");

	beforeEach(async () => {
		release(start, set('First', '{"a":1}'));
		await runImport(n8n, client);
	});

	it('reads from a node by the name that a person gave it', async () => {
		n8n.rename(small().id, 'First', 'Prime');
		release(start, set('First', '{"a":1}'), reading);

		const { words, drift } = await one(n8n, client);

		expect([words, drift]).toEqual(['updated, published', []]);
		expect(nodeIn(small(), 'Last').parameters.jsonOutput).toBe("={{ $('Prime').item.json }}");
		expect(small().connections).toMatchObject({ Prime: { main: [[{ node: 'Last' }]] } });
	});

	it('gives a new node another name when a person has one of that name', async () => {
		const { id } = small();
		const own = { ...set('Last', '{}'), id: 'of-a-person' };
		n8n.workflows.set(id, { ...small(), nodes: [...small().nodes, own] });
		release(start, set('First', '{"a":1}'), reading);

		await runImport(n8n, client);

		expect(small().nodes.map(({ name }) => name)).toEqual(['Start', 'First', 'Last', 'Last1']);
		expect(small().connections).toMatchObject({ First: { main: [[{ node: 'Last1' }]] } });
	});

	it('is not published when a person has led the way past its new node', async () => {
		const { id } = small();
		const connections = chain('Start', 'Mine', 'First');
		n8n.workflows.set(id, {
			...small(),
			nodes: [...small().nodes, set('Mine', '{}')],
			connections,
		});
		n8n.edit(id, (node) => node);
		release(start, set('New', '{}'), set('First', '{"a":1}'));

		const { words, faults, drift } = await one(n8n, client);

		expect(words).toBe('updated, not published: see what does not fit together');
		expect(faults).toEqual(['“New”: No trigger leads to this node: it never runs.']);
		expect(drift).toContain(
			'“Start” · output 1\n      in n8n:   ["Mine"]\n      the file: ["New"]',
		);
	});
});
