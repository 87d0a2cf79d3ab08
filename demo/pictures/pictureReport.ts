import type { Browser, PageScreenshotOptions } from 'playwright-core';
import { setTimeout as sleep } from 'node:timers/promises';
import { code, line, webhook } from '../../test/e2e/lineWorkflow';
import type { RunningN8n } from '../../test/harness/startN8n';
import { quarterBefore } from './quarter';

const PATH = 'report-of-a-quarter';

/** The report that Handoff Insights gives in this n8n of a made-up quarter, as a picture. */
export async function pictureReport(
	browser: Browser,
	n8n: RunningN8n,
	save: PageScreenshotOptions,
): Promise<void> {
	const page = await browser.newPage({ viewport: { width: 1180, height: 1000 } });
	await page.setContent(await reportOf(n8n));
	await page.screenshot(save);
	await page.close();
}

async function reportOf({ client, url }: RunningN8n): Promise<string> {
	const start = webhook(PATH);
	const answer = {
		httpMethod: 'GET',
		path: PATH,
		responseMode: 'lastNode',
		responseData: 'firstEntryBinary',
		responseBinaryPropertyName: 'report',
		options: {},
	};
	const rows = JSON.stringify(quarterBefore(lastMonday()));
	const workflow = line(PATH, [
		{ ...start, parameters: answer },
		code('Rows', `return ${rows}.map((json) => ({ json }));`),
		{
			name: 'Handoff Insights',
			type: 'n8n-nodes-handoff.handoffInsights',
			typeVersion: 1,
			parameters: { operation: 'report', keepLedger: 'nowhere', period: 13, timezone: 'UTC' },
		},
	]);
	await client.publish((await client.createWorkflow(workflow)).id);
	// n8n registers webhooks a moment after it has published them.
	for (let tries = 0; ; tries += 1) {
		const page = await fetch(`${url}/webhook/${PATH}`);
		if (page.ok) return await page.text();
		if (tries > 50) throw new Error(`n8n gives no report: ${page.status}`);
		await sleep(200);
	}
}

/** The report counts back from now. */
function lastMonday(): string {
	const today = new Date();
	const back = (today.getUTCDay() + 6) % 7;
	return new Date(today.getTime() - back * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
