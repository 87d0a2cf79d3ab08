import { join } from 'node:path';
import { z } from 'zod';
import { submitDecision } from '../scenario/decisionPage';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import { acceptWorkflow, DANA, publishAccept, ROBIN, type Asked } from './acceptFlow';

jest.setTimeout(180_000);

const ACCEPTANCE = { decision: 'accept', name: 'Dana D.', 'check.capacity': 'yes' };
const RETURN = { decision: 'return', name: 'Dana D.', 'reason.date': 'yes' };

let n8n: RunningN8n;
let ask: Awaited<ReturnType<typeof publishAccept>>;
beforeAll(async () => {
	n8n = await startN8n({ packageFrom: join(__dirname, '..', '..') });
	const workflow = acceptWorkflow('manners', { options: { language: 'de' } });
	ask = await publishAccept(n8n, workflow);
});
afterAll(async () => await n8n?.stop());

const pageAt = async (link: string) => {
	const answer = await fetch(link);
	return { status: answer.status, page: await answer.text() };
};

/** Sends without reading the page first, as a second click does. */
const post = async (link: string, fields: Record<string, string>) => {
	const body = new URLSearchParams({ round: '1', ...fields });
	const answer = await fetch(link, { method: 'POST', body });
	return { status: answer.status, page: await answer.text() };
};

async function expectStillOpen(asked: Asked): Promise<void> {
	expect((await asked.until('waiting')).status).toBe('waiting');
	expect((await pageAt(await asked.linkFor(DANA.email))).page).toContain('Ihre Entscheidung');
}

describe('whoever comes at a bad moment', () => {
	it('with a double click decides once, and the second click is told so', async () => {
		const asked = await ask();
		const link = await asked.linkFor(DANA.email);
		const answers = await Promise.all([post(link, ACCEPTANCE), post(link, ACCEPTANCE)]);

		const taken = answers.filter(({ status }) => status === 200);
		const refused = answers.filter(({ status }) => status === 409);
		expect([taken.length, refused.length]).toEqual([1, 1]);
		expect(taken[0]?.page).toContain('Angenommen. Vielen Dank.');
		expect(refused[0]?.page).toMatch(/Jemand war schneller|is running already/);
		await asked.until('success');
		expect(await asked.output(1)).toHaveLength(1);
	});

	it('after the decision gets the readable page of n8n, and changes nothing', async () => {
		const asked = await ask();
		const link = await asked.linkFor(DANA.email);
		await submitDecision(link, ACCEPTANCE);
		await asked.until('success');

		for (const late of [await pageAt(link), await post(link, RETURN)]) {
			expect(late.status).toBe(200);
			expect(late.page).toContain('No action required');
		}
		expect((await asked.output(1))[0]?.outcome).toBe('accepted');
		expect(await asked.output(2)).toEqual([]);
	});

	it.each<[what: string, change: (link: URL) => void]>([
		['the name of another receiver', (link) => link.searchParams.set('to', ROBIN.email)],
		['the name of the sender', (link) => link.searchParams.set('to', 'sam@example.com')],
		['another round', (link) => link.searchParams.set('round', '2')],
		['no signature', (link) => link.searchParams.delete('signature')],
		['one more parameter', (link) => link.searchParams.set('as', 'admin')],
	])('with %s in the link gets the page of n8n for forged links', async (_what, change) => {
		const asked = await ask();
		const link = new URL(await asked.linkFor(DANA.email));
		change(link);

		expect((await pageAt(link.href)).status).toBe(401);
		expect((await post(link.href, ACCEPTANCE)).status).toBe(401);
		await expectStillOpen(asked);
	});

	it.each<[what: string, fields: Record<string, string>, status: number, said: string]>([
		['from an earlier round', { ...ACCEPTANCE, round: '0' }, 410, 'Dieser Link gilt nicht mehr'],
		['without a name', { ...ACCEPTANCE, name: '' }, 422, 'Geben Sie Ihren Namen ein.'],
		['without any choice', { name: 'Dana' }, 422, 'Wählen Sie, ob Sie annehmen'],
		['with a note too long', { ...RETURN, 'note.date': 'x'.repeat(2001) }, 422, 'höchstens 2000'],
	])('with a form %s gets our page in the chosen language', async (_what, fields, status, said) => {
		const asked = await ask();
		const answer = await post(await asked.linkFor(DANA.email), fields);

		expect(answer.status).toBe(status);
		expect(answer.page).toContain(said);
		expect(answer.page).toContain('lang="de"');
		await expectStillOpen(asked);
	});

	it('while n8n is down decides afterwards with the same link', async () => {
		const asked = await ask();
		const link = await asked.linkFor(DANA.email);
		await n8n.kill9();
		await expect(fetch(link)).rejects.toThrow();
		await n8n.restart();

		expect((await submitDecision(link, ACCEPTANCE)).status).toBe(200);
		await asked.until('success');
	});

	it('while the workflow is switched off can still decide', async () => {
		const workflow = acceptWorkflow('switched-off', {});
		const asked = await (await publishAccept(n8n, workflow))();
		const { workflowId } = await asked.until('waiting');
		await n8n.client.unpublish(workflowId);

		const answer = await submitDecision(await asked.linkFor(DANA.email), ACCEPTANCE);
		expect(answer.status).toBe(200);
		expect(answer.page).toContain('Accepted. Thank you.');
		await asked.until('success');
	});
});

describe('an AI agent', () => {
	it('finds no tool made of Handoff Accept: people decide, and no model asks for them', async () => {
		const types = z.array(z.object({ name: z.string() })).parse(await n8n.client.readNodeTypes());
		const ours = types.map(({ name }) => name).filter((name) => /handoffAccept/i.test(name));

		expect(ours).toEqual(['n8n-nodes-handoff.handoffAccept']);
	});
});
