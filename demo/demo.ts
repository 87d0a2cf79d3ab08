import { createInterface } from 'node:readline';
import { openRoad, type Road } from '../test/scenario/openRoad';
import { RECEIVER, studioPolicy } from '../test/scenario/studio';
import { OWNER } from '../test/harness/session';
import { addDeal, linkFor, playStories } from './stories';

/** The demo decides in minutes what teams decide in days; two and a half is what n8n keeps well. */
const ACCEPT_WITHIN = { minutes: 2.5, milestones: [50, 100] };

const tell = (line: string): void => console.log(line);

/** `npm run demo`: five stories in a real n8n; `--once` ends after them. */
async function main(): Promise<void> {
	tell('Starting a real n8n, and stand-ins for HubSpot, Slack and ClickUp …');
	const road = await openRoad({ changePolicy: studioPolicy(ACCEPT_WITHIN) });
	const ended = closeOnSignal(road);
	try {
		tell(`n8n runs at ${road.n8n.url}/workflow/${road.workflowId}`);
		tell(`   sign in as ${OWNER.email} with ${OWNER.password}`);
		await playStories({ road, tell });
		if (process.argv.includes('--once')) return;
		await stayOpen(road, ended);
	} finally {
		await road.close();
	}
}

/** Resolves when somebody presses Ctrl-C; the first one ends the demo in good order. */
const closeOnSignal = (road: Road): Promise<void> =>
	new Promise((resolve) => {
		const end = () => {
			tell('\nStopping …');
			resolve();
			void road.close().finally(() => process.exit(0));
		};
		process.once('SIGINT', end);
		process.once('SIGTERM', end);
	});

/** Puts a new deal before the visitor each time Enter is pressed. */
async function stayOpen(road: Road, ended: Promise<void>): Promise<void> {
	tell('\nIt stays open: look at the workflow and its executions in the editor.');
	tell('Press Enter for a deal of your own to decide on, Ctrl-C to stop.');
	let count = 0;
	const lines = createInterface({ input: process.stdin });
	lines.on('line', () => {
		count += 1;
		void offerDeal(road, `Your deal ${count}`).catch((problem: unknown) => tell(String(problem)));
	});
	await ended;
	lines.close();
}

async function offerDeal(road: Road, name: string): Promise<void> {
	addDeal(road, name);
	await road.poll();
	tell(`“${name}” waits for ${RECEIVER.name}, for ${ACCEPT_WITHIN.minutes} minutes:`);
	tell(linkFor(road, name));
}

main().catch((problem: unknown) => {
	console.error(problem instanceof Error ? problem.message : problem);
	process.exitCode = 1;
});
