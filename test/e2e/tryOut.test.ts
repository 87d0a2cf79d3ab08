import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { importWorkflow } from '../harness/importWorkflow';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import { chooseValues } from '../scenario/chosenTemplate';
import { describeInBrowser, openBrowser } from '../support/browser';
import { movedClock } from '../support/movedClock';
import { violationsIn } from '../support/violationsIn';

jest.setTimeout(360_000);

const ROOT = join(__dirname, '..', '..');
const DESK = 'webhook/try-a-handoff';
/** Dana is reminded after half of it. */
const TO_ACCEPT_MS = 180_000;

describeInBrowser('the try-out, without any account', () => {
	const clock = movedClock();
	let n8n: RunningN8n;
	let browser: Browser;
	let desk: Page;
	beforeAll(async () => {
		n8n = await startN8n({ packageFrom: ROOT, clock });
		const file = readFileSync(join(ROOT, 'templates', 'try-out.json'), 'utf8');
		const { id } = await importWorkflow(n8n.client, chooseValues(file), {});
		await n8n.client.publish(id);
		browser = await openBrowser();
		desk = await browser.newPage();
		await openDesk();
	});
	afterAll(async () => {
		await browser?.close();
		await n8n?.stop();
		clock.remove();
	});

	/** n8n registers the addresses of a workflow a moment after it is published. */
	async function openDesk(): Promise<void> {
		const deadline = Date.now() + 30_000;
		while ((await desk.goto(`${n8n.url}/${DESK}`))?.status() !== 200) {
			if (Date.now() > deadline) throw new Error('the desk did not open within 30 s');
			await desk.waitForTimeout(300);
		}
	}

	async function untilDeskSays(words: string): Promise<void> {
		const deadline = Date.now() + 60_000;
		for (;;) {
			await openDesk();
			if ((await desk.textContent('main'))?.includes(words)) return;
			if (Date.now() > deadline) throw new Error(`the desk did not say “${words}” in time`);
			await desk.waitForTimeout(500);
		}
	}

	const links = () => desk.locator('article a[href*="waiting"]');
	const opened: string[] = [];

	/** Opens the newest link as soon as it is another than those that were opened before. */
	async function openNewestLink(): Promise<void> {
		const deadline = Date.now() + 40_000;
		for (;;) {
			await openDesk();
			const address = (await links().first().getAttribute('href')) ?? '';
			if (!opened.includes(address)) {
				opened.push(address);
				await desk.goto(address);
				return;
			}
			if (Date.now() > deadline) throw new Error('no new link came in time');
			await desk.waitForTimeout(500);
		}
	}

	it('shows a desk that everybody can use, and that asks nobody for anything', async () => {
		const asked: string[] = [];
		desk.on('request', (request) => asked.push(new URL(request.url()).origin));
		await openDesk();

		expect(await violationsIn(desk)).toEqual([]);
		expect(new Set(asked)).toEqual(new Set([n8n.url]));
	});

	it('tells the seller what is missing', async () => {
		await desk.click('text=Hand over a deal with gaps');
		await untilDeskSays('Goals of the client');

		expect(await desk.textContent('main')).toContain('To Sam Seller');
		expect(await links().count()).toBe(0);
	});

	it('asks delivery once, however often it is pressed, and takes the deal back with reasons', async () => {
		await desk.click('text=Hand over the deal, complete');
		await untilDeskSays('To Dana Delivery');
		await desk.click('text=Hand over the deal, complete');
		await openDesk();
		expect(await links().count()).toBe(1);

		await openNewestLink();
		await desk.fill('[name=name]', 'Dana Delivery');
		await desk.check('[name=decision][value=return]');
		await desk.check('[name="reason.date"]');
		await desk.click('button[type=submit]');

		await untilDeskSays('The kick-off date cannot be kept');
	});

	it('makes the next attempt of it, and lets delivery accept', async () => {
		await desk.click('text=Hand over the deal, complete');
		await openNewestLink();
		await desk.fill('[name=name]', 'Dana Delivery');
		await desk.check('[name=decision][value=accept]');
		await desk.check('[name="check.capacity"]');
		await desk.click('button[type=submit]');

		await untilDeskSays('Accepted: Website for Halcyon');
	});

	it('reports on what happened, as a page', async () => {
		await openDesk();
		await desk.click('text=The report');

		expect(await desk.title()).toContain('Handoffs of the try-out');
		expect(await desk.textContent('body')).toContain('1 of 2 submissions returned');
	});

	it('reminds Dana, and accepts nothing when she stays silent', async () => {
		await openDesk();
		await desk.click('text=Hand over the deal, complete');
		const { client } = n8n;
		const [waiting] = await client.waitForExecutions({ status: ['waiting'] }, 1);
		const asked = clock.now();
		clock.moveTo(asked + TO_ACCEPT_MS / 2);
		await untilDeskSays('Reminder');
		await client.waitForExecution(waiting?.id ?? '', 'waiting');
		clock.moveTo(asked + TO_ACCEPT_MS);
		await untilDeskSays('No decision: Website for Halcyon');
	});
});
