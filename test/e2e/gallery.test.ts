import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { describeInBrowser, openBrowser } from '../support/browser';
import { violationsIn } from '../support/violationsIn';

jest.setTimeout(60_000);

const GALLERY = pathToFileURL(resolve(__dirname, '../../templates/index.html')).href;

let browser: Browser;
let context: BrowserContext;
const requests: string[] = [];
const complaints: string[] = [];

async function openGallery(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
	context = await browser.newContext(options);
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

		expect(await tab.textContent('#status')).toContain('Use an IANA name such as Europe/Berlin');
		expect(await tab.isDisabled('#copy')).toBe(true);
	});
});
