import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newestLink } from '../../demo/road/decisionPage';
import { openRoad, type Road } from '../../demo/road/openRoad';
import { RECEIVER, studioPolicy } from '../../demo/road/studio';
import { describeInBrowser, openBrowser } from '../support/browser';
import { signIn } from '../../demo/server/signIn';
import { violationsIn } from '../support/violationsIn';
import { runChosen } from './runChosen';

jest.setTimeout(240_000);

const GALLERY = pathToFileURL(resolve(__dirname, '../../templates/index.html')).href;
/** How long the editor is given to draw. */
const SETTLE_MS = 3_000;

let browser: Browser;
let context: BrowserContext;
const requests: string[] = [];
const complaints: string[] = [];

async function openGallery(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
	context = await browser.newContext({
		permissions: ['clipboard-read', 'clipboard-write'],
		...options,
	});
	const tab = await context.newPage();
	tab.on('request', (request) => requests.push(request.url()));
	tab.on('console', (line) => complaints.push(line.text()));
	tab.on('pageerror', (error) => complaints.push(error.message));
	await tab.goto(GALLERY);
	return tab;
}

describeInBrowser('the gallery', () => {
	beforeAll(async () => {
		browser = await openBrowser();
	});
	afterAll(async () => await browser.close());
	beforeEach(() => {
		requests.length = 0;
		complaints.length = 0;
	});
	afterEach(async () => await context.close());

	it.each([
		['on a desk, in light', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
		['on a desk, in the dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
		['on a phone, in the dark', { viewport: { width: 320, height: 700 }, colorScheme: 'dark' }],
	] as const)('can be used by everybody %s, and asks nobody for anything', async (_, look) => {
		const tab = await openGallery(look);

		expect(await violationsIn(tab)).toEqual([]);
		expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
			look.viewport.width,
		);
		expect(requests).toEqual([GALLERY]);
		expect(complaints).toEqual([]);
	});

	it('draws every combination anew, and gives its name to the file', async () => {
		const tab = await openGallery();
		await tab.selectOption('[name=crm]', 'salesforce');
		await tab.selectOption('[name=project]', 'jira');

		const [file] = await Promise.all([tab.waitForEvent('download'), tab.click('#download')]);

		expect(file.suggestedFilename()).toBe('salesforce-to-jira.json');
		expect(await tab.textContent('#name')).toContain('Salesforce');
		expect(await tab.getAttribute('#canvas svg', 'aria-label')).toMatch(/: \d\d nodes$/);
	});

	it.each([
		['marketing-to-sales', 'hubspot-leads-to-hubspot-deals.json', 'HubSpot leads'],
		[
			'onboarding-to-delivery',
			'clickup-onboarding-to-clickup.json',
			'completed ClickUp onboardings',
		],
		[
			'delivery-to-account-management',
			'clickup-projects-to-hubspot-deals.json',
			'completed ClickUp projects',
		],
		['support-to-engineering', 'hubspot-tickets-to-linear.json', 'HubSpot tickets'],
	])('offers the tools of the seam %s, and builds its flow', async (seam, name, words) => {
		const tab = await openGallery();
		await tab.selectOption('[name=seam]', seam);

		const [file] = await Promise.all([tab.waitForEvent('download'), tab.click('#download')]);

		expect(file.suggestedFilename()).toBe(name);
		expect(await tab.textContent('#name')).toContain(words);
		expect(await tab.locator('[name=requirement]').count()).toBeGreaterThan(2);
		expect(complaints).toEqual([]);
	});

	it('says what is wrong, and gives nothing to copy until it is right', async () => {
		const tab = await openGallery();

		await tab.fill('[name=timezone]', 'Berlin');
		await tab.press('[name=timezone]', 'Tab');

		expect(await tab.textContent('#status')).toContain('Write it like Europe/Berlin');
		expect(await tab.isDisabled('#copy')).toBe(true);
	});

	it('makes a flow that is pasted into n8n and hands a deal over', async () => {
		const road: Road = await openRoad({ changePolicy: studioPolicy() });
		try {
			const tab = await openGallery({ viewport: { width: 1400, height: 900 } });
			await tab.uncheck('[value=billing-day]');
			await tab.click('#copy');
			await tab.getByText('Copied. Click on an empty canvas').waitFor();

			const pasted = await pasteIntoEditor(road.n8n.url);
			await road.n8n.client.unpublish(road.workflowId);
			const id = await runChosen(road, pasted);

			expect(id).not.toBe(road.workflowId);
			const messages = road.standins.slack.messages();
			expect(newestLink(messages, RECEIVER.email, 'Retainer for Fern')).toContain('http');
		} finally {
			await road.close();
		}
	});
});

/** Pastes the clipboard on an empty canvas and saves; the id of the new workflow. */
async function pasteIntoEditor(url: string): Promise<string> {
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
