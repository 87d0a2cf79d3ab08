import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/**
 * Runs jest projects: each file is told as it ends.
 *
 * @param {{ root: string, projects: string[], more: string[], env?: Record<string, string> }} what
 * @returns {{ passed: number, failed: number, failures: { name: string, again: string, message: string }[] }}
 */
export function runJest({ root, projects, more, env = {} }) {
	console.log(`\n> ${projects.join(', ')}`);
	const folder = mkdtempSync(join(tmpdir(), 'handoff-test-'));
	const report = join(folder, 'report.json');
	const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
	const config = ['--config', join('test', 'jest.config.js'), '--selectProjects', ...projects];
	const { status } = spawnSync(process.execPath, [jest, ...config, ...more], {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, ...env, HANDOFF_REPORT: report },
	});
	try {
		const told = JSON.parse(readFileSync(report, 'utf8'));
		return status === 0 || told.failed > 0 ? told : broken(projects, told);
	} catch {
		return broken(projects, { passed: 0, failures: [] });
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** jest itself failed, or found nothing to run: one failure, whatever it had told until then. */
function broken(projects, { passed, failures }) {
	const name = projects.join(', ');
	const message = 'jest ended without a result; what it said stands above.';
	return { passed, failed: 1, failures: [...failures, { name, message }] };
}
