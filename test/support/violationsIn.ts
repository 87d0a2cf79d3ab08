import { readFileSync } from 'node:fs';
import type { Page as Tab } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** axe-core needs to be put in from outside: the page's policy lets no script in. */
export async function violationsIn(tab: Tab): Promise<string[]> {
	const session = await tab.context().newCDPSession(tab);
	await session.send('Runtime.evaluate', { expression: AXE });
	const { result } = await session.send('Runtime.evaluate', {
		awaitPromise: true,
		returnByValue: true,
		expression: `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
			.then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' | ')))`,
	});
	return result.value as string[];
}
