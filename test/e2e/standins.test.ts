import { KEYS } from '../fakes/credentials';
import { startStandins, type Standins } from '../fakes/standins';
import { askVendors, type Call } from './askVendors';

const HUBSPOT = 'https://api.hubapi.com/crm/v3/objects';
const CLICKUP = 'https://api.clickup.com/api/v2';
const SLACK = 'https://slack.com/api';

describe('the stand-ins', () => {
	let standins: Standins;

	const ask = (...calls: Call[]) => askVendors(standins.environment(), ...calls);

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
