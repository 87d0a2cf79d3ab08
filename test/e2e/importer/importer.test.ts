import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { withLookNow } from '../../scenario/lookNow';
import { openOffice, type Office } from '../../scenario/openOffice';
import { newestLink } from '../../scenario/decisionPage';
import { flowIn } from '../../scenario/flow';
import { completeDeal, HEAD, RECEIVER, SECOND_RECEIVER } from '../../scenario/studio';
import { startN8n, type RunningN8n } from '../../harness/startN8n';
import { KEYS, STANDIN_CREDENTIALS } from '../../fakes/credentials';
import { NAMES } from '../../../templates/builder/nodes/names';
import { accept } from '../templateRuns/decide';
import { until } from '../templateRuns/run';
import { makeApiKey, openAgency, type Agency } from './agency';

jest.setTimeout(300_000);

const TYPES = ['hubspotAppToken', 'slackApi', 'clickUpApi'] as const;
const CHOSEN = {
	'HubSpot account number': '62515',
	'ClickUp workspace': '9001',
	'ClickUp space': '90010',
	'ClickUp list for new projects': '901',
};
const ACME = {
	client: 'acme',
	name: 'Acme & Söhne',
	templates: ['hubspot-to-clickup', 'failed-execution'],
	values: CHOSEN,
	credentials: {
		hubspotAppToken: 'Portal of Acme',
		slackApi: 'Acme Slack',
		clickUpApi: 'Acme clickUp',
	},
	policy: { people: [RECEIVER], escalateTo: [HEAD], timezone: 'Europe/Vienna', hoursToAccept: 4 },
};
const { 'ClickUp list for new projects': _list, ...WITHOUT_LIST } = CHOSEN;
const BIRCH = {
	...ACME,
	client: 'birch',
	name: 'Birch',
	values: WITHOUT_LIST,
	credentials: {
		hubspotAppToken: 'Birch hubspotAppToken',
		slackApi: 'Birch Slack',
		clickUpApi: 'Birch clickUp',
	},
};

const workflowSchema = z.object({
	id: z.string(),
	name: z.string(),
	active: z.boolean(),
	versionId: z.string(),
	settings: z.record(z.unknown()),
	connections: z.record(z.unknown()),
	tags: z.array(z.object({ id: z.string(), name: z.string() })),
	nodes: z.array(z.object({ name: z.string(), parameters: z.record(z.unknown()) }).passthrough()),
});
type Stored = z.infer<typeof workflowSchema>;

let office: Office;
let bare: RunningN8n;
let agency: Agency;
let emptyPackage: string;
const COPY = 'Copy that looks when it is told to';
const ids = { acme: '', birch: '' };

beforeAll(async () => {
	office = await openOffice();
	emptyPackage = folderWithoutNodes();
	bare = await startN8n({ packageFrom: emptyPackage });
	await makeCredentials();
	agency = openAgency({
		N8N_URL: office.n8n.url,
		N8N_API_KEY: await makeApiKey(office.n8n),
		BARE_KEY: await makeApiKey(bare),
		WEAK_KEY: await makeApiKey(office.n8n, /^workflow:/),
	});
});
afterAll(async () => {
	agency.close();
	await bare.stop();
	await office.close();
	rmSync(emptyPackage, { recursive: true, force: true });
});

/** A package of the same name without any node, for an n8n that lacks ours. */
function folderWithoutNodes(): string {
	const folder = mkdtempSync(join(tmpdir(), 'handoff-no-nodes-'));
	const manifest = { name: 'n8n-nodes-nothing', version: '1.0.0', n8n: { nodes: [] } };
	mkdirSync(join(folder, 'dist'));
	writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
	return folder;
}

async function makeCredentials(): Promise<void> {
	for (const type of TYPES) {
		for (const owner of ['Acme', 'Birch']) {
			const own = type === 'hubspotAppToken' && owner === 'Acme' ? 'Portal of Acme' : undefined;
			const name = own ?? `${owner} ${type.replace('Api', '')}`.replace('slack', 'Slack');
			await office.n8n.client.createCredential({ ...STANDIN_CREDENTIALS[type], name });
			await bare.client.createCredential({ ...STANDIN_CREDENTIALS[type], name });
		}
	}
}

const read = async (id: string): Promise<Stored> =>
	await office.n8n.client.call(workflowSchema, { path: `/workflows/${id}` });

const nodeOf = ({ nodes }: Stored, wanted: string) => nodes.find(({ name }) => name === wanted);

/** The id in the address that the report gives for the workflow of a client. */
function idIn(output: string, client: string): string {
	const own = output.slice(output.indexOf(`${client} at `));
	return /hubspot-to-clickup:.*\/workflow\/(\w+)/.exec(own)?.[1] ?? '';
}

/** Changes a draft as the editor does when it saves. */
async function edit(id: string, change: (stored: Stored) => Partial<Stored>): Promise<void> {
	const stored = await read(id);
	const { name, nodes, connections, settings, versionId } = { ...stored, ...change(stored) };
	const body = { name, nodes, connections, settings, versionId };
	await office.n8n.client.call(z.unknown(), { method: 'PATCH', path: `/workflows/${id}`, body });
}

describe('npm run import', () => {
	it('says what it would do, and writes nothing, in a dry run', async () => {
		const { code, output } = await agency.run([ACME, BIRCH], '--dry-run');

		expect(output).toContain('Ledger: acme_handoff_ledger');
		expect(output).toContain('hubspot-to-clickup: would be created, would be published');
		expect(output).toContain('ClickUp list for new projects, in Look for the task');
		expect(code).toBe(0);
		expect(await office.n8n.client.readDataTable('handoff_imports')).toEqual([]);
		expect(await workflowNames()).toEqual([]);
	});

	it('imports two clients into one n8n: ledgers, tags and credentials of their own', async () => {
		const { code, output } = await agency.run([ACME, BIRCH]);

		expect(code).toBe(0);
		ids.acme = idIn(output, ACME.name);
		ids.birch = idIn(output, BIRCH.name);
		const [acme, birch] = [await read(ids.acme), await read(ids.birch)];
		expect([acme.active, birch.active]).toEqual([true, false]);
		expect(acme.name).toMatch(/^Acme & Söhne: Hand over won HubSpot deals/);
		expect([acme, birch].map(({ tags }) => tags.map(({ name }) => name))).toEqual([
			['acme'],
			['birch'],
		]);
		expect(nodeOf(acme, NAMES.createTask)?.credentials).toMatchObject({
			clickUpApi: { name: 'Acme clickUp' },
		});
		expect(nodeOf(birch, NAMES.createTask)?.credentials).toMatchObject({
			clickUpApi: { name: 'Birch clickUp' },
		});
		expect(acme.settings.errorWorkflow).not.toBe(birch.settings.errorWorkflow);
		expect(await errorWorkflowOf(acme)).toMatch(/^Acme & Söhne: /);
		expect(output).toMatch(/hubspot-to-clickup: created, published {3}http/);
		expect(output).toMatch(/- clickUpApi: “Acme clickUp” \(id \w+\)/);
		expect(output).toContain('- hubspot-to-clickup: ClickUp list for new projects, in');
	});

	it('leaves a flow that hands a deal over, into the ledger of its client', async () => {
		office.standins.hubspot.addDeal({ properties: completeDeal('Shop for Acme', Date.now()) });
		await lookByCopyOf(ids.acme);
		await until('a link', () =>
			office.standins.slack.messages().some(({ text }) => text.includes('Shop for Acme')),
		);
		const messages = office.standins.slack.messages();

		expect(await accept(newestLink(messages, RECEIVER.email, 'Shop for Acme'), 'Dana')).toBe(200);

		const made = () => office.standins.clickup.tasks().filter(({ name }) => name.includes('Acme'));
		await until('a task', () => made().length === 1);
		await until('the last row', async () =>
			(await stepsIn('acme_handoff_ledger')).includes('handoff.done'),
		);
		expect(await stepsIn('acme_handoff_ledger')).toContain('handoff.accepted');
		expect(await stepsIn('birch_handoff_ledger')).toEqual([]);
		expect(await stepsIn('handoff_ledger')).toEqual([]);
	});

	it('changes nothing when it is run again with nothing new', async () => {
		const before = await read(ids.acme);
		const names = await workflowNames();

		const { output } = await agency.run([ACME, BIRCH]);

		expect(output).toContain('hubspot-to-clickup: unchanged, published before');
		expect(output).toContain('failed-execution: unchanged, published before');
		expect(await read(ids.acme)).toEqual(before);
		expect(await workflowNames()).toEqual(names);
	});

	it('updates around what a person did in n8n, and says on every run what that is', async () => {
		await edit(ids.birch, ({ nodes }) => ({
			nodes: [
				...nodes.map((node) =>
					node.name === NAMES.createTask || node.name === NAMES.findTask
						? { ...node, parameters: { ...node.parameters, list: '902', space: '90011' } }
						: node,
				),
				ownNode,
			],
		}));
		const policy = { ...BIRCH.policy, people: [SECOND_RECEIVER] };
		const values = { ...BIRCH.values, 'ClickUp space': '90012' };

		const { code, output } = await agency.run([{ ...BIRCH, policy, values }]);
		const again = await agency.run([{ ...BIRCH, policy, values }]);

		const birch = await read(ids.birch);
		expect(output).toContain('hubspot-to-clickup: updated, published');
		expect(output).toContain(
			`“${NAMES.createTask}” · space\n      in n8n:   "90011"\n      the file: "90012"`,
		);
		expect(again.output).toContain('in n8n:   "90011"');
		expect([code, again.code]).toEqual([2, 2]);
		expect(nodeOf(birch, NAMES.createTask)?.parameters).toMatchObject({
			list: '902',
			space: '90011',
		});
		expect(String(nodeOf(birch, NAMES.gate)?.parameters.policy)).toContain(SECOND_RECEIVER.email);
		expect(nodeOf(birch, ownNode.name)).toBeDefined();
		expect(birch.active).toBe(true);
	});

	it('follows a renamed node, and makes it as the file says when it is named', async () => {
		// The editor renames a node also where expressions and wires name it.
		const renamed = <Part>(part: Part): Part =>
			JSON.parse(JSON.stringify(part).replaceAll(NAMES.createTask, 'Make the task'));
		await edit(ids.birch, ({ nodes, connections }) => ({
			nodes: renamed(nodes),
			connections: z.record(z.unknown()).parse(renamed(connections)),
		}));
		const values = { ...BIRCH.values, 'ClickUp space': '90012' };

		const { output } = await agency.run([{ ...BIRCH, values }], '--take-ours', 'Make the task');

		const birch = await read(ids.birch);
		expect(nodeOf(birch, NAMES.createTask)).toBeUndefined();
		expect(nodeOf(birch, 'Make the task')?.parameters).toMatchObject({ space: '90012' });
		expect(output).not.toContain('Does not fit together');
	});

	it('takes a client who leaves out of production', async () => {
		const { output } = await agency.run([BIRCH], '--remove', 'birch');

		expect(output).toContain(
			'hubspot-to-clickup: not in the list any more, taken out of production',
		);
		expect((await read(ids.birch)).active).toBe(false);
	});

	it('does not publish again what a person took out of production', async () => {
		await office.n8n.client.unpublish(ids.acme);

		const { output } = await agency.run([ACME, BIRCH], '--client', 'acme');

		expect(output).toContain('hubspot-to-clickup: unchanged, somebody took it out of production');
		expect(output).not.toContain('Birch at');
		expect((await read(ids.acme)).active).toBe(false);
	});

	it('goes on with the next n8n when one lacks the nodes, and says what to install', async () => {
		const there = { ...ACME, url: bare.url, apiKeyEnv: 'BARE_KEY' };

		const { output } = await agency.run([there, { ...BIRCH, templates: ['sla-sweep'] }]);

		expect(output).toContain('n8n-nodes-handoff is not installed on that n8n: install it under');
		expect(output).toContain('sla-sweep: created, published');
	});

	it.each([
		['a wrong key', { apiKeyEnv: 'WRONG' }, { WRONG: 'nope' }, 'The API key is not one of'],
		['no key', { apiKeyEnv: 'NOT_SET' }, {}, 'The environment variable NOT_SET is not set'],
		['no n8n', { url: 'http://127.0.0.1:1' }, {}, 'n8n cannot be reached at'],
		[
			'a credential that is not there',
			{ credentials: { slackApi: 'Slack of Acme' } },
			{},
			'It has “Acme Slack”, “Birch Slack”, “Slack”. Write one of these',
		],
	])('says what is wrong and what to do about %s', async (_what, change, more, words) => {
		const { N8N_URL, N8N_API_KEY } = await keys();
		const other = openAgency({ N8N_URL, N8N_API_KEY, ...more });

		const { code, output } = await other.run({ ...ACME, ...change });

		other.close();
		expect(output).toContain(words);
		expect(output).toContain('→');
		expect(output).not.toContain('    at ');
		expect(code).toBe(1);
	});

	it('never shows a key, nor a secret of a credential', async () => {
		const { output } = await agency.run([ACME]);

		const { N8N_API_KEY } = await keys();
		for (const secret of [N8N_API_KEY, ...Object.values(KEYS)]) {
			expect(output).not.toContain(secret);
		}
	});

	it('asks for a key that may do it when one may not', async () => {
		const { code, output } = await agency.run([{ ...ACME, apiKeyEnv: 'WEAK_KEY' }]);

		expect(output).toContain('may not list the credentials');
		expect(code).toBe(1);
	});
});

const ownNode = {
	id: 'a-node-of-birch',
	name: 'Note of Birch',
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [0, 3000],
	parameters: {},
};

const stepsIn = async (table: string): Promise<unknown[]> =>
	(await office.n8n.client.readDataTable(table)).map(({ type }) => type);

const workflowNames = async (): Promise<string[]> =>
	await office.n8n.client
		.call(z.array(z.object({ name: z.string() })), { path: '/workflows' })
		.then((found) => found.map(({ name }) => name).sort());

/** Lets a copy of a flow look for records once, as the flow itself does every five minutes. */
async function lookByCopyOf(id: string): Promise<void> {
	const { client } = office.n8n;
	const { workflow, path } = withLookNow({ ...(await client.readWorkflow(id)), name: COPY });
	const copy = await client.createWorkflow(workflow);
	await client.publish(copy.id);
	await flowIn(client, copy.id, path).poll();
}

const errorWorkflowOf = async ({ settings }: Stored): Promise<string> =>
	(await read(String(settings.errorWorkflow))).name;

let known: { N8N_URL: string; N8N_API_KEY: string } | undefined;
const keys = async () =>
	(known ??= { N8N_URL: office.n8n.url, N8N_API_KEY: await makeApiKey(office.n8n) });
