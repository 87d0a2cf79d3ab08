import { currentVersion } from '../scale/install/packVersion';
import { runInstall } from '../scale/install/runInstall';

jest.setTimeout(480_000);

it('is installed by its name, updated and removed as users do, while handoffs wait', async () => {
	const told: string[] = [];
	const run = await runInstall((line) => told.push(line));

	console.info([...told, JSON.stringify(run)].join('\n'));
	expect(run).toMatchObject({
		versions: ['0.0.9', currentVersion(), 'none', currentVersion()],
		nodes: 5,
		waiting: 4,
		waitingWhileRemoved: 2,
		decided: ['accepted', 'returned', 'returned', 'accepted'],
	});
	expect(run.statusWhileRemoved).toBeGreaterThanOrEqual(400);
});
