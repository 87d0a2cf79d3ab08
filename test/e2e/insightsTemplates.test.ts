import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { openOffice, type Office } from '../scenario/openOffice';
import { importWorkflow } from '../harness/importWorkflow';
import { STANDIN_CREDENTIALS } from '../fakes/credentials';
import { fortnightRows } from '../domain/insights/handoffRows';
import { installLedgerProbe, publishProbe } from './ledgerProbe';

jest.setTimeout(180_000);

const USER = { user: 'ops', password: 'a long password' };

let office: Office;
let folder: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'handoff-insights-'));
	installLedgerProbe(folder);
	office = await openOffice({ userFolder: folder });
	const { ask } = await publishProbe(office.n8n.client);
	await ask('write', { rows: fortnightRows(), positions: [] });
});
afterAll(async () => {
	await office?.close();
	rmSync(folder, { recursive: true, force: true });
});

const workflowSchema = z.object({
	name: z.string(),
	nodes: z.array(z.unknown()),
	connections: z.record(z.unknown()),
	settings: z.record(z.unknown()),
});

/** A template with every choice made. */
function chosen(name: string, choices: Record<string, string>) {
	const text = readFileSync(join(__dirname, '..', '..', 'templates', name), 'utf8');
	const made = text.replace(
		/<__PLACEHOLDER_VALUE__(.+?)__>/g,
		(_, what: string) => choices[what] ?? `no choice for ${what}`,
	);
	return workflowSchema.parse(JSON.parse(made));
}

const ZONE = { 'IANA time zone of your teams': 'UTC' };

describe('the dashboard', () => {
	const visit = async (path: string, password?: string) => {
		const authorization = `Basic ${Buffer.from(`${USER.user}:${password}`).toString('base64')}`;
		const headers = password === undefined ? undefined : { authorization };
		// n8n registers webhooks a moment after it has published them.
		for (let tries = 0; ; tries += 1) {
			const answer = await fetch(`${office.n8n.url}/webhook/${path}`, { headers });
			if (answer.status !== 404 || tries > 50) return answer;
			await sleep(200);
		}
	};

	beforeAll(async () => {
		const { client } = office.n8n;
		const basic = { type: 'httpBasicAuth', name: 'Dashboard', data: USER };
		const credentials = { httpBasicAuth: await client.createCredential(basic) };
		const { id } = await importWorkflow(client, chosen('dashboard.json', ZONE), credentials);
		await client.publish(id);
	});

	it.each(['handoff-report', 'handoff-open'])(
		'shows %s to nobody without the password',
		async (path) => {
			expect((await visit(path)).status).toBe(401);
			expect((await visit(path, 'a guess')).status).toBe(401);
		},
	);

	it('shows the report as a page that loads nothing', async () => {
		const answer = await visit('handoff-report', USER.password);
		const page = await answer.text();
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-type')).toContain('text/html');
		expect(page).toContain('Handoff report');
		expect(page).not.toMatch(/src="http|href="http[^"]*\.css|@import|<script/);
	});

	it('gives what is open, who has the ball and since when', async () => {
		const answer = await visit('handoff-open', USER.password);
		expect(answer.status).toBe(200);
		const open: unknown = await answer.json();
		expect(open).toHaveLength(4);
		expect(open).toContainEqual(
			expect.objectContaining({ recordId: 'H12', state: 'notReady', team: 'Sales' }),
		);
	});
});

it('the weekly report is posted with its numbers as text, and a mail server that is away stops nothing', async () => {
	const { client } = office.n8n;
	const credentials: Record<string, string> = {};
	const closed = { host: '127.0.0.1', port: 1, secure: false, user: '', password: '' };
	const mail = { type: 'smtp', name: 'Mail', data: closed };
	for (const credential of [STANDIN_CREDENTIALS.slackApi, mail]) {
		credentials[credential.type] = await client.createCredential(credential);
	}
	const workflow = chosen('weekly-report.json', {
		...ZONE,
		'Slack channel ID': 'C0LATE',
		'Sender address': 'n8n@example.com',
		'Address of the head of operations': 'ops@example.com',
	});
	const { id } = await importWorkflow(client, workflow, credentials);
	const execution = await client.runManually(id, 'Run once now');
	const ended = await client.waitForExecution(execution, ['success', 'error']);
	expect((await client.readExecution(execution)).error).toBeUndefined();
	expect(ended.status).toBe('success');
	const posted = office.standins.slack.messages().filter(({ text }) => text.includes('report'));
	expect(posted).toHaveLength(1);
	expect(JSON.stringify(posted)).toContain('handoffs');
});
