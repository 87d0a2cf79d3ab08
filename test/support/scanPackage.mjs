/**
 * Lints what npm would publish, the way n8n's package scanner does: every rule of its own set, over
 * the packed files and over the sources, with inline disables ignored.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { analyzePackage } from '@n8n/scan-community-package/scanner/scanner.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = ['package.json', 'nodes', 'credentials'];

/** The tarball's files, unpacked. */
function packInto(folder) {
	const [{ filename }] = JSON.parse(
		execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
			cwd: ROOT,
			encoding: 'utf8',
			shell: process.platform === 'win32',
		}),
	);
	execFileSync('tar', ['-xzf', join(folder, filename), '-C', folder]);
	return join(folder, 'package');
}

function copySources(folder) {
	const target = join(folder, 'sources');
	for (const name of SOURCES.filter((source) => existsSync(join(ROOT, source)))) {
		cpSync(join(ROOT, name), join(target, name), { recursive: true });
	}
	return target;
}

const folder = mkdtempSync(join(tmpdir(), 'handoff-scan-'));
try {
	for (const place of [packInto(folder), copySources(folder)]) {
		const { passed, message, details } = await analyzePackage(place);
		console.log(
			`${place.endsWith('sources') ? 'sources' : 'package'}: ${passed ? 'clean' : message}`,
		);
		if (!passed) {
			console.error(details ?? '');
			process.exitCode = 1;
		}
	}
} finally {
	rmSync(folder, { recursive: true, force: true });
}
