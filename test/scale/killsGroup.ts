import { exactly, plain, type Figure } from './figures';
import { runKills } from './kills/runKills';
import type { Settings } from './settings';

/** `npm run test:scale -- kills [--kills=50] [--seed=N]` */
export async function measureKills(settings: Settings): Promise<Figure[]> {
	const seed = settings.number('seed', Date.now() % 1_000_000);
	const kills = settings.number('kills', 50);
	console.log(`seed ${seed}`);
	const run = await runKills({ kills, seed }, (line) => console.log(line));
	for (const [what, found] of Object.entries(run)) {
		if (Array.isArray(found) && found.length > 0) console.log(`${what}: ${found.join(' ')}`);
	}
	return [
		plain('seed', seed, 'comes again with --seed'),
		exactly('kills', run.kills, kills, 'times that n8n was killed with -9'),
		plain('handoffs', run.handoffs, 'handoffs in it'),
		exactly('lost', run.lost.length, 0, 'handoffs without an outcome'),
		exactly('repeated', run.repeated.length, 0, 'handoffs decided twice, or a vote counted twice'),
		exactly('remindedTwice', run.remindedTwice.length, 0, 'reminders twice without a kill between'),
		plain('reminders', run.reminders, 'reminders that came'),
		plain('remindersAroundKills', run.remindersAroundKills, 'came again after a kill'),
		plain('retried', run.retried, 'executions retried after a crash'),
		plain('leftBehind', run.leftBehind, 'executions that n8n took for running after a kill'),
		plain('sentAgain', run.sentAgain, 'handoffs handed over again: n8n did not know them'),
	];
}
