import { exactly, plain, type Figure } from './figures';
import { currentVersion } from './install/packVersion';
import { runInstall } from './install/runInstall';

/** `npm run test:scale -- install`: the package as users install, update and remove it. */
export async function measureInstall(): Promise<Figure[]> {
	const run = await runInstall((line) => console.log(line));
	const current = currentVersion();
	const right = ['0.0.9', current, 'none', current].filter(
		(version, index) => run.versions[index] === version,
	);
	const wanted = ['accepted', 'returned', 'returned', 'accepted'];
	const held = wanted.filter((how, index) => run.decided[index] === how);
	return [
		plain('installSeconds', Number(run.installSeconds.toFixed(1)), 's to install by its name'),
		exactly('nodes', run.nodes, 5, 'nodes in it'),
		exactly('steps', right.length, 4, 'install, update, remove, install again: as n8n lists it'),
		exactly('waiting', run.waiting, 4, 'handoffs that waited through the update'),
		exactly('waitingRemoved', run.waitingWhileRemoved, 2, 'that waited while it was removed'),
		plain('statusRemoved', run.statusWhileRemoved, 'HTTP status of a link meanwhile'),
		exactly('decided', held.length, 4, 'decided as the form said, by the links sent before'),
	];
}
