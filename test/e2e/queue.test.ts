import { runQueue } from '../scale/queueGroup';

jest.setTimeout(900_000);

/** n8n finds out after seconds in the place of a minute that a worker is gone. */
const IMPATIENT = {
	QUEUE_WORKER_LOCK_DURATION: '10000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

it('loses nothing in queue mode while each part of it is killed or restarted in turn', async () => {
	const told: string[] = [];
	const figures = await runQueue(
		{
			handoffs: 12,
			atOnce: 6,
			settleWithinMs: 420_000,
			leaveMinutes: 1,
			restMs: 150_000,
			env: IMPATIENT,
		},
		(line) => told.push(line),
	);

	console.info([...told, ...figures.map(({ key, value }) => `${key} ${value}`)].join('\n'));
	expect(figures.filter(({ holds }) => holds === false)).toEqual([]);
	expect(figures.filter(({ holds }) => holds === true)).toHaveLength(8);
});
