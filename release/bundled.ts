import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from './project';

/** Libraries whose code the build puts into the package, with the licences of their code. */
const BUNDLED = [{ name: 'libphonenumber-js', licences: ['MIT', 'Apache-2.0'] }] as const;

const manifestSchema = z.object({ version: z.string() });

/** A library in the package, as CycloneDX names it. */
export type BundledComponent = {
	type: 'library';
	name: string;
	version: string;
	purl: string;
	licenses: Array<{ license: { id: string } }>;
};

/** The libraries in the package, in the versions that are installed. */
export const bundledComponents = (): BundledComponent[] =>
	BUNDLED.map(({ name, licences }) => {
		const manifest = join(ROOT, 'node_modules', name, 'package.json');
		const { version } = manifestSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')));
		const licenses = licences.map((id) => ({ license: { id } }));
		return { type: 'library', name, version, purl: `pkg:npm/${name}@${version}`, licenses };
	});

/** Libraries of which the package holds the code and not the licence. Needs a build. */
export function withoutLicence(): string[] {
	const texts = readFileSync(join(ROOT, 'dist', 'licences-of-others.txt'), 'utf8');
	return BUNDLED.map(({ name }) => name).filter((name) => !texts.includes(name));
}
