import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { read, ROOT } from './project';

const packedSchema = z.array(z.object({ filename: z.string(), entryCount: z.number() })).length(1);

export interface Pack {
	/** SHA-256 of the tarball, in hexadecimal. */
	digest: string;
	files: number;
}

function packCommitted(prefix: string): Pack {
	const folder = mkdtempSync(join(tmpdir(), prefix));
	try {
		const sources = execFileSync('git', ['archive', '--format=tar', 'HEAD'], {
			cwd: ROOT,
			maxBuffer: 512 * 1024 * 1024,
		});
		execFileSync('tar', ['-xf', '-', '-C', folder], { input: sources });
		symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
		read('npm', ['run', 'build', '--silent'], folder);
		const packed = packedSchema.parse(JSON.parse(read('npm', ['pack', '--json'], folder)));
		const bytes = readFileSync(join(folder, packed[0]?.filename ?? ''));
		const digest = createHash('sha256').update(bytes).digest('hex');
		return { digest, files: packed[0]?.entryCount ?? 0 };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * Builds and packs what is committed twice, in two folders of different names: whoever builds a
 * release again must get the same file, byte by byte.
 */
export const packTwice = (): [Pack, Pack] => [
	packCommitted('handoff-pack-'),
	packCommitted('handoff-pack-somewhere-else-'),
];
