import { runQueue } from '../scale/queueGroup';

jest.setTimeout(600_000);

it('takes handoffs to their tasks in queue mode, by two workers and a webhook processor', async () => {
	const told: string[] = [];
	const figures = await runQueue(
		{ handoffs: 8, atOnce: 4, settleWithinMs: 240_000, faults: false },
		(line) => told.push(line),
	);

	console.info([...told, ...figures.map(({ key, value }) => `${key} ${value}`)].join('\n'));
	expect(figures.filter(({ holds }) => holds === false)).toEqual([]);
	expect(figures.filter(({ holds }) => holds === true)).toHaveLength(8);
});
