import type { Browser, BrowserContextOptions, Page as Tab } from 'playwright-core';
import { violationsIn } from '../support/violationsIn';
import { renderAnswerPage } from '../../nodes/domain/acceptance/page/answerPage';
import { renderClosingPage } from '../../nodes/domain/acceptance/page/closingPage';
import { renderDecisionPage } from '../../nodes/domain/acceptance/page/decisionPage';
import type { Page } from '../../nodes/domain/page/model';
import { describeInBrowser, openBrowser } from '../support/browser';
import {
	answerModel,
	bareModel,
	closingBasis,
	CLOSINGS,
	correctedModel,
	fullModel,
	refusedAnswer,
	refusedModel,
} from '../support/decisionPages';
import { filledWith } from '../support/hostileModels';
import { AWKWARD_TEXTS, XSS_TEXTS } from '../support/hostileTexts';
import { servePages, type PageServer } from '../support/pageServer';

const PAGES: [string, Page][] = [
	['the full page', renderDecisionPage(fullModel)],
	['the bare page', renderDecisionPage(bareModel)],
	['the page with what corrections mean', renderDecisionPage(correctedModel)],
	['the page after a refused form', renderDecisionPage(refusedModel)],
	['the page that answers a question', renderAnswerPage(answerModel)],
	['that page after a refused form', renderAnswerPage(refusedAnswer)],
	...CLOSINGS.map((closing): [string, Page] => [
		`the closing page ${JSON.stringify(closing)}`,
		renderClosingPage(closingBasis, closing),
	]),
];

/** A tab, and everything that happened in it and must not. */
interface Opened {
	tab: Tab;
	alarms: string[];
}

const ACCENTS = ['#ffe600', '#000000', '#ffffff', '#e4002b', '#00a37a'];

describeInBrowser('the decision page in a browser', () => {
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

	/** Opens the page in a tab that notes everything that must not happen. */
	async function open(
		options: BrowserContextOptions = {},
	): Promise<{ tab: Tab; alarms: string[] }> {
		const context = await browser.newContext({
			viewport: { width: 1280, height: 900 },
			...options,
		});
		const tab = await context.newPage();
		const alarms: string[] = [];
		tab.on('dialog', (dialog) => void dialog.dismiss().then(() => alarms.push('dialog')));
		tab.on('console', (message) => {
			const ownStatus = /^Failed to load resource: .* status of 4\d\d/.test(message.text());
			if (!ownStatus || message.location().url !== server.url) alarms.push(message.text());
		});
		tab.on('pageerror', (error) => alarms.push(error.message));
		tab.on('request', (request) => {
			if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) {
				alarms.push(`request ${request.url()}`);
			}
		});
		await tab.goto(server.url);
		return { tab, alarms };
	}

	const overflows = async (tab: Tab): Promise<boolean> =>
		await tab.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

	describe.each(PAGES)('%s', (_name, page) => {
		it.each`
			width   | scheme
			${320}  | ${'light'}
			${320}  | ${'dark'}
			${1280} | ${'light'}
			${1280} | ${'dark'}
		`('has no accessibility violation at $width px, $scheme', async ({ width, scheme }) => {
			server.show(page);
			const { tab, alarms } = await open({
				viewport: { width, height: 800 },
				colorScheme: scheme,
				reducedMotion: 'reduce',
			});
			expect(await violationsIn(tab)).toEqual([]);
			expect(await overflows(tab)).toBe(false);
			expect(alarms).toEqual([]);
			await tab.context().close();
		});
	});

	it.each(ACCENTS)('stays readable with the accent %s, light and dark', async (accent) => {
		server.show(renderDecisionPage({ ...refusedModel, branding: { accent } }));
		for (const colorScheme of ['light', 'dark'] as const) {
			const { tab } = await open({ colorScheme });
			expect(await violationsIn(tab)).toEqual([]);
			await tab.context().close();
		}
	});

	it('shows a logo from a data URL and loads nothing else', async () => {
		const dot = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
		server.show(
			renderDecisionPage({ ...fullModel, branding: { logo: `data:image/gif;base64,${dot}` } }),
		);
		const { tab, alarms } = await open();
		expect(await tab.locator('img').evaluate((image) => image.getBoundingClientRect().width)).toBe(
			1,
		);
		expect(alarms).toEqual([]);
		await tab.context().close();
	});

	it.each([true, false])(
		'accepts with scripts %s, by keyboard alone',
		async (javaScriptEnabled) => {
			server.ask(fullModel);
			const { tab, alarms } = await open({ javaScriptEnabled });
			const press = async (...keys: string[]): Promise<void> => {
				for (const key of keys) await tab.keyboard.press(key);
			};
			await press(
				'Tab',
				'Enter',
				'Tab',
				'Space',
				'Tab',
				'Space',
				'Tab',
				'Space',
				'Tab',
				'Tab',
				'Tab',
			);
			await tab.keyboard.type('All clear.');
			await press('Tab');
			await tab.keyboard.type('Ana Example');
			await Promise.all([tab.waitForNavigation(), press('Tab', 'Enter')]);
			expect(await tab.textContent('h1')).toBe('Accepted. Thank you.');
			expect(server.forms.at(-1)).toMatchObject({
				kind: 'valid',
				round: '2',
				nonce: 'n-4711',
				decision: {
					kind: 'accepted',
					by: { name: 'Ana Example', email: 'ana@delivery.example' },
					checklist: [{ checked: true }, { checked: true }, { checked: false }],
					comment: 'All clear.',
				},
			});
			expect(alarms).toEqual([]);
			await tab.context().close();
		},
	);

	it('shows only what belongs to the choice, and says the choice on the button', async () => {
		server.ask(fullModel);
		const { tab } = await open();
		const button = tab.locator('button').first();
		expect(await button.innerText()).toBe('Send decision');
		expect(await tab.getByText('The scope is clear to us').isVisible()).toBe(false);
		await tab.getByRole('radio', { name: /^Accept/ }).check();
		expect(await tab.getByText('The scope is clear to us').isVisible()).toBe(true);
		expect(await button.innerText()).toBe('Accept this handoff');
		await tab.getByRole('radio', { name: /^Return/ }).check();
		expect(await tab.getByText('The scope is clear to us').isVisible()).toBe(false);
		expect(await tab.getByText('What exactly').first().isVisible()).toBe(false);
		await tab.getByRole('checkbox', { name: 'Something is missing' }).check();
		expect(await tab.getByText('What exactly').first().isVisible()).toBe(true);
		expect(await button.innerText()).toBe('Return this handoff');
		await tab.context().close();
	});

	it.each([true, false])(
		'says what a corrected value means before it is sent, with scripts %s, by keyboard',
		async (javaScriptEnabled) => {
			server.ask(fullModel);
			const { tab, alarms } = await open({
				javaScriptEnabled,
				viewport: { width: 320, height: 800 },
			});
			await tab.check('[value=accept]');
			await tab.fill('#name', 'Ana Example');
			await tab.focus('.correct summary');
			await tab.keyboard.press('Enter');
			await tab.keyboard.press('Tab');
			await tab.keyboard.press('ControlOrMeta+a');
			await tab.keyboard.type('52000');
			await tab.check('[name="correct.retainer"][value="true"]');
			await tab.focus('button.second');
			await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);

			expect(await tab.innerText('[role=status]')).toContain(
				'Contract value: 52000 instead of 48000',
			);
			expect(await tab.innerText('[role=status]')).toContain('Retainer: Yes instead of No');
			expect(await tab.inputValue('#name')).toBe('Ana Example');
			expect(await tab.isVisible('[name="correct.amount"]')).toBe(true);
			if (javaScriptEnabled) expect(await violationsIn(tab)).toEqual([]);
			expect(await overflows(tab)).toBe(false);

			for (const name of ['check.scope', 'check.dates']) await tab.check(`[name="${name}"]`);
			await Promise.all([tab.waitForNavigation(), tab.press('#name', 'Enter')]);
			expect(server.forms.at(-1)).toMatchObject({
				kind: 'valid',
				corrections: [
					{ field: 'amount', from: 48000, to: 52000 },
					{ field: 'retainer', from: false, to: true },
				],
			});
			expect(alarms).toEqual([]);
			await tab.context().close();
		},
	);

	it('decides nothing when Enter is pressed in the name before a choice is made', async () => {
		server.ask(fullModel);
		const { tab } = await open();
		await tab.fill('#name', 'Ana Example');
		await Promise.all([tab.waitForNavigation(), tab.press('#name', 'Enter')]);
		expect(server.forms.at(-1)).toMatchObject({ errors: [{ code: 'decisionMissing' }] });
		expect(await tab.inputValue('#name')).toBe('Ana Example');
		await tab.context().close();
	});

	it('gives a refused form back filled in, and takes it again under the sandbox of n8n', async () => {
		server.ask(fullModel);
		const { tab } = await open();
		await tab.check('[value=return]');
		await tab.check('[name="reason.incomplete"]');
		await tab.selectOption('[name="field.incomplete"]', 'kick_off');
		await tab.fill('#comment', '<b>“Call me” & ask</b>');
		await Promise.all([tab.waitForNavigation(), tab.click('button')]);
		expect(await tab.title()).toBe('Please check: Northwind GmbH: website relaunch');
		expect(await violationsIn(tab)).toEqual([]);
		expect(await tab.inputValue('#comment')).toBe('<b>“Call me” & ask</b>');
		expect(await tab.inputValue('[name="field.incomplete"]')).toBe('kick_off');
		expect(await tab.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
		await tab.click('.problems a');
		await tab.keyboard.type('No date for the kick-off.');
		await tab.click('.problems a >> nth=1');
		await tab.keyboard.type('Ana Example');
		await Promise.all([tab.waitForNavigation(), tab.click('button')]);
		expect(await tab.textContent('h1')).toBe('Returned. Thank you.');
		expect(server.forms.at(-1)).toMatchObject({
			decision: {
				kind: 'returned',
				reasons: [{ code: 'incomplete', note: 'No date for the kick-off.', field: 'kick_off' }],
				comment: '<b>“Call me” & ask</b>',
			},
		});
		await tab.context().close();
	});

	it('cannot be framed', async () => {
		server.ask(fullModel);
		const { tab } = await open();
		await tab.goto('about:blank');
		await tab.setContent(`<iframe src="${server.url}"></iframe>`);
		await tab.waitForTimeout(300);
		const frame = tab.frames()[1];
		expect(await frame?.locator('form').count()).toBe(0);
		await tab.context().close();
	});

	it('does not tell the record where the reader came from', async () => {
		server.ask({ ...fullModel, recordUrl: new URL('/deals/7', server.url).href });
		const { tab } = await open();
		const opening = tab.waitForEvent('popup');
		await tab.getByRole('link', { name: 'Open in HubSpot (opens in a new tab)' }).click();
		await (await opening).waitForLoadState();
		expect(server.visits).toContainEqual({ path: '/deals/7', referrer: undefined });
		await tab.context().close();
	});

	describe('with hostile data in every field', () => {
		const NARROW = { viewport: { width: 320, height: 800 } };

		/** Pokes at everything on the page, and looks at what happened. */
		async function expectHarmless({ tab, alarms }: Opened): Promise<void> {
			const found = await tab.evaluate(() => {
				for (const element of document.querySelectorAll('*')) {
					element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
					element.dispatchEvent(new FocusEvent('focus'));
				}
				const count = (selector: string): number => document.querySelectorAll(selector).length;
				return {
					ran: 'ran' in window,
					overflows: document.documentElement.scrollWidth > window.innerWidth,
					strangers: count('script, iframe, img, svg, video, object, base, link, [style]'),
					forms: count('form'),
					decisions: count('form [name=decision]'),
					posts: count('[formaction], form[action]'),
				};
			});
			const form = found.forms === 0 ? { forms: 0, decisions: 0 } : { forms: 1, decisions: 4 };
			expect(found).toEqual({ ran: false, overflows: false, strangers: 0, posts: 0, ...form });
			expect(alarms).toEqual([]);
		}

		/** Shows each text in every field of the page and of the refused form. */
		async function expectHarmlessForms(texts: readonly string[]): Promise<void> {
			const opened = await open(NARROW);
			for (const text of texts) {
				server.ask(filledWith(text));
				await opened.tab.goto(server.url);
				expect(await opened.tab.isVisible('button')).toBe(true);
				await expectHarmless(opened);
			}
			await opened.tab.context().close();
		}

		it(`runs nothing for ${XSS_TEXTS.length} texts that try to run a script`, async () => {
			expect(XSS_TEXTS.length).toBeGreaterThanOrEqual(200);
			await expectHarmlessForms(XSS_TEXTS);
		}, 240_000);

		it('keeps its layout for awkward texts', async () => {
			await expectHarmlessForms(AWKWARD_TEXTS);
		}, 120_000);

		it('keeps the closing pages harmless', async () => {
			const opened = await open(NARROW);
			for (const text of [...XSS_TEXTS, ...AWKWARD_TEXTS]) {
				const by = { name: text, decision: 'returned' as const, at: 0 };
				server.show(renderClosingPage(filledWith(text), { kind: 'already', by }));
				await opened.tab.goto(server.url);
				await expectHarmless(opened);
			}
			await opened.tab.context().close();
		}, 240_000);
	});
});
