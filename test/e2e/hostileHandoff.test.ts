import type { Browser, Page as Tab } from 'playwright-core';
import { requestDocument } from '../../nodes/domain/acceptance/requestDocuments';
import { pageModel, type Visit } from '../../nodes/domain/acceptance/pageModel';
import { renderMessage } from '../../nodes/domain/message/renderMessage';
import { describeInBrowser, openBrowser } from '../support/browser';
import { fullModel } from '../support/decisionPages';
import { hostileVisit } from '../support/hostileHandoff';
import { XSS_TEXTS } from '../support/hostileTexts';
import { servePages, type PageServer } from '../support/pageServer';

jest.setTimeout(600_000);

const READ_AT = Date.parse('2026-03-02T09:20:00Z');

describeInBrowser('a handoff whose record, policy, waiver and proposal are hostile', () => {
	let browser: Browser;
	let server: PageServer;
	beforeAll(async () => {
		browser = await openBrowser();
		server = await servePages(fullModel);
	});
	afterAll(async () => {
		await browser?.close();
		await server?.close();
	});

	/** A narrow tab that notes dialogs, errors, and every request that leaves for elsewhere. */
	async function openTab(): Promise<{ tab: Tab; alarms: string[] }> {
		const tab = await browser.newPage({ viewport: { width: 320, height: 800 } });
		const alarms: string[] = [];
		tab.on('dialog', (dialog) => void dialog.dismiss().then(() => alarms.push('dialog')));
		tab.on('pageerror', ({ message }) => alarms.push(message));
		tab.on('request', (request) => {
			if (!request.url().startsWith(server.url)) alarms.push(`request ${request.url()}`);
		});
		return { tab, alarms };
	}

	const lookAt = async (tab: Tab, strangers: string) =>
		await tab.evaluate((selector) => {
			for (const element of document.querySelectorAll('*')) {
				element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
				element.dispatchEvent(new FocusEvent('focus'));
			}
			return {
				ran: 'ran' in window,
				overflows: document.documentElement.scrollWidth > window.innerWidth,
				strangers: document.querySelectorAll(selector).length,
				links: [...document.links].filter(({ protocol }) => !/^https?:$/.test(protocol)).length,
			};
		}, strangers);
	const HARMLESS = { ran: false, overflows: false, strangers: 0, links: 0 };

	it(`runs nothing and keeps its page in shape, for ${XSS_TEXTS.length} texts`, async () => {
		const { tab, alarms } = await openTab();
		for (const text of XSS_TEXTS) {
			const model = pageModel(hostileVisit(text), READ_AT);
			expect([model.findings.length, model.proposals.length, model.packet.length]).toEqual([
				2, 1, 1,
			]);
			server.ask(model);
			await tab.goto(server.url);
			const strangers = 'script, iframe, img, svg, video, object, base, link, [style], [onload]';
			expect([text, await lookAt(tab, strangers)]).toEqual([text, HARMLESS]);
			expect(await tab.locator('form').count()).toBe(1);
		}
		expect(alarms).toEqual([]);
		await tab.close();
	});

	it(`runs nothing in the mail that asks for the decision, for ${XSS_TEXTS.length} texts`, async () => {
		const { tab, alarms } = await openTab();
		for (const text of XSS_TEXTS) {
			await tab.setContent(mailOf(hostileVisit(text)));
			const strangers =
				'script, iframe, svg, video, object, base, form, input, [onload], [onerror]';
			expect([text, await lookAt(tab, strangers)]).toMatchObject([
				text,
				{ ran: false, strangers: 0, links: 0 },
			]);
		}
		expect(alarms).toEqual([]);
		await tab.close();
	});

	const mailOf = ({ handoff, link, wording }: Visit): string => {
		const locale = { wording, timezone: 'Europe/Berlin' };
		return renderMessage(requestDocument({ handoff, link, locale })).html;
	};
});
