import { createHash } from 'node:crypto';
import { z } from 'zod';
import { bundledComponents } from './bundled';
import { read, readManifest } from './project';

const billSchema = z
	.object({
		components: z.array(z.object({ name: z.string() }).passthrough()),
		metadata: z
			.object({ component: z.object({ name: z.string(), purl: z.string() }).passthrough() })
			.passthrough(),
	})
	.passthrough();
export type Bill = z.infer<typeof billSchema>;

/** The same release gives the same number, so that two bills can be compared byte by byte. */
function serialNumberOf(purl: string): string {
	const hex = createHash('sha256').update(purl).digest('hex');
	const parts = [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`5${hex.slice(13, 16)}`,
		`8${hex.slice(17, 20)}`,
	];
	return `urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}`;
}

/** When the last commit was made; the time of the build would make every bill differ. */
const commitTime = (): string =>
	new Date(read('git', ['log', '-1', '--format=%cI']).trim()).toISOString();

/**
 * The software bill of materials of what npm publishes, as CycloneDX, from npm's own reading of the
 * lockfile: its components are the libraries whose code is inside the built files.
 *
 * @throws Error when the package would bring further components of others
 */
export function billOfMaterials(): Bill {
	const args = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--omit', 'peer'];
	const bill = billSchema.parse(JSON.parse(read('npm', [...args, '--package-lock-only'])));
	if (bill.components.length > 0) {
		const names = bill.components.map(({ name }) => name).join(', ');
		throw new Error(`The package must bring no packages of others, but would bring: ${names}.`);
	}
	const component = { ...bill.metadata.component, name: readManifest().name };
	const properties = [
		{ name: 'runtime-components', value: 'only those inside the built files' },
		{ name: 'provided-by-host', value: 'n8n-workflow, luxon and zod come from the n8n it runs in' },
	];
	return {
		...bill,
		components: bundledComponents(),
		serialNumber: serialNumberOf(component.purl),
		metadata: { ...bill.metadata, timestamp: commitTime(), component, properties },
	};
}
