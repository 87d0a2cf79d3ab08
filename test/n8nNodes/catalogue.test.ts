import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dependencies } from '../../demo/n8n/package.json';
import { INSTALLED_N8N, nodesOfDemo } from '../../templates/lint/nodes/catalogue';
import { describedN8n } from '../../templates/lint/nodes/describedN8n';

describe('the node descriptions by which flows are checked and imported', () => {
	it('are those of the n8n of the demo where it is installed', () => {
		expect(nodesOfDemo()).toBe(INSTALLED_N8N);
	});

	it('come from npm, of the same release, where no n8n is installed', () => {
		const nowhere = mkdtempSync(join(tmpdir(), 'handoff-no-n8n-'));

		expect(nodesOfDemo(nowhere)).toBe(describedN8n(dependencies.n8n));
	});
});
