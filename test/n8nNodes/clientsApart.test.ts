import { DateTime } from 'luxon';
import { isToHandOver } from '../../nodes/domain/readiness/handOver';
import { NAMES } from '../../templates/builder/nodes/names';
import { removeClient } from '../../templates/import/importClient';
import { handoffIdOf } from '../../nodes/domain/readiness/handoffId';
import { compilePolicy } from '../../nodes/domain/readiness/compilePolicy';
import { parsePolicy } from '../../nodes/domain/policy/parsePolicy';
import { addAccounts, catalogue, clientOf, runImport, TEMPLATE } from './importedClients';
import { openPublicN8n, type PublicN8n } from './publicN8n';
import type { StoredWorkflow } from '../../templates/import/stored';

let n8n: PublicN8n;
beforeEach(() => {
	n8n = openPublicN8n(catalogue);
});

const nodeIn = ({ nodes }: StoredWorkflow, wanted: string) =>
	nodes.find(({ name }) => name === wanted);

const handoffOf17In = (workflow: StoredWorkflow): string => {
	const policy = parsePolicy(JSON.parse(String(nodeIn(workflow, NAMES.gate)?.parameters.policy)));
	return handoffIdOf(compilePolicy(policy), { id: '17' });
};

describe('clients in one n8n', () => {
	it('get no account that their file does not name, however alike its name is', async () => {
		addAccounts(n8n, 'nordlicht');

		const { credentials, templates } = await runImport(n8n, clientOf('nord', { credentials: {} }));

		expect(credentials).toEqual([]);
		expect(templates[0]?.words).toBe('created, not published: see what is left');
		expect(templates[0]?.left.join('\n')).toContain(
			'(slackApi: name it under "credentials"; there is “nordlicht slackApi”)',
		);
	});

	it.each([
		['name', 'nord slackApi'],
		['id', 'nord-slackApi'],
	])(
		'name their accounts by %s, and the report names each that was taken',
		async (_by, slackApi) => {
			addAccounts(n8n, 'nord');
			addAccounts(n8n, 'nordlicht');
			const { credentials } = clientOf('nord');

			const report = await runImport(
				n8n,
				clientOf('nord', { credentials: { ...credentials, slackApi } }),
			);

			expect(report.credentials).toContain('slackApi: “nord slackApi” (id nord-slackApi)');
			expect(report.templates[0]?.words).toBe('created, published');
		},
	);

	it('are asked for an account wherever a node can use one, also where n8n publishes without', async () => {
		const client = clientOf('nord', { templates: ['webhook/clickup/discord'], credentials: {} });

		const { templates } = await runImport(n8n, client);

		expect(templates[0]?.left.join('\n')).toContain('“Discord Webhook” (discordWebhookApi');
	});

	it('hear in a dry run which of their accounts do not work', async () => {
		addAccounts(n8n, 'nord');
		n8n.refused.set('nord-slackApi', 'invalid_auth');
		n8n.refused.set('nord-clickUpApi', 'No testing function found for this credential.');

		const { notes } = await runImport(n8n, clientOf('nord'), { dryRun: true });

		expect(notes).toEqual([
			'slackApi: “nord slackApi” (id nord-slackApi) does not work: invalid_auth',
		]);
		expect(n8n.workflows.size).toBe(0);
	});

	it('say which of two accounts of one name they mean', async () => {
		addAccounts(n8n, 'nord');
		n8n.credentials.push({ id: 'second', name: 'nord slackApi', type: 'slackApi' });

		await expect(runImport(n8n, clientOf('nord'))).rejects.toMatchObject({
			message:
				'That n8n has more than one credential of the type slackApi with the name “nord slackApi”.',
			remedy: 'Write the id of the one that is meant: nord-slackApi or second.',
		});
	});

	it('of one name have workflows of their own, which no run of the other touches', async () => {
		for (const client of ['nord', 'nord2']) addAccounts(n8n, client);
		await runImport(n8n, clientOf('nord', { name: 'Nord' }));
		const before = structuredClone(n8n.named('Nord: '));

		await runImport(n8n, clientOf('nord2', { name: 'Nord' }));

		expect(n8n.workflows.size).toBe(2);
		expect(n8n.workflows.get(before.id)).toEqual(before);
	});

	it('leave a workflow alone that somebody made by hand under the name of theirs', async () => {
		addAccounts(n8n, 'nord');
		await runImport(n8n, clientOf('nord'));
		const own = n8n.named('nord: ');
		n8n.workflows.set(own.id, {
			...own,
			nodes: own.nodes.map((node) => ({ ...node, id: `by-hand-${node.id}` })),
		});
		n8n.imports.length = 0;
		const before = structuredClone(n8n.workflows.get(own.id));

		await runImport(n8n, clientOf('nord'));

		expect(n8n.workflows.size).toBe(2);
		expect(n8n.workflows.get(own.id)).toEqual(before);
	});

	it('never take the handoff of one record for that of another, also in one ledger', async () => {
		for (const client of ['nord', 'sued']) {
			addAccounts(n8n, client);
			await runImport(n8n, clientOf(client, { ledgerName: '' }));
		}

		expect(handoffOf17In(n8n.named('nord: '))).not.toBe(handoffOf17In(n8n.named('sued: ')));
	});
});

describe('a client', () => {
	beforeEach(async () => {
		for (const client of ['nord', 'sued']) {
			addAccounts(n8n, client);
			await runImport(n8n, clientOf(client));
		}
	});

	it('who leaves is taken out of production, and nobody else', async () => {
		const { id } = n8n.named('nord: ');

		const retired = await removeClient(n8n, 'nord', { dryRun: false, catalogue, takeOurs: [] });

		expect(retired).toEqual([{ template: TEMPLATE, id }]);
		expect([n8n.named('nord: ').active, n8n.named('sued: ').active]).toEqual([false, true]);
	});

	it('who leaves is found by the marks when the table of imports is lost', async () => {
		n8n.imports.length = 0;

		await removeClient(n8n, 'nord', { dryRun: false, catalogue, takeOurs: [] });

		expect([n8n.named('nord: ').active, n8n.named('sued: ').active]).toEqual([false, true]);
	});

	it('loses from production what is not in the list any more, is told so, and gets it back', async () => {
		const other = clientOf('nord', { templates: ['sla-sweep'] });

		const dry = await runImport(n8n, other, { dryRun: true });
		const { retired } = await runImport(n8n, other);

		expect(dry.retired).toEqual(retired);
		expect(retired).toEqual([{ template: TEMPLATE, id: n8n.named('nord: Hand over').id }]);
		expect(n8n.named('nord: Hand over').active).toBe(false);
		expect((await runImport(n8n, other)).retired).toEqual([]);
		const { templates } = await runImport(n8n, clientOf('nord'));
		expect(templates[0]?.words).toBe('unchanged, published');
	});

	it('whose file says "publish": false gets nothing into production', async () => {
		addAccounts(n8n, 'west');

		const { templates } = await runImport(n8n, clientOf('west', { publish: false }));

		expect(templates[0]?.words).toBe('created, not published, as "publish" is false');
		expect(n8n.named('west: ').active).toBe(false);
	});
});

describe('going live', () => {
	beforeEach(() => addAccounts(n8n, 'nord'));

	const deals = (more: Record<string, unknown>) =>
		clientOf('nord', { templates: ['hubspot/clickup/slack'], ...more });
	const policyIn = () => String(nodeIn(n8n.named('nord: '), NAMES.gate)?.parameters.policy);
	const handsOver = (closedate: string) => {
		const record = { id: '17', properties: { dealstage: 'closedwon', closedate } };
		const compiled = compilePolicy(parsePolicy(JSON.parse(policyIn())));
		return isToHandOver(compiled, record, Date.now());
	};
	const day = (offset: number) => DateTime.now().plus({ days: offset }).toISO() ?? '';

	it('begins with what is won from the day of the first import on, which later runs keep', async () => {
		await runImport(n8n, deals({}));
		const before = policyIn();

		await runImport(n8n, deals({}));

		expect([day(-400), day(-2), day(0), day(1)].map(handsOver)).toEqual([false, false, true, true]);
		expect(policyIn()).toBe(before);
	});

	it('begins with the day that the file says, and moves with it', async () => {
		await runImport(n8n, deals({ wonSince: '2026-03-02' }));
		expect(['2026-03-01', '2026-03-02'].map(handsOver)).toEqual([false, true]);

		const { templates } = await runImport(n8n, deals({ wonSince: '2026-03-09', mode: 'Shadow' }));

		expect(['2026-03-08', '2026-03-09'].map(handsOver)).toEqual([false, true]);
		expect(templates[0]?.gates).toBe('Shadow, what was won from 2026-03-09 on');
	});

	it('says of a search that cannot tell when something was won that it finds everything', async () => {
		const { notes } = await runImport(n8n, deals({ templates: ['airtable/clickup/slack'] }));

		expect(notes.join('\n')).toContain('do not say when they were won');
	});
});
