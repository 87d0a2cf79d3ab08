import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { KEYS } from '../../demo/standins/credentials';
import { startStandins, type Standins } from '../../demo/standins/standins';

interface Call {
	method?: string;
	url: string;
	key?: string;
	body?: unknown;
}

const replies = z.array(
	z.object({
		status: z.number().optional(),
		failed: z.string().optional(),
		retryAfter: z.string().nullish(),
		body: z.record(z.unknown()).optional(),
	}),
);

/** Makes calls in a program of its own, one after the other, as n8n would. */
const CALLER = `
	const calls = JSON.parse(process.argv[1]);
	const ask = async ({ method = 'GET', url, key, body }) => {
		try {
			const headers = { 'content-type': 'application/json', ...(key && { authorization: key }) };
			const reply = await fetch(url, { method, headers, body: body && JSON.stringify(body) });
			const retryAfter = reply.headers.get('retry-after');
			return { status: reply.status, retryAfter, body: await reply.json() };
		} catch (problem) {
			return { failed: String(problem.cause?.code ?? problem.cause?.message ?? problem) };
		}
	};
	(async () => {
		const replies = [];
		for (const call of calls) replies.push(await ask(call));
		console.log(JSON.stringify(replies));
	})();
`;

const HUBSPOT = 'https://api.hubapi.com/crm/v3/objects';
const CLICKUP = 'https://api.clickup.com/api/v2';
const SLACK = 'https://slack.com/api';
const hubspotKey = `Bearer ${KEYS.hubspot}`;
const slackKey = `Bearer ${KEYS.slack}`;

describe('the stand-ins', () => {
	let standins: Standins;

	async function ask(...calls: Call[]) {
		const { stdout } = await promisify(execFile)(
			process.execPath,
			['-e', CALLER, JSON.stringify(calls)],
			{ env: { PATH: process.env.PATH, ...standins.environment() } },
		);
		return replies.parse(JSON.parse(stdout));
	}

	beforeEach(async () => {
		standins = await startStandins();
	});

	afterEach(async () => {
		await standins.stop();
	});

	it('refuses and reports every connection that has no stand-in', async () => {
		const answers = await ask(
			{ url: 'https://example.com/' },
			{ url: 'http://api.hubapi.com/' },
			{ url: 'https://203.0.113.7:8443/' },
		);

		expect(answers.map(({ failed }) => failed)).toEqual(Array(3).fill('ECONNREFUSED'));
		expect(standins.refusedConnections()).toMatchObject([
			{ host: 'example.com', port: 443 },
			{ host: 'api.hubapi.com', port: 80 },
			{ host: '203.0.113.7', port: 8443 },
		]);
	});

	it('are trusted through their own authority only', async () => {
		const { NODE_EXTRA_CA_CERTS, ...rest } = standins.environment();
		expect(NODE_EXTRA_CA_CERTS).toBeDefined();
		jest.spyOn(standins, 'environment').mockReturnValue(rest);

		const [answer] = await ask({ url: `${CLICKUP}/team`, key: KEYS.clickup });

		expect(answer?.failed).toMatch(/UNABLE_TO_VERIFY|SELF_SIGNED/);
	});

	it.each([
		['HubSpot', `${HUBSPOT}/deals/1`, 401, { status: 'error', category: 'INVALID_AUTHENTICATION' }],
		['ClickUp', `${CLICKUP}/team`, 401, { err: 'Token invalid', ECODE: 'OAUTH_025' }],
		['Slack', `${SLACK}/auth.test`, 200, { ok: false, error: 'invalid_auth' }],
	])('let %s refuse a wrong key in its own words', async (_vendor, url, status, body) => {
		const [answer] = await ask({ url, key: 'Bearer wrong' });

		expect(answer).toMatchObject({ status, body });
		expect(standins.requests()).toMatchObject([{ authorized: false, status }]);
	});

	it('find deals by groups of filters, page by page', async () => {
		for (const [dealname, dealstage, amount] of [
			['A', 'closedwon', '900'],
			['B', 'closedwon', '12000'],
			['C', 'closedwon', '15000'],
			['D', 'qualified', '20000'],
			['E', 'qualified', ''],
		] as const) {
			standins.hubspot.addDeal({ properties: { dealname, dealstage, amount } });
		}
		const won = { propertyName: 'dealstage', operator: 'IN', values: ['closedwon'] };
		const big = { propertyName: 'amount', operator: 'GTE', value: '12000' };
		const unknown = { propertyName: 'amount', operator: 'NOT_HAS_PROPERTY' };
		const search = {
			filterGroups: [{ filters: [won, big] }, { filters: [unknown] }],
			sorts: [{ propertyName: 'dealname', direction: 'DESCENDING' }],
			properties: ['dealname'],
			limit: 2,
		};
		const method = 'POST';
		const url = `${HUBSPOT}/deals/search`;

		const [first, second] = await ask(
			{ method, url, key: hubspotKey, body: search },
			{ method, url, key: hubspotKey, body: { ...search, after: '2' } },
		);

		expect(first?.body).toMatchObject({
			total: 3,
			results: [{ properties: { dealname: 'E' } }, { properties: { dealname: 'C' } }],
			paging: { next: { after: '2' } },
		});
		expect(second?.body).toMatchObject({ results: [{ properties: { dealname: 'B' } }] });
		expect(second?.body).not.toHaveProperty('paging');
	});

	it('keep a note with its deal and count it as a change of the deal', async () => {
		const id = standins.hubspot.addDeal({ properties: { dealname: 'Acme' } });
		const [before] = standins.hubspot.deals();
		const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 214 }];
		const note = {
			properties: { hs_timestamp: 1_772_445_600_000, hs_note_body: 'Budget is missing' },
			associations: [{ to: { id }, types }],
		};

		const [made, lost] = await ask(
			{ method: 'POST', url: `${HUBSPOT}/notes`, key: hubspotKey, body: note },
			{
				method: 'POST',
				url: `${HUBSPOT}/notes`,
				key: hubspotKey,
				body: { ...note, associations: [{ to: { id: '1' }, types }] },
			},
		);

		expect(made?.status).toBe(201);
		expect(lost?.status).toBe(404);
		expect(standins.hubspot.notes()).toMatchObject([{ dealIds: [id], body: 'Budget is missing' }]);
		const [after] = standins.hubspot.deals();
		expect(Date.parse(`${after?.properties.hs_lastmodifieddate}`)).toBeGreaterThan(
			Date.parse(`${before?.properties.hs_lastmodifieddate}`),
		);
	});

	it('refuse to write a property that nobody made in HubSpot', async () => {
		const id = standins.hubspot.addDeal({ properties: { dealname: 'Acme' } });
		const url = `${HUBSPOT}/deals/${id}`;
		const body = { properties: { handoff_task_url: 'https://app.clickup.com/t/1' } };
		const patch = { method: 'PATCH', url, key: hubspotKey, body };

		const [refused] = await ask(patch);
		standins.hubspot.addDealProperties('handoff_task_url');
		const [taken] = await ask(patch);

		expect(refused).toMatchObject({ status: 400, body: { category: 'VALIDATION_ERROR' } });
		expect(taken?.status).toBe(200);
		expect(standins.hubspot.deals()).toMatchObject([body]);
	});

	it('find a task again by its custom field', async () => {
		standins.clickup.addField({ id: 'field-1', name: 'Handoff', type: 'short_text' });
		const create = (name: string, value: string) => ({
			method: 'POST',
			url: `${CLICKUP}/list/901/task`,
			key: KEYS.clickup,
			body: { name, custom_fields: [{ id: 'field-1', value }] },
		});
		const wanted = JSON.stringify([{ field_id: 'field-1', operator: '=', value: 'h-2' }]);
		const url = `${CLICKUP}/list/901/task?custom_fields=${encodeURIComponent(wanted)}`;

		const answers = await ask(create('One', 'h-1'), create('Two', 'h-2'), {
			url,
			key: KEYS.clickup,
		});

		expect(answers[2]?.body).toMatchObject({ tasks: [{ name: 'Two' }], last_page: true });
		expect(standins.clickup.tasks().map(({ name }) => name)).toEqual(['One', 'Two']);
	});

	it.each([
		['an unknown channel', { channel: '#nowhere', text: 'x' }, 'channel_not_found'],
		['an empty message', { channel: '#handoffs' }, 'no_text'],
		[
			'a header of more than 150 characters',
			{
				channel: '#handoffs',
				blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }],
			},
			'invalid_blocks',
		],
	])('let Slack refuse %s with status 200', async (_what, body, error) => {
		const url = `${SLACK}/chat.postMessage`;

		const [answer] = await ask({ method: 'POST', url, key: slackKey, body });

		expect(answer).toMatchObject({ status: 200, body: { ok: false, error } });
		expect(standins.slack.messages()).toEqual([]);
	});

	it('deliver a message to a channel by name and to a person by id', async () => {
		const person = { id: 'U0ANA', name: 'ana', realName: 'Ana Lead', email: 'ana@studio.example' };
		standins.slack.addPerson(person);
		const post = (channel: string) => ({
			method: 'POST',
			url: `${SLACK}/chat.postMessage`,
			key: slackKey,
			body: { channel, text: 'Hello' },
		});

		await ask(post('#handoffs'), post('U0ANA'));

		const receivers = standins.slack.messages().map(({ to }) => to);
		expect(receivers).toEqual(['handoffs', 'ana@studio.example']);
	});

	it('fail as often as they are told to, and work again afterwards', async () => {
		const create = {
			method: 'POST',
			url: `${CLICKUP}/list/901/task`,
			key: KEYS.clickup,
			body: { name: 'Kick-off' },
		};
		standins.clickup.failNext(1, { status: 429, match: /^POST/ });
		standins.clickup.failNext(1, { status: 500, match: /^POST/ });
		standins.clickup.failNext(1, { status: 'reset', match: /^POST/ });
		standins.clickup.failNext(1, { status: 'lostAnswer', match: /^POST/ });
		standins.clickup.failNext(1, { status: 'slow', match: /^POST/, delayMs: 50 });

		const answers = await ask(
			{ url: `${CLICKUP}/team`, key: KEYS.clickup },
			...Array(6).fill(create),
		);

		expect(answers.map(({ status, failed }) => status ?? failed)).toEqual([
			200,
			429,
			500,
			expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/),
			expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/),
			200,
			200,
		]);
		expect(answers[1]?.body).toEqual({ err: 'Rate limit reached', ECODE: 'APP_002' });
		expect(standins.clickup.tasks()).toHaveLength(3);
	});
});
