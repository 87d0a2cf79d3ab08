import type { Page } from 'playwright-core';
import { signIn } from '../../harness/signIn';
import { openBrowser } from '../../support/browser';

const PACKAGE = 'n8n-nodes-handoff';
const PATIENCE_MS = 120_000;

/** n8n's Settings → Community nodes in a real browser. */
export interface Screen {
	/** Types the name, ticks the box about code from others, installs, and reads the version. */
	install(version: string): Promise<void>;
	/** Presses Update on the card of the package, reads that this workflow uses it, and confirms. */
	update(version: string, workflow: string): Promise<void>;
	close(): Promise<void>;
}

/** n8n marks what its own tests look for. */
const marked = (name: string): string => `[data-test-id="${name}"]`;

/** Opens the screen as the owner; nothing is asked of anybody but this n8n. */
export async function openScreen(url: string): Promise<Screen> {
	const browser = await openBrowser();
	const page = await browser.newPage({ viewport: { width: 1200, height: 850 } });
	page.setDefaultTimeout(PATIENCE_MS);
	await page.route(
		(address) => address.origin !== new URL(url).origin,
		async (route) => await route.abort(),
	);
	await signIn(page, url);
	const open = async () => void (await page.goto(`${url}/settings/community-nodes`));
	const dialog = page.getByRole('dialog').filter({ visible: true });
	return {
		install: async (version) => {
			await open();
			await page.getByRole('button', { name: 'Install' }).first().click();
			const confirm = dialog.locator(marked('install-community-package-button'));
			await dialog.locator(marked('package-name-input')).fill(PACKAGE);
			if (await confirm.isEnabled()) throw new Error('n8n installs before the box is ticked');
			await dialog.locator(marked('user-agreement-checkbox')).click();
			await confirm.click();
			await cardWith(page, version);
		},
		update: async (version, workflow) => {
			await open();
			await page.getByRole('button', { name: 'Update' }).click();
			await dialog.getByText(workflow, { exact: true }).waitFor();
			await dialog.getByRole('button', { name: 'Confirm update' }).click();
			await cardWith(page, version);
		},
		close: async () => await browser.close(),
	};
}

/** Waits for the card of the package with this version on it. */
const cardWith = async (page: Page, version: string): Promise<void> =>
	await page
		.locator(marked('community-package-card'))
		.filter({ hasText: PACKAGE })
		.filter({ hasText: `v${version}` })
		.waitFor();
