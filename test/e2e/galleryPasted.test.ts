import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newestLink } from '../scenario/decisionPage';
import { openOffice, type Office } from '../scenario/openOffice';
import { RECEIVER } from '../scenario/studio';
import { signIn } from '../harness/signIn';
import { pickCombination } from '../../templates/builder/combinations/pickCombination';
import { describeInBrowser, openBrowser } from '../support/browser';
import { publishChosen, runChosen } from './runChosen';
import { accept } from './templateRuns/decide';
import { followRun } from './templateRuns/run';

jest.setTimeout(240_000);

const GALLERY = pathToFileURL(resolve(__dirname, '../../templates/index.html')).href;
/** How long the editor is given to draw. */
const SETTLE_MS = 3_000;

describeInBrowser('the gallery makes a flow that is pasted into n8n', () => {
	let office: Office;
	let browser: Browser;
	let context: BrowserContext;
	beforeAll(async () => {
		office = await openOffice();
		browser = await openBrowser();
	}, 180_000);
	afterAll(async () => {
		await browser.close();
		await office.close();
	});
	beforeEach(async () => {
		context = await browser.newContext({
			permissions: ['clipboard-read', 'clipboard-write'],
			viewport: { width: 1400, height: 900 },
		});
	});
	afterEach(async () => await context.close());

	/** Copies the flow for a seam without one of its required fields; the id it was saved under. */
	async function copyAndPaste(seam: string, without: string): Promise<string> {
		const tab = await context.newPage();
		await tab.goto(GALLERY);
		await tab.selectOption('[name=seam]', seam);
		await tab.uncheck(`[value=${without}]`);
		await tab.click('#copy');
		await tab.getByText('Copied. Click on an empty canvas').waitFor();
		return await pasteIntoEditor(context, office.n8n.url);
	}

	it('and hands a deal over without the field that was switched off', async () => {
		const pasted = await copyAndPaste('sales-to-delivery', 'billing-day');

		await runChosen(office, pasted);

		const messages = office.standins.slack.messages();
		expect(newestLink(messages, RECEIVER.email, 'Retainer for Fern')).toContain('http');
	});

	it('and turns a ticket of another seam into an issue once engineering accepts', async () => {
		const picked = { crm: 'hubspot-tickets', project: 'linear', channel: 'slack' };
		const pasted = await copyAndPaste('support-to-engineering', 'expected');
		const flow = await publishChosen(office, pasted);
		const run = followRun(office, pickCombination(picked), flow);
		// Its only gap is the field that was switched off.
		const crash = await run.crm.add('Export stops for Fern', 'incomplete');

		await run.flow.poll();
		expect(run.asked('Export stops')).toHaveLength(1);
		expect(await accept(run.linkFor('Export stops'), RECEIVER.name)).toBe(200);
		await run.flow.untilKept(crash, 'handoff.done');

		const [issue, ...more] = run.tasksFor('Export stops');
		expect(more).toEqual([]);
		expect(issue?.title).toBe(`Export stops for Fern [ticket ${crash}]`);
		expect(run.crm.linkOn(crash)).toBe(issue?.url);
	});
});

/** Pastes the clipboard on an empty canvas and saves; the id of the new workflow. */
async function pasteIntoEditor(context: BrowserContext, url: string): Promise<string> {
	const editor = await context.newPage();
	await signIn(editor, url);
	await editor.goto(`${url}/workflow/new`);
	await pasteOnCanvas(editor);
	await editor.keyboard.press('Control+S');
	await editor.waitForURL((address) => /\/workflow\/(?!new)\w+/.test(address.pathname));
	await editor.waitForTimeout(SETTLE_MS);
	return /\/workflow\/(\w+)/.exec(editor.url())?.[1] ?? '';
}

/** The editor takes a paste only once it has drawn its canvas; nothing on the page says when. */
async function pasteOnCanvas(editor: Page): Promise<void> {
	const tenth = editor.locator('.vue-flow__node').nth(9);
	for (let tries = 0; tries < 4; tries++) {
		await editor.waitForTimeout(SETTLE_MS);
		await editor.mouse.click(700, 450);
		await editor.keyboard.press('Control+V');
		const taken = await tenth.waitFor({ timeout: 20_000 }).then(
			() => true,
			() => false,
		);
		if (taken) return;
	}
	throw new Error('the editor did not take what was pasted');
}
