import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { withoutLicence } from './bundled';
import { readManifest, ROOT } from './project';

/** What n8n gives its nodes at run time. */
const FROM_THE_HOST = ['n8n-workflow', 'luxon', 'zod'];
const OUR_LICENCE = 'MIT';

const lockSchema = z.object({
	packages: z.record(z.object({ license: z.string().optional(), link: z.boolean().optional() })),
});

const isBuiltIn = (name: string): boolean =>
	name.startsWith('node:') || builtinModules.includes(name);

const builtFiles = (): string[] =>
	readdirSync(join(ROOT, 'dist'), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.js'))
		.map((name) => join(ROOT, 'dist', name));

/** Names of the packages that the built files ask for. */
function importedPackages(): string[] {
	const names = builtFiles().flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/\brequire\(["']([^."'][^"']*)/g)].map(
			([, name = '']) => name,
		),
	);
	return [...new Set(names.filter((name) => !isBuiltIn(name)))].sort();
}

/** Licences of the tools of the workshop, none of which is published, and how many have each. */
export function licencesOfTools(): Array<[licence: string, packages: number]> {
	const lock = lockSchema.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
	const counts = new Map<string, number>();
	for (const [place, { license = 'not stated', link }] of Object.entries(lock.packages)) {
		if (place !== '' && !link) counts.set(license, (counts.get(license) ?? 0) + 1);
	}
	return [...counts].sort(([, a], [, b]) => b - a);
}

/**
 * What is wrong with the licences, in sentences; empty when nothing is. Whatever the built files import
 * must come from the n8n they run in; code of others in them comes with its licence. Needs a build.
 */
export function licenceProblems(): string[] {
	const { dependencies, bundleDependencies, license } = readManifest();
	const brought = [...Object.keys(dependencies), ...bundleDependencies];
	const foreign = importedPackages().filter((name) => !FROM_THE_HOST.includes(name));
	return [
		...brought.map((name) => `package.json brings "${name}" along; n8n nodes bring nothing.`),
		...foreign.map((name) => `The built files import "${name}", which n8n does not provide.`),
		...withoutLicence().map((name) => `The licence of ${name} is not in the package.`),
		...(license === OUR_LICENCE ? [] : [`package.json says ${license}, LICENSE.md says MIT.`]),
	];
}
