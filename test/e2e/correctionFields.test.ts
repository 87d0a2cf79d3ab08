import { join } from 'node:path';
import type { Browser, Page as Tab } from 'playwright-core';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import { parsePolicy } from '../../nodes/domain/policy/parsePolicy';
import { compilePolicy } from '../../nodes/domain/readiness/compilePolicy';
import { evaluateReadiness } from '../../nodes/domain/readiness/evaluateReadiness';
import { openHandoff } from '../../nodes/domain/readiness/openHandoff';
import { describeInBrowser, openBrowser } from '../support/browser';
import { violationsIn } from '../support/violationsIn';
import { acceptWorkflow, DANA, publishAccept } from './acceptFlow';

jest.setTimeout(180_000);

const NOW = Date.parse('2026-03-02T09:00:00Z');
const PLANS = ['Basic', 'Standard', 'Premium', 'Premium with on-site support'];

/** A policy that lets the receiving team correct a choice and a list. */
const compiled = compilePolicy(
	parsePolicy({
		id: 'correctable-fields',
		record: { system: 'crm', type: 'deal', id: 'id', title: 'Website for Acme' },
		sender: { team: 'Sales', email: 'sam@example.com' },
		receiver: { team: 'Delivery', people: [DANA] },
		requirements: [
			{ id: 'plan', label: 'Service plan', field: 'plan', check: { kind: 'oneOf', values: PLANS } },
			{ id: 'sites', label: 'Sites', field: 'sites', check: { kind: 'list', min: 1 } },
		],
		packet: [
			{ label: 'Service plan', field: 'plan' },
			{ label: 'Sites', field: 'sites' },
		],
		acceptance: {
			checklist: [{ id: 'capacity', label: 'We have people for it', required: true }],
			correctable: ['plan', 'sites'],
		},
	}),
);
const record = { id: '4711', plan: 'Standard', sites: ['Berlin', 'Hamburg'] };
const verdict = evaluateReadiness(compiled, record, { now: NOW, mode: 'enforce' });
const { agreed } = openHandoff({ compiled, record, verdict, now: NOW });

const overflows = async (tab: Tab): Promise<boolean> =>
	await tab.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

describeInBrowser('correcting a choice and a list on the page', () => {
	let n8n: RunningN8n;
	let browser: Browser;
	let ask: Awaited<ReturnType<typeof publishAccept>>;

	beforeAll(async () => {
		n8n = await startN8n({ packageFrom: join(__dirname, '..', '..') });
		browser = await openBrowser();
		ask = await publishAccept(n8n, acceptWorkflow('correction-fields', {}));
	});
	afterAll(async () => {
		await browser?.close();
		await n8n?.stop();
	});

	const sends = async (tab: Tab): Promise<void> => {
		await tab.focus('button:not(.second)');
		await Promise.all([tab.waitForNavigation(), tab.keyboard.press('Enter')]);
	};

	/** Both fields by keyboard alone: the third plan, and one more site. */
	const types = async (tab: Tab): Promise<void> => {
		await tab.focus('.correct summary');
		await tab.keyboard.press('Enter');
		await tab.keyboard.press('Tab');
		await tab.keyboard.press('ArrowDown');
		await tab.keyboard.press('Tab');
		await tab.keyboard.press('ControlOrMeta+End');
		await tab.keyboard.press('Enter');
		await tab.keyboard.type('Köln');
	};

	it.each`
		width   | scheme
		${320}  | ${'light'}
		${320}  | ${'dark'}
		${1280} | ${'light'}
		${1280} | ${'dark'}
	`(
		'is done by keyboard, survives a refused form and goes on, at $width px, $scheme',
		async ({ width, scheme }) => {
			const asked = await ask({ agreed });
			const tab = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: scheme });
			await tab.goto(await asked.linkFor(DANA.email));
			await tab.check('[value=accept]');
			await tab.check('[name="check.capacity"]');
			await types(tab);
			const [plan, sites] = [tab.getByLabel('Service plan'), tab.getByLabel('Sites')];
			const offered = await plan.locator('option').allInnerTexts();
			expect(offered.map((text) => text.trim())).toEqual(PLANS);
			expect(
				await tab.locator(`[id="${await sites.getAttribute('aria-describedby')}"]`).innerText(),
			).toBe('One entry a line.');
			expect(await violationsIn(tab)).toEqual([]);
			expect(await overflows(tab)).toBe(false);

			await sends(tab);
			expect(await tab.getByRole('alert').innerText()).toContain('Enter your name.');
			expect(await plan.isVisible()).toBe(true);
			expect(await plan.inputValue()).toBe('Premium');
			expect(await sites.inputValue()).toBe('Berlin\nHamburg\nKöln');
			expect(await violationsIn(tab)).toEqual([]);
			expect(await overflows(tab)).toBe(false);

			await tab.fill('#name', 'Dana D.');
			await sends(tab);
			expect(await tab.textContent('h1')).toBe('Accepted. Thank you.');
			expect(await tab.innerText('main')).toContain('Service plan: Premium instead of Standard');
			expect(await violationsIn(tab)).toEqual([]);
			await tab.close();

			await asked.until('success');
			const [accepted] = await asked.output(1);
			expect(accepted?.decision?.corrections).toMatchObject([
				{ field: 'plan', from: 'Standard', to: 'Premium', by: { email: DANA.email } },
				{ field: 'sites', from: ['Berlin', 'Hamburg'], to: ['Berlin', 'Hamburg', 'Köln'] },
			]);
			expect(accepted?.decision?.correctedVerdict).toMatchObject({ ready: true });
		},
	);
});
