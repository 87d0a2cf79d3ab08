import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page as Tab } from 'playwright-core';
import { violationsIn } from '../support/violationsIn';
import { buildReport } from '../../nodes/domain/insights/buildReport';
import { writeReportPage } from '../../nodes/domain/insights/page/reportPage';
import { suggestions } from '../../nodes/domain/insights/suggestions';
import { readRows } from '../../nodes/domain/ledger/readRows';
import { fortnightRows, handoffRows, utc } from '../domain/insights/handoffRows';
import { describeInBrowser, openBrowser } from '../support/browser';
import { HOSTILE_TEXTS } from '../support/hostileTexts';

/** Three weeks with returns, waits and a broken row, so that every section is there. */
const fullRows = () => [
	...['Mon 2026-02-16 09:00', 'Mon 2026-02-23 09:00', 'Mon 2026-03-02 09:00'].flatMap((began) =>
		Array.from({ length: 14 }, (_, index) =>
			handoffRows(
				{ id: `${began}${index}`, began },
				index < 4 ? 'ready, ask, return 90 goals:scope' : 'ready, ask, accept 40',
			),
		).flat(),
	),
	{ nothing: 'of ours' },
];

const hostileRows = () =>
	HOSTILE_TEXTS.flatMap((text, index) =>
		fortnightRows().map((row) => ({
			...row,
			eventId: `${index}${row.eventId}`,
			handoffId: `${index}${row.handoffId}`,
			sendingTeam: text,
			policyId: text,
			reasons: JSON.stringify([{ code: text, label: text, note: '', field: text }]),
		})),
	);

function write(rows: readonly unknown[], people = false): string {
	const read = readRows(rows);
	const options = { timezone: 'UTC', problems: read.problems, people };
	const report = buildReport(read.rows, options, utc('Tue 2026-03-10 12:00'));
	return writeReportPage(report, { title: 'Handoff report', suggestions: suggestions(report) });
}

describeInBrowser('the report in a browser', () => {
	let browser: Browser;
	let folder: string;

	beforeAll(async () => {
		browser = await openBrowser();
		folder = mkdtempSync(join(tmpdir(), 'report-'));
	});

	afterAll(async () => {
		await browser.close();
		rmSync(folder, { recursive: true, force: true });
	});

	/** Opens a page as people do, from a file, and notes everything that must not happen. */
	async function open(page: string, options: BrowserContextOptions = {}) {
		const file = join(folder, 'report.html');
		writeFileSync(file, page);
		const context = await browser.newContext(options);
		const tab = await context.newPage();
		const alarms: string[] = [];
		tab.on('console', (message) => alarms.push(message.text()));
		tab.on('pageerror', (error) => alarms.push(error.message));
		tab.on('request', (request) => {
			if (request.url() !== pathToFileURL(file).href) alarms.push(request.url());
		});
		await tab.goto(pathToFileURL(file).href);
		return { tab, alarms };
	}

	const overflow = async (tab: Tab): Promise<number> =>
		await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

	it.each`
		width   | scheme     | name         | rows
		${320}  | ${'light'} | ${'full'}    | ${fullRows()}
		${320}  | ${'dark'}  | ${'full'}    | ${fullRows()}
		${1280} | ${'light'} | ${'full'}    | ${fullRows()}
		${1280} | ${'dark'}  | ${'full'}    | ${fullRows()}
		${320}  | ${'light'} | ${'empty'}   | ${[]}
		${1280} | ${'dark'}  | ${'small'}   | ${fortnightRows()}
		${320}  | ${'light'} | ${'hostile'} | ${hostileRows()}
		${1280} | ${'light'} | ${'hostile'} | ${hostileRows()}
	`(
		'the $name report is accessible, quiet and within the screen at $width px, $scheme',
		async ({ width, scheme, rows }) => {
			const viewport = { width, height: 800 };
			const { tab, alarms } = await open(write(rows, true), { viewport, colorScheme: scheme });
			expect(await violationsIn(tab)).toEqual([]);
			expect(await overflow(tab)).toBeLessThanOrEqual(0);
			expect(alarms).toEqual([]);
			expect(await tab.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined();
			await tab.context().close();
		},
	);

	it('shows the figures behind the lines without a script', async () => {
		const { tab } = await open(write(fullRows()), { javaScriptEnabled: false });
		const table = tab.getByRole('table', { name: /each week/ });
		expect(await table.isVisible()).toBe(false);
		await tab.getByText('The figures behind the lines').click();
		expect(await table.isVisible()).toBe(true);
		await tab.context().close();
	});

	it('shows on a phone where a table goes on, at the edge that hides something', async () => {
		const { tab } = await open(write(fullRows()), { viewport: { width: 360, height: 800 } });
		const tables = await tab.evaluate(() =>
			[...document.querySelectorAll('.scroll')]
				.filter((region) => region.scrollWidth > region.clientWidth)
				.map((region) => getComputedStyle(region).backgroundAttachment),
		);

		expect(tables.length).toBeGreaterThan(2);
		// Two shadows that stay at the edges, and over them what scrolls along with the table.
		expect(new Set(tables)).toEqual(new Set(['local, local, scroll, scroll']));
		await tab.context().close();
	});

	it('prints on A4 with every table within the paper', async () => {
		// 18 cm between the margins of 1.5 cm are 680 px.
		const { tab } = await open(write(fullRows()), { viewport: { width: 680, height: 1000 } });
		await tab.emulateMedia({ media: 'print' });
		const wide = await tab.evaluate(() =>
			[...document.querySelectorAll('table')]
				.filter((table) => table.getBoundingClientRect().right > window.innerWidth + 1)
				.map((table) => table.caption?.textContent),
		);
		expect(wide).toEqual([]);
		expect(await tab.getByRole('table', { name: /each week/ }).isVisible()).toBe(true);
		await tab.context().close();
	});
});
