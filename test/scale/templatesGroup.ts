import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { exactly, plain, type Figure } from './figures';

const ROOT = join(__dirname, '..', '..');
const JEST = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
const ARGUMENTS = ['--config', join('test', 'jest.config.js'), '--selectProjects', 'scale'];

const reportSchema = z.object({
	numPassedTests: z.number(),
	numFailedTests: z.number(),
	numRuntimeErrorTestSuites: z.number(),
});

/**
 * `npm run test:scale -- templates`: the templates that the usual tests leave out, and twenty
 * combinations of vendors that we do not ship, each on all its ways.
 */
export async function measureTemplates(): Promise<Figure[]> {
	const folder = mkdtempSync(join(tmpdir(), 'handoff-templates-'));
	const report = join(folder, 'report.json');
	const more = ['--runInBand', '--testTimeout=600000', '--json', `--outputFile=${report}`];
	try {
		spawnSync(process.execPath, [JEST, ...ARGUMENTS, ...more], { cwd: ROOT, stdio: 'inherit' });
		const counts = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
		const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
		return [
			plain('passed', counts.numPassedTests, 'runs of templates that ended as they should'),
			exactly('failed', failed, 0, 'runs of templates that did not'),
		];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
