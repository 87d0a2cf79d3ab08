import { startN8n, type RunningN8n } from '../../harness/startN8n';
import { submitDecision } from '../../scenario/decisionPage';
import { acceptWorkflow, DANA, publishAccept, type Asked } from '../../e2e/acceptFlow';
import { packageApiOf } from './packageApi';
import { currentVersion, packVersion } from './packVersion';
import { startRegistry } from './registry';
import { openScreen } from './screen';

/** The version that is installed before the current one. */
const PREVIOUS = '0.0.9';
const FLOW = 'ask-delivery';

const ACCEPT = { decision: 'accept', name: 'Dana', 'check.capacity': 'on' };
const RETURN = { decision: 'return', name: 'Dana', 'reason.date': 'on' };

export interface InstallRun {
	/** Versions that n8n says it has: installed, updated, removed (none), installed again. */
	versions: string[];
	/** Nodes of the installed package. */
	nodes: number;
	/** Handoffs that waited while the package was updated. */
	waiting: number;
	/** How the handoffs ended, in the order in which they were decided. */
	decided: string[];
	/** HTTP status of a link that is opened while the package is removed. */
	statusWhileRemoved: number;
	/** Handoffs that still waited after that. */
	waitingWhileRemoved: number;
	/** Seconds from the request to install until the nodes could be used. */
	installSeconds: number;
}

/**
 * What a user does with a package: install it by its name, update it while handoffs wait, remove it
 * and install it again, through n8n's own API and screen, from a stand-in of the package registry.
 */
export async function runInstall(say: (line: string) => void): Promise<InstallRun> {
	const registry = await startRegistry();
	const n8n = await startN8n({ standins: registry });
	const screen = await openScreen(n8n.url);
	try {
		const packages = packageApiOf(n8n.client);
		const versions: string[] = [];
		const note = async (what: string) => {
			const [{ installedVersion } = { installedVersion: 'none' }] = await packages.list();
			versions.push(installedVersion);
			say(`${what}: ${installedVersion}`);
		};
		registry.publish(packVersion(PREVIOUS));
		const startedAt = Date.now();
		const { installedNodes } = await packages.install();
		const installSeconds = (Date.now() - startedAt) / 1_000;
		await note('installed through the API');

		const asked = await askFour(n8n);
		registry.publish(packVersion(currentVersion()));
		await screen.update(currentVersion(), FLOW);
		await note('updated on the screen');
		const waiting = await countWaiting(n8n, asked);
		const decided = [await decide(asked[0], ACCEPT), await decide(asked[1], RETURN)];

		await packages.remove();
		await note('removed');
		const statusWhileRemoved = await visit(asked[2]);
		const waitingWhileRemoved = await countWaiting(n8n, asked.slice(2));
		await screen.install(currentVersion());
		await note('installed on the screen');
		decided.push(await decide(asked[2], RETURN));
		await n8n.restart();
		decided.push(await decide(asked[3], ACCEPT));
		const counts = { waiting, waitingWhileRemoved, nodes: installedNodes.length };
		return { versions, decided, statusWhileRemoved, installSeconds, ...counts };
	} finally {
		await screen.close();
		await n8n.stop();
		await registry.stop();
	}
}

async function askFour(n8n: RunningN8n): Promise<Asked[]> {
	const ask = await publishAccept(n8n, acceptWorkflow(FLOW, {}));
	return [await ask(), await ask(), await ask(), await ask()];
}

async function countWaiting({ client }: RunningN8n, asked: readonly Asked[]): Promise<number> {
	const executions = await Promise.all(
		asked.map(async ({ executionId }) => await client.readExecution(executionId)),
	);
	return executions.filter(({ status }) => status === 'waiting').length;
}

/** Opens a link; decides nothing. */
async function visit(asked: Asked | undefined): Promise<number> {
	if (asked === undefined) throw new Error('there is no such handoff');
	return (await fetch(await asked.linkFor(DANA.email))).status;
}

/** Decides by the link that was sent, and says by which output the handoff left. */
async function decide(asked: Asked | undefined, form: Record<string, string>): Promise<string> {
	if (asked === undefined) throw new Error('there is no such handoff');
	await submitDecision(await asked.linkFor(DANA.email), form);
	await asked.until('success');
	const [accepted, returned] = [await asked.output(1), await asked.output(2)];
	return accepted.length > 0 ? 'accepted' : returned.length > 0 ? 'returned' : 'nothing';
}
