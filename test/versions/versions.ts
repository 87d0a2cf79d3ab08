import { expectedOf } from './expected';
import { isComplete, writeResults } from './results';
import { runVersion, type VersionRun } from './runVersion';

const COLUMNS = [
	'readinessGate',
	'slaTimer',
	'handoffInsights',
	'handoffAccept',
	'ledger',
] as const;

/** Runs each `VERSION=folder`, tells it as a table and as JSON, and keeps what was seen. */
async function main(given: readonly string[]): Promise<void> {
	const runs: VersionRun[] = [];
	for (const each of given) {
		const [version = '', folder = ''] = each.split('=');
		if (folder === '') {
			runs.push({ n8n: version, problems: ['n8n: it cannot be installed here'] });
			continue;
		}
		console.log(`- n8n ${version} …`);
		runs.push(await runVersion(version, folder, expectedOf(version)));
	}
	tell(runs);
	writeResults(runs.flatMap((run) => (isComplete(run) ? [run] : [])));
	console.log(JSON.stringify({ versions: runs }));
	if (runs.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
}

function tell(runs: readonly VersionRun[]): void {
	console.log(`\n${['n8n', ...COLUMNS].map((head) => head.padEnd(16)).join('')}`);
	for (const run of runs) {
		const cells = [run.n8n, ...COLUMNS.map((node) => run[node] ?? '✗')];
		console.log(cells.map((cell) => cell.padEnd(16)).join(''));
		for (const problem of run.problems) console.log(`  ✗ ${problem}`);
	}
	console.log('\nThe table in the README follows with: npm run templates');
}

main(process.argv.slice(2)).catch((problem: unknown) => {
	console.error(problem instanceof Error ? problem.message : problem);
	process.exitCode = 1;
});
