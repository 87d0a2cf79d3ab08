import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const FILE = join(__dirname, 'results.json');

const outcome = z.enum(['runs', 'refuses']);
const resultSchema = z.object({
	n8n: z.string(),
	readinessGate: outcome,
	slaTimer: outcome,
	handoffInsights: outcome,
	handoffAccept: outcome,
	/**
	 * Kept in Data Tables, or each row leaves with its item where n8n has none; `not run` in a release
	 * that was run before this was looked at.
	 */
	ledger: z.enum(['kept', 'leaves', 'not run']).default('not run'),
});

/** What the nodes do in one release of n8n; `refuses` says so before anything is sent. */
export type Result = z.infer<typeof resultSchema>;

/** What was seen when the releases were run last, oldest release first. */
export const readResults = (): Result[] =>
	z.array(resultSchema).parse(JSON.parse(readFileSync(FILE, 'utf8')));

/** Whether all nodes did what they should in a release. */
export const isComplete = (seen: Partial<Result>): seen is Result =>
	seen.ledger !== undefined && resultSchema.safeParse(seen).success;

/** Puts what was seen in the place of what was known of the same releases. */
export function writeResults(seen: readonly Result[]): void {
	const known = readResults().filter(({ n8n }) => !seen.some((one) => one.n8n === n8n));
	const all = z
		.array(resultSchema)
		.parse([...known, ...seen])
		.sort((a, b) => compareVersions(a.n8n, b.n8n));
	writeFileSync(FILE, `${JSON.stringify(all, null, '\t')}\n`);
}

/** Below 0 when the first release is the older one. */
export function compareVersions(one: string, other: string): number {
	const [left, right] = [one, other].map((version) => version.split('.').map(Number));
	const place = left?.findIndex((part, index) => part !== right?.[index]) ?? -1;
	return place < 0 ? 0 : (left?.[place] ?? 0) - (right?.[place] ?? 0);
}
