import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const ROOT = join(__dirname, '..', '..', '..');
const PACKED = ['package.json', 'README.md', 'LICENSE.md', 'dist'];

const manifestSchema = z.object({ name: z.string(), version: z.string() }).passthrough();

export type Manifest = z.infer<typeof manifestSchema>;

/** One version of the package, as `npm publish` would send it. */
export interface Packed {
	manifest: Manifest;
	tarball: Buffer;
	/** What the registry says of the tarball. */
	integrity: string;
	shasum: string;
}

const manifest = (): Manifest =>
	manifestSchema.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));

/** The version that the package has now. */
export const currentVersion = (): string => manifest().version;

/** Packs the built package with `npm pack`, under this version. */
export function packVersion(version: string): Packed {
	const folder = mkdtempSync(join(tmpdir(), 'handoff-packed-'));
	try {
		for (const entry of PACKED) {
			cpSync(join(ROOT, entry), join(folder, entry), { recursive: true });
		}
		const versioned = { ...manifest(), version };
		writeFileSync(join(folder, 'package.json'), JSON.stringify(versioned, null, '\t'));
		const command = ['pack', '--json', '--ignore-scripts'];
		const shell = process.platform === 'win32';
		const answer = execFileSync('npm', command, { cwd: folder, encoding: 'utf8', shell });
		const [{ filename = '' } = {}] = z
			.array(z.object({ filename: z.string() }))
			.parse(JSON.parse(answer));
		const tarball = readFileSync(join(folder, filename));
		const hash = (kind: string) => createHash(kind).update(tarball);
		const integrity = `sha512-${hash('sha512').digest('base64')}`;
		return { manifest: versioned, tarball, integrity, shasum: hash('sha1').digest('hex') };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
