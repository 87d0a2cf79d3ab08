import Ajv from 'ajv8';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePolicy } from '../../nodes/domain/policy/parsePolicy';
import { pickCombination } from '../../templates/builder/combinations/pickCombination';
import { untailored } from '../../templates/builder/combinations/tailorPolicy';
import { whatIsWrong } from '../../templates/builder/gallery/choices';
import { NAMES } from '../../templates/builder/nodes/names';
import { clientsSchemaFile } from '../../templates/import/clientsSchema';
import { agreedSchema } from '../../templates/import/agreed';
import { agreePolicy } from '../../templates/import/agreePolicy';
import { readClients } from '../../templates/import/clientFile';
import { driftOf } from '../../templates/import/drift';
import { fillValues } from '../../templates/import/fillValues';
import { markNodes } from '../../templates/import/mark';
import { mergeWorkflow } from '../../templates/import/merge';
import { ownLedger } from '../../templates/import/ownLedger';
import { ownWebhooks } from '../../templates/import/ownWebhooks';
import { readCatalogue } from '../../templates/lint/nodes/catalogue';
import { orderOf, readTemplate } from '../../templates/import/templateFile';
import { workflowSchema, type Workflow } from '../../templates/import/workflowShape';

const flow = (parameters: Record<string, unknown>, more: object[] = []): Workflow =>
	workflowSchema.parse({
		name: 'Flow',
		nodes: [
			{ id: 'a', name: 'A', type: 'n8n-nodes-base.set', typeVersion: 3, parameters },
			...more,
		],
		connections: {},
	});
const parametersIn = ({ nodes }: Workflow) => nodes[0]?.parameters;
const open = (what: string) => `<__PLACEHOLDER_VALUE__${what}__>`;

const HUBSPOT = { crm: 'hubspot', project: 'clickup', channel: 'slack' };

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'handoff-clients-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileWith(name: string, content: string): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

describe('a file of clients', () => {
	const acme = { client: 'acme', templates: ['sla-sweep'] };

	it('says the same as CSV and as JSON', () => {
		const json = {
			client: 'acme',
			name: 'Acme, Ltd.',
			templates: ['hubspot-to-clickup', 'sla-sweep'],
			values: { 'ClickUp workspace': '9001' },
			settings: { handoffChannel: '#acme' },
			credentials: { slackApi: 'Acme Slack' },
			ledgerName: 'acme_corp',
			policy: {
				people: [{ name: 'Dana Delivery', email: 'dana@acme.test' }],
				days: ['mon', 'tue'],
				hoursToAccept: 2.5,
				hoursToFix: 0,
			},
		};
		const csv = [
			'client,name,templates,values:ClickUp workspace,settings:handoffChannel,credentials:slackApi,people,days,hoursToAccept,hoursToFix,ledgerName',
			'acme,"Acme, Ltd.",hubspot-to-clickup; sla-sweep,9001,#acme,Acme Slack,Dana Delivery <dana@acme.test>,mon;tue,2.5,0,acme_corp',
		].join('\n');

		expect(readClients(fileWith('a.csv', csv))).toEqual(
			readClients(fileWith('a.json', JSON.stringify(json))),
		);
	});

	it('may be a table as a German or French Excel saves it', () => {
		const csv = [
			'client;templates;values:ClickUp workspace;people;hoursToAccept;publish',
			'acme;hubspot-to-clickup, sla-sweep;9001;Dana <dana@acme.test>, Robin <r@acme.test>;2,5;no',
		].join('\n');

		expect(readClients(fileWith('d.csv', csv))).toMatchObject([
			{
				templates: ['hubspot-to-clickup', 'sla-sweep'],
				values: { 'ClickUp workspace': '9001' },
				policy: { people: [{ name: 'Dana' }, { name: 'Robin' }], hoursToAccept: 2.5 },
				publish: false,
			},
		]);
	});

	it.each<[string, string, string]>([
		['is not JSON', '{', 'is not JSON'],
		['names no template', '{"client":"acme","templates":[]}', 'client “acme”, templates: needs'],
		['has a slip of the pen', JSON.stringify({ ...acme, value: {} }), 'did you mean “values”?'],
		[
			'holds a key',
			JSON.stringify({ ...acme, apiKeyEnv: 'eyJhbGciOi.x' }),
			'apiKeyEnv: “eyJhbGciOi.x” must be the NAME of an environment',
		],
		['has a client twice', JSON.stringify([acme, acme]), 'the client “acme” is there twice'],
		[
			'has somebody without address',
			JSON.stringify({ ...acme, policy: { people: [{ name: 'D', email: 'd' }] } }),
			'policy.people[0].email: “d” is not an e-mail address',
		],
		[
			'has a zone that means several places',
			JSON.stringify({ ...acme, policy: { timezone: 'BST' } }),
			'policy.timezone: "BST" is not a time zone',
		],
	])('that %s is refused with the place', (_what, content, words) => {
		expect(() => readClients(fileWith('b.json', content))).toThrow(words);
	});

	it.each<[string, Record<string, unknown>]>([
		['closes', { opens: '17:00', closes: '09:00' }],
		['hoursToAccept', { hoursToAccept: 0.001 }],
		['hoursToFix', { hoursToFix: 0.1 }],
		['days', { days: [] }],
		['requirements', { requirements: [] }],
	])('is refused where the gallery refuses the same: %s', (field, policy) => {
		const { policy: template } = pickCombination(HUBSPOT).crm;
		const wrong = whatIsWrong({ ...HUBSPOT, tailoring: { ...untailored(template), ...policy } });

		const content = JSON.stringify({ ...acme, policy });
		expect(() => readClients(fileWith('e.json', content))).toThrow(`policy.${field}: ${wrong}`);
	});

	it('tells all its mistakes at once, each with client, place and value', () => {
		const clients = [
			{ ...acme, mode: 'strict', wonSince: 'yesterday', policy: { opens: '9' } },
			{ client: 'Birch', templates: 'sla-sweep' },
		];

		const read = () => readClients(fileWith('f.json', JSON.stringify(clients)));

		expect(read).toThrow('has 5 mistakes:');
		for (const words of [
			'client “acme”, mode: must be one of enforce, warn, shadow, but is “strict”',
			'client “acme”, wonSince: “yesterday” is not a day: write it as 2026-03-02',
			'client “acme”, policy.opens: “9” is not a time: write it as 09:00',
			'client “Birch”, client: “Birch” must be 1 to 24 small letters, digits and hyphens',
			'client “Birch”, templates: must be a list in [ ], but is “sla-sweep”',
		]) {
			expect(read).toThrow(words);
		}
		expect(read).toThrow(
			expect.objectContaining({ remedy: expect.stringContaining('docs/importing-for-clients.md') }),
		);
	});

	it('with columns that mean nothing is refused with those there are', () => {
		const path = fileWith('c.csv', 'client,templates,chanel\nacme,sla-sweep,#a');

		expect(() => readClients(path)).toThrow(
			'the column “chanel” means nothing: columns are client, name,',
		);
	});

	it('takes holidays from an iCalendar file beside it', () => {
		const year = new Date().getUTCFullYear() + 1;
		const event = `BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:${year}0501\r\nSUMMARY:Labour Day\r\nEND:VEVENT`;
		fileWith('days.ics', `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${event}\r\nEND:VCALENDAR\r\n`);
		const policy = { holidaysIcs: 'days.ics', holidays: ['12-25'] };

		const [client] = readClients(fileWith('g.json', JSON.stringify({ ...acme, policy })));

		expect(client?.policy).toEqual({
			holidays: ['12-25', { date: `${year}-05-01`, name: 'Labour Day' }],
		});
	});

	it('has a schema by which an editor helps, which takes what the import takes', () => {
		const { path, content } = clientsSchemaFile();
		expect(readFileSync(join(__dirname, '../../templates', path), 'utf8')).toBe(content);
		const validate = new Ajv({ strict: false, validateFormats: false }).compile(
			JSON.parse(content),
		);

		expect(validate({ $schema: path, clients: [{ ...acme, mode: 'shadow' }] })).toBe(true);
		expect(validate([{ ...acme, policy: { checklist: ['We know the goals'] } }])).toBe(true);
		expect(validate([{ ...acme, value: {} }])).toBe(false);
	});

	it('says the words that a policy has for everything in which clients differ', () => {
		const { workflow } = readTemplate('webhook-to-clickup');
		const own = { id: 'own', label: 'Own', field: 'own', check: { kind: 'present' } };
		const policy = agreedSchema.parse({
			language: 'de',
			holidays: ['2026-12-24'],
			checklist: ['We know the goals'],
			returnReasons: ['Scope unclear', { code: 'x', label: 'X', needsNote: true }],
			requirements: ['budget', own],
			people: [{ name: 'Dana', email: 'dana@acme.test', timezone: 'Europe/Vienna' }],
		});

		const agreed = agreePolicy(workflow, { client: 'acme', policy });

		const gate = agreed.nodes.find(({ name }) => name === NAMES.gate);
		expect(parsePolicy(String(gate?.parameters.policy))).toMatchObject({
			id: 'acme-sales-to-delivery',
			language: 'de',
			requirements: [{ id: 'budget' }, { id: 'own' }],
			receiver: { people: [{ timezone: 'Europe/Vienna' }] },
			acceptance: {
				checklist: [{ id: 'we-know-the-goals', label: 'We know the goals', required: true }],
				returnReasons: [{ code: 'scope-unclear' }, { code: 'x', needsNote: true }],
			},
			calendars: {
				receiver: { holidays: ['2026-12-24'] },
				sender: { holidays: ['2026-12-24'] },
			},
		});
	});
});

describe('what a client chose', () => {
	it.each([
		['alone', open('List'), '90"1'],
		['in JSON', `{"list":"${open('List')}"}`, '{"list":"90\\"1"}'],
		['in an expression', `={{ '${open('List')}' }}`, `={{ '90\\"1' }}`],
	])('stands for the placeholder %s', (_where, text, filled) => {
		expect(parametersIn(fillValues(flow({ text }), { List: '90"1' }))).toEqual({ text: filled });
	});

	it('leaves what was not chosen, and what is only told on a note', () => {
		const note = { id: 'n', name: 'N', type: 'n8n-nodes-base.stickyNote', typeVersion: 1 };
		const before = flow({ text: open('Other') }, [
			{ ...note, parameters: { content: open('List') } },
		]);

		expect(fillValues(before, { List: '1' })).toEqual(before);
	});

	it.each(['={{ $env.SECRET }}', 'a {{ $json.x }}', open('x')])(
		'is never an expression: %s',
		(value) => {
			expect(() => fillValues(flow({}), { List: value })).toThrow('is an expression of n8n');
		},
	);
});

describe('a second import', () => {
	const written = flow({ list: '1', space: '2', policy: '{"a":1,"b":{"c":1}}' });
	const merge = (current: Workflow, wanted: Workflow) =>
		mergeWorkflow({ written, current, wanted });

	it('takes what is new where nobody changed anything', () => {
		const wanted = flow({ list: '7', space: '2' });

		const merged = merge(written, wanted);

		expect(parametersIn(merged)).toEqual({ list: '7', space: '2' });
		expect(driftOf(merged, wanted)).toEqual([]);
	});

	it('keeps what a person changed, and says where that is not what the file says', () => {
		const current = flow({ list: '8', space: '9', policy: '{"a":1,"b":{"c":1}}' });
		const wanted = flow({ list: '7', space: '2', policy: '{"a":1,"b":{"c":1}}' });

		const merged = merge(current, wanted);

		expect(parametersIn(merged)).toMatchObject({ list: '8', space: '9' });
		expect(driftOf(merged, wanted)).toEqual([
			'“A” · list\n      in n8n:   "8"\n      the file: "7"',
			'“A” · space\n      in n8n:   "9"\n      the file: "2"',
		]);
	});

	it('looks into texts that are JSON, so that one changed member does not hold up the others', () => {
		const current = flow({ list: '1', space: '2', policy: '{"a":5,"b":{"c":1}}' });

		const merged = merge(current, flow({ list: '1', space: '2', policy: '{"a":1,"b":{"c":2}}' }));

		expect(JSON.parse(String(parametersIn(merged)?.policy))).toEqual({ a: 5, b: { c: 2 } });
	});

	it('goes through lists by the ids of their entries', () => {
		const [one, mine, theirs] = [{ id: 'a', min: 1 }, { id: 'a', min: 2 }, { id: 'b' }];

		const merged = mergeWorkflow({
			written: flow({ list: [one] }),
			current: flow({ list: [mine] }),
			wanted: flow({ list: [one, theirs] }),
		});

		expect(parametersIn(merged)).toEqual({ list: [mine, theirs] });
	});

	it('fills what is still open', () => {
		const still = flow({ list: open('List') });

		const merged = mergeWorkflow({
			written: still,
			current: still,
			wanted: flow({ list: '7' }),
		});

		expect(parametersIn(merged)).toEqual({ list: '7' });
	});

	it('takes nothing for changed that the file leaves open and somebody chose', () => {
		const wanted = flow({ list: open('List') });

		expect(driftOf(flow({ list: '7' }), wanted)).toEqual([]);
	});

	it('shows of long texts where they begin to differ', () => {
		const text = 'x'.repeat(500);

		const [line = ''] = driftOf(flow({ text: `${text}old` }), flow({ text: `${text}new` }));

		expect(line).toContain('xxxold"');
		expect(line).toContain('xxxnew"');
		expect(line.length).toBeLessThan(200);
	});

	it('keeps nodes of a person, brings new ones, and does not bring back a removed one', () => {
		const node = (id: string) => ({
			id,
			name: id,
			type: 'n8n-nodes-base.noOp',
			typeVersion: 1,
			parameters: {},
		});
		const [before, now, next] = [
			['old', 'gone'],
			['old', 'own'],
			['old', 'gone', 'new'],
		].map((ids) => flow({}, ids.map(node)));
		if (!before || !now || !next) throw new Error('three flows');

		const merged = mergeWorkflow({ written: before, current: now, wanted: next });

		expect(merged.nodes.map(({ name }) => name)).toEqual(['A', 'old', 'own', 'new']);
		expect(driftOf(merged, next)).toEqual(['“gone” was removed in n8n', '“own” is in n8n only']);
	});
});

describe('a template of one client', () => {
	const catalogue = readCatalogue();
	const ledgersIn = ({ nodes }: Workflow) =>
		nodes.flatMap(({ name, parameters: { ledgerName } }) =>
			ledgerName === undefined ? [] : [[name, ledgerName]],
		);

	it('has a ledger of its own, in every node that keeps one', () => {
		const { workflow } = readTemplate('webhook-to-clickup');

		expect(ledgersIn(ownLedger(workflow, 'acme', catalogue))).toEqual([
			[NAMES.gate, 'acme'],
			[NAMES.fix, 'acme'],
			[NAMES.accept, 'acme'],
			[NAMES.noteSetUp, 'acme'],
		]);
		expect(ownLedger(workflow, '', catalogue)).toEqual(workflow);
	});

	it.each(['sla-sweep', 'weekly-report', 'dashboard', 'ledger-in-google-sheets'])(
		'looks at its ledger in %s',
		(template) => {
			const own = ownLedger(readTemplate(template).workflow, 'acme', catalogue);

			expect(new Set(ledgersIn(own).map(([, ledger]) => ledger))).toEqual(new Set(['acme']));
		},
	);

	it('keeps a ledger apart that has a name in the template', () => {
		const own = ownLedger(readTemplate('try-out').workflow, 'acme', catalogue);

		expect(new Set(ledgersIn(own).map(([, ledger]) => ledger))).toEqual(new Set(['acme_try_out']));
	});

	it('gives no ledger to nodes that keep none', () => {
		const { workflow } = readTemplate('backtest-from-csv');

		expect(ownLedger(workflow, 'acme', catalogue)).toEqual(workflow);
	});

	it('has addresses of its own, the same on every run and others than those of the next client', () => {
		const { workflow } = readTemplate('webhook-to-clickup');
		const hooks = (client: string) =>
			ownWebhooks(
				markNodes(workflow, { client, template: 'webhook-to-clickup' }),
				client,
			).nodes.flatMap((node) =>
				node.webhookId === undefined ? [] : [[node.webhookId, node.parameters.path]],
			);

		expect(hooks('acme')).toEqual(hooks('acme'));
		expect(hooks('acme')[0]?.[0]).toMatch(
			/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
		);
		expect(hooks('acme')[0]?.[0]).not.toBe(hooks('birch')[0]?.[0]);
		expect(hooks('acme')[0]?.[1]).toBe('acme-handoff');
	});

	it('is a shipped one, any other combination, or a file; and what others refer to comes first', () => {
		expect(readTemplate('hubspot/asana/slack').workflow.name).toContain(
			'Asana once delivery accepts (Slack)',
		);
		expect(() => readTemplate('hubspot-to-clikup')).toThrow('no template “hubspot-to-clikup”');
		expect(() => readTemplate('hubspot/asana/fax')).toThrow('cannot be built');
		const names = ['hubspot-to-clickup', 'ledger-in-postgres', 'failed-execution'];
		const ordered = names.map(readTemplate).sort((one, other) => orderOf(one) - orderOf(other));
		expect(ordered.map(({ name }) => name)).toEqual([...names].reverse());
	});
});
