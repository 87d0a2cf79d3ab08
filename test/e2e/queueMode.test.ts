import { runQueue } from '../scale/queueGroup';
import { hasServices } from '../scale/queue/services';

jest.setTimeout(1_500_000);

/** Runs where Redis and PostgreSQL are; `npm run test:scale -- queue` installs them and does more. */
const whereServicesAre = hasServices() ? it : it.skip;

whereServicesAre(
	'loses no handoff in queue mode while each part of it is killed or restarted in turn',
	async () => {
		const told: string[] = [];
		const size = { handoffs: 12, atOnce: 6, settleWithinMs: 900_000 };
		const figures = await runQueue(size, (line) => told.push(line));

		console.info([...told, JSON.stringify(figures)].join('\n'));
		expect(figures.filter(({ holds }) => holds === false)).toEqual([]);
	},
);
