import { runKills } from '../scale/kills/runKills';

jest.setTimeout(900_000);

it('loses no handoff, repeats no decision and no reminder over five kills at random moments', async () => {
	const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
	const told: string[] = [];
	const run = await runKills({ kills: 5, seed }, (line) => told.push(line));

	console.info([`KILL_SEED=${seed}`, ...told, JSON.stringify(run)].join('\n'));
	expect(run).toMatchObject({ kills: 5, lost: [], repeated: [], remindedTwice: [] });
});
