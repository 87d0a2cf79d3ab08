import { join } from 'node:path';
import { startN8n, type RunningN8n } from '../harness/startN8n';
import { startStandins } from '../fakes/standins';
import { runAccept, runRefusal } from './accept';
import { runGateAndTimer } from './gateAndTimer';
import { runInsights } from './insights';
import { runLedger, runTemplate } from './ledger';
import type { Result } from './results';

const ROOT = join(__dirname, '..', '..');
const READY_WITHIN_MS = 300_000;
/** The public API of older releases asks for packages that npm puts elsewhere; nobody calls it. */
const ENVIRONMENT = { N8N_PUBLIC_API_DISABLED: 'true' };

export interface VersionRun extends Partial<Result> {
	n8n: string;
	/** What should hold and does not, by the node. */
	problems: string[];
}

/** Runs the small set of workflows in the n8n of this folder. */
export async function runVersion(
	version: string,
	folder: string,
	handoffAccept: Result['handoffAccept'],
): Promise<VersionRun> {
	const run: VersionRun = { n8n: version, problems: [] };
	const attempt = async (
		node: keyof Result,
		what: () => Promise<string | void>,
		outcome = 'runs',
	) => {
		try {
			Object.assign(run, { [node]: (await what()) ?? outcome });
		} catch (problem) {
			const said = problem instanceof Error ? problem.message : String(problem);
			run.problems.push(`${node}: ${said.slice(0, 600)}`);
		}
	};
	const standins = await startStandins();
	let n8n: RunningN8n | undefined;
	await attempt(
		'n8n',
		async () => {
			const readyWithinMs = READY_WITHIN_MS;
			const started = {
				packageFrom: ROOT,
				n8nFrom: folder,
				env: ENVIRONMENT,
				readyWithinMs,
				standins,
			};
			n8n = await startN8n(started);
		},
		version,
	);
	if (n8n === undefined) {
		await standins.stop();
		return run;
	}
	const running = n8n;
	const flow = runGateAndTimer(running);
	await attempt('readinessGate', async () => (await flow).gate());
	await attempt('slaTimer', async () => (await flow).timer());
	await attempt('handoffInsights', async () => await runInsights(running));
	await attempt('ledger', async () => await runLedger(running));
	const accept = async () => {
		if (handoffAccept !== 'runs') return await runRefusal(running);
		await runAccept(running);
		await runTemplate(running, standins);
	};
	await attempt('handoffAccept', accept, handoffAccept);
	await running.stop();
	await standins.stop();
	return run;
}
