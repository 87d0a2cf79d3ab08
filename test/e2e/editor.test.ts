import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openOffice, type Office } from '../scenario/openOffice';
import { completeDeal } from '../scenario/studio';
import { itemsOf } from '../harness/executions';
import { signIn } from '../harness/signIn';
import { describeInBrowser, openBrowser } from '../support/browser';
import {
	closeNode,
	dragField,
	importFile,
	mockOutput,
	openEmptyWorkflow,
	openNode,
	part,
	searchNodes,
	takeNode,
	watchForTrouble,
} from '../support/editor';
import { strangersIn } from '../support/strangersIn';
import { acceptanceWalk } from './acceptanceWalk';
import { chooseCredentials, runChosen } from './runChosen';

jest.setTimeout(300_000);

const ROOT = join(__dirname, '..', '..');

describeInBrowser('in the editor of a real n8n', () => {
	let office: Office;
	let browser: Browser;
	let tab: Page;
	let trouble: string[];
	beforeAll(async () => {
		office = await openOffice();
		browser = await openBrowser();
		tab = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
		tab.setDefaultTimeout(60_000);
		await signIn(tab, office.n8n.url);
		trouble = watchForTrouble(tab);
	});
	afterAll(async () => {
		await browser?.close();
		await office?.close();
	});
	afterEach(() => expect(trouble.splice(0)).toEqual([]));

	describe('an operations lead', () => {
		it.each`
			words                | node
			${'handoff'}         | ${'Readiness Gate'}
			${'readiness'}       | ${'Readiness Gate'}
			${'approval'}        | ${'Handoff Accept'}
			${'acceptance'}      | ${'Handoff Accept'}
			${'SLA'}             | ${'SLA Timer'}
			${'deadline'}        | ${'SLA Timer'}
			${'business hours'}  | ${'SLA Timer'}
			${'required fields'} | ${'Readiness Gate'}
			${'checklist'}       | ${'Readiness Gate'}
		`('who types “$words” finds $node', async ({ words, node }) => {
			if ((await part(tab, 'node-creator-search-bar').count()) === 0) {
				await openEmptyWorkflow(tab, office.n8n.url);
				await part(tab, 'canvas-plus-button').first().click();
			}

			expect((await searchNodes(tab, words)).map((name) => name.trim())).toContain(node);
		});

		it('drags three fields into a fresh gate, runs it, and reads what is missing', async () => {
			await openEmptyWorkflow(tab, office.n8n.url);
			await part(tab, 'canvas-plus-button').first().click();
			await takeOffered(tab, 'Trigger manually');
			await openNode(tab, 'When clicking');
			await mockOutput(tab, [
				{ id: 7, name: 'Website for Acme', amount: 'tbd', kick_off_date: '' },
			]);
			await closeNode(tab);
			await part(tab, 'canvas-handle-plus').first().click();
			await takeNode(tab, 'required fields', 'Readiness Gate');
			await takeOffered(tab, 'Check the readiness of a record');
			await part(tab, 'ndv-input-panel').waitFor();
			const requirements = part(tab, 'fixed-collection-requirements');
			for (const [row, field] of ['name', 'amount', 'kick_off_date'].entries()) {
				if (row > 0) await requirements.getByText('Add Requirement').click();
				const onto = requirements.getByPlaceholder('e.g. properties.amount').nth(row);
				await dragField(tab, field, onto);
				expect(await onto.inputValue()).toBe(field);
			}

			await part(tab, 'node-execute-button').click();
			const output = part(tab, 'output-panel');
			await output.getByText('Not Ready Branch (1 item)').click();
			await part(output, 'radio-button-table').hover();
			await part(output, 'radio-button-json').click();

			await output.getByText('Website for Acme').first().waitFor();
			// The panel draws only as much as fits; the rest is read from the execution.
			await expectToRead(output, ['"ready": false', '"label": "Amount"']);
			const [newest] = await office.n8n.client.listExecutions();
			const execution = await office.n8n.client.readExecution(newest?.id ?? '');
			expect(itemsOf(execution, 'Readiness Gate', 1)[0]?.json).toMatchObject({
				handoff: { verdict: { findings: [{ label: 'Amount' }, { label: 'Kick off date' }] } },
			});
			await closeNode(tab);
			expect(await canvasText(tab)).toMatch(
				/Ready[\s\S]*Not Ready[\s\S]*enforce: sales-to-delivery/,
			);
		});
	});

	describe('an agency', () => {
		it('imports a template, is told what is left to choose, chooses, and runs it', async () => {
			await openEmptyWorkflow(tab, office.n8n.url);
			await importFile(tab, join(ROOT, 'templates', 'hubspot-to-clickup.json'));
			const canvas = tab.locator('.vue-flow__node').filter({ hasText: 'Readiness Gate' });
			await canvas.first().waitFor();
			await tab.keyboard.press('Control+S');
			await tab.waitForURL((address) => /\/workflow\/(?!new)\w+/.test(address.pathname));
			const saved = /\/workflow\/(\w+)/.exec(tab.url())?.[1] ?? '';

			const properties = completeDeal('Shop for Bolt', Date.now());
			office.standins.hubspot.addDeal({ properties });
			await tab.goto(`${office.n8n.url}/workflow/${await chooseCredentials(office, saved)}`);
			await canvas.first().waitFor();
			await part(tab, 'execute-workflow-button').last().click();
			const told = await tab.getByText('Still to choose').first().textContent();
			expect(told).toContain('Handoff settings: HubSpot account number');
			expect(told).toContain('ClickUp list for new projects');
			expect(office.standins.slack.messages()).toEqual([]);
			await runChosen(office, saved);
			const sent = JSON.stringify(office.standins.slack.messages());
			expect(sent).toContain('Billing day');
		});
	});

	describe('a receiver', () => {
		let workflowId: string;
		beforeAll(async () => {
			workflowId = (await office.n8n.client.createWorkflow(acceptanceWalk)).id;
			await tab.goto(`${office.n8n.url}/workflow/${workflowId}`);
			await tab.locator('.vue-flow__node').filter({ hasText: 'SLA Timer' }).first().waitFor();
		});

		it.each`
			node                | before
			${'SLA Timer'}      | ${'Readiness Gate'}
			${'Handoff Report'} | ${'Handoff Accept'}
		`('can be shown in $node what $before gives, before anything has run', async (row) => {
			await openNode(tab, row.node);
			const input = part(tab, 'ndv-input-panel');
			await input.getByText('Usually outputs the following fields').waitFor();

			await expectToRead(input, [`${row.before} Preview`, 'handoff', 'ballWith']);
			await closeNode(tab);
		});

		it('accepts on the page, while the node says for whom it waits and until when', async () => {
			await part(tab, 'execute-workflow-button').last().click();
			await tab.locator('.vue-flow__node').filter({ hasText: 'Tell people' }).first().waitFor();
			await openNode(tab, 'Handoff Accept');
			const output = part(tab, 'output-panel');
			const link = output.getByText('Open the decision page');
			await link.waitFor();
			expect(await output.textContent()).toMatch(
				/Waiting for Dana Delivery until \w{3} \d+ \w+ \d{4}/,
			);

			const [page] = await Promise.all([tab.context().waitForEvent('page'), link.click()]);
			await page.locator('input[name="decision"][value="accept"]').check({ force: true });
			await page.fill('input[name="name"]', 'Dana Delivery');
			await page.getByRole('button', { name: 'Accept this handoff' }).click();
			await page.getByText('Accepted. Thank you.').waitFor();
			await page.close();

			await output.getByText('Accepted Branch (1 item)').waitFor();
			const { client } = office.n8n;
			const [newest] = await client.listExecutions({ workflowId });
			const execution = await client.waitForExecution(newest?.id ?? '', 'success');
			const [accepted] = itemsOf(execution, 'Accepted here');
			expect(accepted?.json).toMatchObject({ handoff: { outcome: 'accepted' } });
			const schema = join(ROOT, 'nodes/HandoffAccept/__schema__/v1.0.0/sendAndWait.json');
			const { handoff } = accepted?.json ?? {};
			expect(strangersIn({ handoff }, JSON.parse(readFileSync(schema, 'utf8')))).toEqual([]);
		});
	});
});

const takeOffered = async (tab: Page, name: string): Promise<void> =>
	await part(tab, 'node-creator-item-name').filter({ hasText: name }).first().click();

async function expectToRead(
	place: { textContent(): Promise<string | null> },
	words: string[],
): Promise<void> {
	const read = await place.textContent();
	for (const word of words) expect(read).toContain(word);
}

const canvasText = async (tab: Page): Promise<string> =>
	await tab.locator('.vue-flow').first().innerText();
