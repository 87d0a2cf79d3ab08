import { join } from 'node:path';
import { submitDecision } from '../scenario/decisionPage';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import { BY_NIGHT } from '../support/draws';
import { acceptWorkflow, DANA, ROBIN } from './acceptFlow';
import { askCrowd, envelopesOf, inParallel, type Waiting } from './crowd';
import { changesOf, swapsOf } from './linkChanges';

jest.setTimeout(600_000);

const ACCEPTANCE = { decision: 'accept', name: 'Dana D.', 'check.capacity': 'yes' };
const RETURN = { decision: 'return', name: 'Robin R.', 'reason.date': 'yes' };
const HANDOFFS = BY_NIGHT ? 200 : 40;

let n8n: RunningN8n;
let log = '';
beforeAll(async () => {
	n8n = await startN8n({ packageFrom: join(__dirname, '..', '..') });
});
afterAll(async () => await n8n?.stop());

const crowd = (path: string, count: number) => askCrowd(n8n, acceptWorkflow(path, {}), count);
const linkOf = ({ links }: Waiting, { email }: { email: string }): string => links[email] ?? '';
const post = (link: string, fields: Record<string, string>) =>
	fetch(link, { method: 'POST', body: new URLSearchParams({ round: '1', ...fields }) });

describe('a link scanner that follows every link and submits no form', () => {
	/** Opens a page as scanners do, and every address that stands on it. */
	async function scan(url: string, seen: Set<string>): Promise<void> {
		if (seen.has(url) || new URL(url).origin !== n8n.url) return;
		seen.add(url);
		await fetch(url, { method: 'HEAD' });
		const answer = await fetch(url);
		const page = await answer.text();
		const addresses = [...page.matchAll(/(?:href|src|action)="([^"]+)"/g)].map(
			([, address = '']) => new URL(address.replaceAll('&amp;', '&'), url).href,
		);
		for (const address of addresses.slice(0, 30)) await scan(address, seen);
	}

	it('changes nothing: the handoff waits as before, and is decided later by its receiver', async () => {
		const asked = await crowd('scanned', 5);
		const before = await inParallel(asked, 5, ({ executionId }) => readRuns(executionId));
		for (let visit = 0; visit < 3; visit++) {
			for (const { links } of asked) {
				for (const link of Object.values(links)) await scan(link, new Set());
			}
		}
		expect(await inParallel(asked, 5, ({ executionId }) => readRuns(executionId))).toEqual(before);

		for (const one of asked) {
			expect((await submitDecision(linkOf(one, DANA), ACCEPTANCE)).status).toBe(200);
		}
	});

	const readRuns = async (executionId: string) => {
		const { status, runData } = await n8n.client.readExecution(executionId);
		return { status, runs: Object.entries(runData).map(([name, runs]) => [name, runs.length]) };
	};
});

describe('two people who decide differently at the same moment', () => {
	it(`give ${HANDOFFS} decisions for ${HANDOFFS} handoffs, and each loser is told so`, async () => {
		const asked = await crowd('raced', HANDOFFS);
		const told = { ours: 0, runsAlready: 0, noActionRequired: 0 };
		await inParallel(asked, 6, async (one) => {
			const answers = await Promise.all([
				post(linkOf(one, DANA), ACCEPTANCE),
				post(linkOf(one, ROBIN), RETURN),
			]);
			const pages = await Promise.all(answers.map((answer) => answer.text()));
			const won = pages.findIndex((page) => /(?:Accepted|Returned)\. Thank you/.test(page));
			expect(pages[won]).toContain(won === 0 ? 'Accepted. Thank you.' : 'Returned. Thank you.');
			told[whatLoserWasTold(pages[1 - won] ?? '', answers[1 - won]?.status ?? 0)] += 1;

			const ended = await n8n.client.waitForExecution(one.executionId, 'success', 120_000);
			expect([envelopesOf(ended, 1).length, envelopesOf(ended, 2).length]).toEqual(
				won === 0 ? [1, 0] : [0, 1],
			);
		});
		expect(told.ours + told.runsAlready + told.noActionRequired).toBe(HANDOFFS);
		console.info(`what ${HANDOFFS} losers were told: ${JSON.stringify(told)}`);
	});

	/** @throws Error when the text could be read as “your answer counts” */
	function whatLoserWasTold(page: string, status: number) {
		if (status === 409 && page.includes('Nothing you sent was counted')) return 'ours';
		if (status === 409 && page.includes('is running already')) return 'runsAlready';
		if (status === 200 && page.includes('No action required')) return 'noActionRequired';
		throw new Error(`${status}: ${page.slice(0, 2_000)}`);
	}
});

describe('a link that was changed', () => {
	it('is refused, in whichever way it was changed, and decides nothing', async () => {
		const [asked, another] = await crowd('changed', 2);
		if (asked === undefined || another === undefined) throw new Error('nobody was asked');
		const link = linkOf(asked, DANA);
		const swapped = [
			...swapsOf(link, linkOf(asked, ROBIN)),
			...swapsOf(link, linkOf(another, DANA)),
		];
		const misspelt = changesOf(link);
		expect(swapped.length + misspelt.length).toBeGreaterThanOrEqual(10_000);
		// By day each fifth sign is enough: every place of the address is changed by some.
		const some = misspelt.filter((_, place) => BY_NIGHT || place % 5 === 0);
		const changed = [...swapped, ...some];

		const taken = await inParallel(changed, 24, async (url) => {
			const answer = await post(url, ACCEPTANCE);
			await answer.arrayBuffer();
			const refusals = [400, 401, 404, ...(isNumbered(url) ? [] : [500])];
			return refusals.includes(answer.status) ? [] : [`${answer.status} ${url}`];
		});

		expect(taken.flat()).toEqual([]);
		for (const { executionId } of [asked, another]) {
			expect((await n8n.client.readExecution(executionId)).status).toBe('waiting');
		}
		expect((await submitDecision(link, ACCEPTANCE)).status).toBe(200);
	});
});

/** n8n itself answers 500 to an address whose execution is no number. */
const isNumbered = (url: string): boolean =>
	/^\/webhook-waiting\/\d+(?:\/|$)/.test(new URL(url).pathname);

describe('what a page gives away', () => {
	const PRIVATE = {
		'cache-control': 'no-store',
		'referrer-policy': 'no-referrer',
		'x-frame-options': 'DENY',
		'x-content-type-options': 'nosniff',
	};
	const headersOf = (answer: Response) =>
		Object.fromEntries(Object.keys(PRIVATE).map((name) => [name, answer.headers.get(name)]));

	it('is not kept, not framed, passes no address on, and runs no script', async () => {
		const [asked] = await crowd('headers', 1);
		const link = asked === undefined ? '' : linkOf(asked, DANA);
		const shown = await fetch(link);
		const refused = await post(link, { decision: 'accept' });
		for (const answer of [shown, refused]) {
			const policy = answer.headers.get('content-security-policy') ?? '';
			expect(policy).toContain("default-src 'none'");
			expect(policy).toContain("frame-ancestors 'none'");
			expect(policy).not.toContain('script-src');
			expect(headersOf(answer)).toEqual(PRIVATE);
		}
		const taken = await post(link, ACCEPTANCE);
		expect(taken.status).toBe(200);
		expect(headersOf(taken)).toEqual({ ...PRIVATE, 'cache-control': 'no-store, no-transform' });
		const page = await taken.text();
		expect(page).toMatch(
			/http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;/,
		);
		log = n8n.log();
	});

	it('is no link: neither that of another, nor a signature, nor in the log of n8n', async () => {
		const [asked] = await crowd('links', 1);
		for (const { email } of [DANA, ROBIN]) {
			const page = await (await fetch(asked?.links[email] ?? '')).text();
			expect(page).not.toMatch(/signature|webhook-waiting/);
			for (const link of Object.values(asked?.links ?? {})) {
				expect(page).not.toContain(new URL(link).searchParams.get('signature'));
			}
		}
		expect(log.length).toBeGreaterThan(0);
		// n8n notes the path of a request, which opens nothing; and what it cannot decode, as it came.
		const lines = `${log}${n8n.log()}`.split('\n');
		const told = lines.filter((line) => /signature=|[0-9a-f]{64}/.test(line));
		expect(told.filter((line) => !line.includes('URIError: Failed to decode param'))).toEqual([]);
	});

	it('is no link in the text of an error either', async () => {
		const broken = acceptWorkflow(
			'broken',
			{},
			{
				type: 'n8n-nodes-base.stopAndError',
				typeVersion: 1,
				parameters: { errorMessage: 'The channel is down' },
			},
		);
		const { id: workflowId } = await n8n.client.createWorkflow(broken);
		await n8n.client.publish(workflowId);
		await n8n.client.callWebhook('broken', {});
		const [failed] = await n8n.client.waitForExecutions({ workflowId, status: ['error'] }, 1);
		const { error } = await n8n.client.readExecution(failed?.id ?? '');
		expect(error?.message).toContain('There is no handoff to accept');
		expect(JSON.stringify(error)).not.toMatch(/signature=|webhook-waiting\//);
	});
});
