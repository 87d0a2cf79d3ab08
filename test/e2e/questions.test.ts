import { join } from 'node:path';
import type { Browser, Page as Tab } from 'playwright-core';
import type { Handoff } from '../../nodes/domain/handoff/envelope';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import { openPage, submitDecision } from '../scenario/decisionPage';
import { describeInBrowser, openBrowser } from '../support/browser';
import { readyHandoff } from '../support/handoffs';
import { violationsIn } from '../support/violationsIn';
import { acceptWorkflow, DANA, publishAccept, ROBIN, type Asked } from './acceptFlow';
import { until } from './templateRuns/run';

jest.setTimeout(400_000);

const SAM = { name: 'Sam Seller', email: 'sam@example.com' };
const QUESTION = 'Who signs the order?';
const ANSWER = 'Ada Lovelace signs, by Friday.';
const LEDGER = 'handoff_ledger';
const ASKING = { decision: 'ask', name: 'Dana D.' };
const ACCEPTANCE = { decision: 'accept', name: 'Dana D.', 'check.capacity': 'yes' };

let n8n: RunningN8n;
let browser: Browser;
beforeAll(async () => {
	n8n = await startN8n({ packageFrom: join(__dirname, '..', '..'), readyWithinMs: 180_000 });
	browser = await openBrowser();
});
afterAll(async () => {
	await browser?.close();
	await n8n?.stop();
});

let handoffs = 0;
/** @param minutes in which the sender is to answer */
function newHandoff(minutes = 480): Handoff {
	const id = `question${(handoffs += 1)}`.padEnd(32, '0');
	const ready = readyHandoff({ id, receiver: { team: 'Delivery', people: [DANA, ROBIN] } });
	const fix = { minutes, milestones: [50, 100], escalateTo: [] };
	return { ...ready, agreed: { ...ready.agreed, sla: { ...ready.agreed.sla, fix } } };
}

const rowsOf = async ({ id }: { id: string }) =>
	(await n8n.client.readDataTable(LEDGER)).filter(({ handoffId }) => handoffId === id);
const typesOf = async (handoff: { id: string }) =>
	(await rowsOf(handoff)).map(({ type }) => String(type));

/** Opens a page at the width of a small telephone, without scripts. */
async function openTab(url: string): Promise<Tab> {
	await openPage(url);
	const context = await browser.newContext({
		viewport: { width: 320, height: 700 },
		javaScriptEnabled: false,
	});
	const tab = await context.newPage();
	await tab.goto(url);
	return tab;
}

/** Goes on by the tabulator key until the focus is where it should be. */
async function tabTo(tab: Tab, id: string): Promise<void> {
	for (let presses = 0; presses < 40; presses += 1) {
		await tab.keyboard.press('Tab');
		const focused = tab.locator(':focus');
		if ((await focused.count()) > 0 && (await focused.getAttribute('id')) === id) return;
	}
	throw new Error(`the keyboard does not get to ${id}`);
}

const ask = async (asked: Asked, question: string): Promise<number> => {
	const link = await asked.linkFor(DANA.email);
	await openPage(link);
	return (await submitDecision(link, { ...ASKING, question })).status;
};

describeInBrowser('a question to the sender in a real n8n', () => {
	it.each(['here', 'nowhere'])(
		'is asked and answered by keyboard, and the handoff accepted with it in (ledger: %s)',
		async (keepLedger) => {
			const workflow = acceptWorkflow(`talk-${keepLedger}`, { keepLedger });
			const handoff = newHandoff();
			const asked = await (await publishAccept(n8n, workflow))(handoff);

			const decision = await openTab(await asked.linkFor(DANA.email));
			await tabTo(decision, 'decision');
			for (let presses = 0; presses < 3; presses += 1) await decision.keyboard.press('ArrowDown');
			expect(await decision.locator('[name=decision]:checked').getAttribute('value')).toBe('ask');
			await tabTo(decision, 'question');
			await decision.keyboard.type(QUESTION);
			await tabTo(decision, 'name');
			await decision.keyboard.type('Dana D.');
			await decision.keyboard.press('Enter');
			await decision.getByRole('heading', { name: 'Question sent' }).waitFor();

			await until('the question', async () => (await asked.textsFor(SAM.email)).length > 0);
			const link = await asked.linkFor(SAM.email);
			const answer = await openTab(link);
			expect(await violationsIn(await browserTab(link))).toEqual([]);
			expect(await answer.locator('main').innerText()).toContain(QUESTION);
			expect(await answer.locator('[name=decision]').count()).toBe(0);
			await tabTo(answer, 'answer');
			await answer.keyboard.type(ANSWER);
			await answer.keyboard.press('Tab');
			await answer.keyboard.press('Enter');
			await answer.getByRole('heading', { name: 'Answer sent' }).waitFor();

			await until('the answer', async () => {
				return (await asked.textsFor(ROBIN.email)).some((text) => text.includes(ANSWER));
			});
			const newest = await asked.linkFor(ROBIN.email);
			expect(await openPage(newest)).toContain(ANSWER);
			await submitDecision(newest, { ...ACCEPTANCE, name: 'Robin' });
			await asked.until('success');

			const [accepted] = await asked.output(1);
			expect(accepted?.request?.questions).toMatchObject([
				{ text: QUESTION, answer: { text: ANSWER, by: SAM } },
			]);
			if (keepLedger === 'nowhere') return;
			expect(await typesOf(handoff)).toEqual([
				...['sla.started', 'handoff.requested', 'question.asked', 'question.answered'],
				...['handoff.accepted', 'sla.met'],
			]);
		},
	);

	it('is told as unanswered when its time has passed, and decides nothing', async () => {
		const workflow = acceptWorkflow('unanswered', { keepLedger: 'here' });
		const handoff = newHandoff(2);
		const asked = await (await publishAccept(n8n, workflow))(handoff);
		expect(await ask(asked, QUESTION)).toBe(200);
		await until(
			'that no answer came',
			async () => (await typesOf(handoff)).includes('question.unanswered'),
			300_000,
		);

		await asked.until('waiting');
		expect((await asked.textsFor(SAM.email)).length).toBe(2);
		for (const { email } of [DANA, ROBIN]) {
			expect((await asked.textsFor(email)).at(-1)).toContain('No answer came to the question');
		}
		const late = await openPage(await asked.linkFor(SAM.email));
		expect(late).toContain('The time to answer has passed');
		const link = await asked.linkFor(DANA.email);
		expect((await submitDecision(link, ACCEPTANCE)).status).toBe(200);
		await asked.until('success');
	});

	it('can be asked three times, and the form refuses a fourth', async () => {
		const workflow = acceptWorkflow('three', { keepLedger: 'here' });
		const handoff = newHandoff();
		const asked = await (await publishAccept(n8n, workflow))(handoff);
		const count = async () =>
			(await typesOf(handoff)).filter((type) => type === 'question.asked').length;
		for (const [before, question] of ['One?', 'Two?', 'Three?'].entries()) {
			await until(question, async () => (await ask(asked, question)) === 200);
			await until(`the row of ${question}`, async () => (await count()) > before);
			await asked.until('waiting');
		}
		expect(await ask(asked, 'Four?')).toBe(422);

		expect(await count()).toBe(3);
		expect(await openPage(await asked.linkFor(DANA.email))).not.toContain('value="ask"');
	});
});

/** The same page with scripts, by which a checker looks at it. */
async function browserTab(url: string): Promise<Tab> {
	const context = await browser.newContext({ viewport: { width: 320, height: 700 } });
	const tab = await context.newPage();
	await tab.goto(url);
	return tab;
}
