import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './pages';

describe('the spelling', () => {
	it('is right in every page and on every screen', () => {
		const cspell = join(ROOT, 'node_modules', 'cspell', 'bin.mjs');
		const args = [cspell, 'lint', '--no-progress', '--no-summary', '--no-color'];
		const { stdout, status } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });

		expect(stdout).toBe('');
		expect(status).toBe(0);
	});
});
