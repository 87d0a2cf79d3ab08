import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { WorkflowJson } from '../../test/harness/workflows';
import { openRoad, type Road } from '../../test/scenario/openRoad';
import { newestLink } from '../../test/scenario/decisionPage';
import { SELLER, studioPolicy } from '../../test/scenario/studio';
import { signIn } from '../../test/harness/signIn';
import { addDeal, linkFor } from '../stories';
import { pictureReport } from './pictureReport';

const FOLDER = join(__dirname, '..', '..', 'docs', 'pictures');
const TEMPLATE = join(__dirname, '..', '..', 'templates', 'hubspot-to-clickup.json');
const SCHEDULE = 'n8n-nodes-base.scheduleTrigger';
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
];
/** The editor draws on after it has loaded; nothing on the page says when it is done. */
const SETTLE_MS = 4_000;

/** Around the flow in its picture, in pixels. */
const MARGIN = 24;

/** `npm run pictures`: every picture of the README, taken from a real run. */
async function main(): Promise<void> {
	mkdirSync(FOLDER, { recursive: true });
	const road = await openRoad({ changePolicy: studioPolicy() });
	const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
	try {
		await pictureDecisionPage(browser, road);
		await pictureFixPage(browser, road);
		await pictureEditor(browser, road);
		await pictureReport(browser, road.n8n, save('report'));
	} finally {
		await browser.close();
		await road.close();
	}
}

const save = (name: string) => ({ path: join(FOLDER, `${name}.png`) });

async function pictureFixPage(browser: Browser, road: Road): Promise<void> {
	const name = 'Webshop for Lumen';
	addDeal(road, name, { amount: '', handoff_goals: 'tbd', handoff_kickoff_date: '' });
	await road.poll();
	const desk = await browser.newPage({ viewport: { width: 900, height: 1180 } });
	await desk.goto(newestLink(road.standins.slack.messages(), SELLER.email, name));
	await desk.screenshot(save('fix-page'));
}

async function pictureDecisionPage(browser: Browser, road: Road): Promise<void> {
	addDeal(road, 'Website for Halcyon', { description: '' });
	await road.poll();
	const link = linkFor(road, 'Website for Halcyon');
	const desk = await browser.newPage({ viewport: { width: 1180, height: 900 } });
	await desk.goto(link);
	await desk.screenshot(save('decision-page'));
	const phone = await browser.newPage({
		viewport: { width: 390, height: 844 },
		deviceScaleFactor: 2,
		colorScheme: 'dark',
	});
	await phone.goto(link);
	await phone.screenshot(save('decision-page-phone'));
	await desk.close();
	await phone.close();
}

async function pictureEditor(browser: Browser, road: Road): Promise<void> {
	const page = await browser.newPage({ viewport: { width: 2400, height: 1150 } });
	await signIn(page, road.n8n.url);
	const { client, url } = road.n8n;
	const shown = withSchedule(await client.readWorkflow(road.workflowId));
	const { id } = await client.createWorkflow(shown);
	await page.goto(`${url}/workflow/${id}`);
	await page.waitForTimeout(SETTLE_MS);
	await page.keyboard.press('1');
	await page.waitForTimeout(SETTLE_MS);
	await page.screenshot({ ...save('canvas'), clip: await frameOf(page) });
	await page.close();
}

const nodesSchema = z.array(z.object({ name: z.string(), type: z.string() }).passthrough());

/** The flow as it is shipped: the road looks for deals by a webhook in the place of the schedule. */
function withSchedule(flow: WorkflowJson): WorkflowJson {
	const shipped = z
		.object({ nodes: nodesSchema })
		.parse(JSON.parse(readFileSync(TEMPLATE, 'utf8')));
	const schedule = shipped.nodes.find(({ type }) => type === SCHEDULE);
	const nodes = nodesSchema
		.parse(flow.nodes)
		.map((node) => (node.name === schedule?.name ? schedule : node));
	return { ...flow, nodes };
}

/** The part of the editor in which nodes and notes are. */
async function frameOf(page: Page) {
	const boxes = await page
		.locator('.vue-flow__node')
		.evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().toJSON()));
	const least = (side: 'left' | 'top') => Math.min(...boxes.map((box) => box[side])) - MARGIN;
	const most = (side: 'right' | 'bottom') => Math.max(...boxes.map((box) => box[side])) + MARGIN;
	const [x, y] = [least('left'), least('top')];
	return { x, y, width: most('right') - x, height: most('bottom') - y };
}

main().catch((problem: unknown) => {
	console.error(problem);
	process.exitCode = 1;
});
