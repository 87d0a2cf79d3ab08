import type { Locator, Page } from 'playwright-core';

/** A part of n8n's editor, by the name that n8n gives it for tests. */
export const part = (tab: Page | Locator, name: string): Locator =>
	tab.locator(`[data-test-id="${name}"]`);

/** Opens an empty workflow; the first step is asked for. */
export async function openEmptyWorkflow(tab: Page, url: string): Promise<void> {
	await tab.goto('about:blank');
	await tab.goto(`${url}/workflow/new`);
	await part(tab, 'canvas-plus-button').first().waitFor();
}

/** Types words into the node creator and gives the names of the nodes it offers. */
export async function searchNodes(tab: Page, words: string): Promise<string[]> {
	await part(tab, 'node-creator-search-bar').fill(words);
	// The list follows the typing a moment later; nothing on the page says when.
	await tab.waitForTimeout(800);
	return await part(tab, 'node-creator-item-name').allTextContents();
}

/** Takes what is found under this name; a node with several operations asks which. */
export async function takeNode(tab: Page, words: string, name: string): Promise<void> {
	await searchNodes(tab, words);
	await part(tab, 'node-creator-item-name').filter({ hasText: name }).first().click();
}

/** Opens the panel of the node with this name. */
export async function openNode(tab: Page, name: string): Promise<void> {
	await tab.locator('.vue-flow__node').filter({ hasText: name }).first().dblclick();
	await part(tab, 'node-parameters').waitFor();
}

export async function closeNode(tab: Page): Promise<void> {
	await tab.keyboard.press('Escape');
	await part(tab, 'node-parameters').waitFor({ state: 'hidden' });
}

/** Gives the open node these items as its output, by “set mock data”. */
export async function mockOutput(tab: Page, records: unknown[]): Promise<void> {
	const output = part(tab, 'output-panel');
	await output.getByText('set mock data').click();
	await output.locator('.cm-content').click();
	await tab.keyboard.press('Control+A');
	await tab.keyboard.insertText(JSON.stringify(records));
	await output.getByRole('button', { name: 'Save' }).click();
	await output.locator('.cm-content').waitFor({ state: 'hidden' });
}

/** Drags a field from the input panel onto a field of the form, as a hand would. */
export async function dragField(tab: Page, name: string, onto: Locator): Promise<void> {
	const field = part(tab, 'ndv-input-panel')
		.locator('[data-target="mappable"]')
		.filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) })
		.last();
	await onto.scrollIntoViewIfNeeded();
	const from = await middleOf(field);
	const to = await middleOf(onto);
	await tab.mouse.move(from.x, from.y);
	await tab.mouse.down();
	await tab.mouse.move(from.x + 40, from.y + 20, { steps: 5 });
	await tab.mouse.move(to.x, to.y, { steps: 12 });
	await tab.waitForTimeout(300);
	await tab.mouse.up();
	await tab.waitForTimeout(300);
}

async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
	const box = await element.boundingBox();
	if (box === null) throw new Error('what should be dragged from or onto is not on the screen');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Puts a workflow file on the empty canvas: menu, Import, From file. */
export async function importFile(tab: Page, file: string): Promise<void> {
	await part(tab, 'workflow-menu').click();
	await part(tab, 'workflow-menu-item-import').hover();
	await part(tab, 'workflow-menu-item-import').click();
	const [chooser] = await Promise.all([
		tab.waitForEvent('filechooser'),
		part(tab, 'workflow-menu-item-import-from-file').click(),
	]);
	await chooser.setFiles(file);
}

/** What in the editor went wrong with our nodes: script errors, and files of ours that are missing. */
export function watchForTrouble(tab: Page): string[] {
	const trouble: string[] = [];
	tab.on('pageerror', (error) => trouble.push(error.message));
	tab.on('response', (answer) => {
		if (answer.status() >= 400 && answer.url().includes('n8n-nodes-handoff')) {
			trouble.push(`${answer.status()} ${answer.url()}`);
		}
	});
	tab.on('console', (line) => {
		if (line.type() === 'error' && /handoff|readinessGate|slaTimer/i.test(line.text())) {
			trouble.push(line.text());
		}
	});
	return trouble;
}
