import { play } from '../domain/life/model/play';
import { exactly, plain, type Figure } from './figures';
import type { Settings } from './settings';

const MOST_SHOWN = 5;

/** `npm run test:scale -- life [--count=1000000] [--from=N]`: the model of the life of a handoff. */
export function measureLife(settings: Settings): Promise<Figure[]> {
	const from = settings.number('from', Date.now() % 1_000_000_000);
	const count = settings.number('count', 1_000_000);
	const startedAt = Date.now();
	let broken = 0;
	for (let seed = from; seed < from + count; seed += 1) {
		const promise = play(seed);
		if (promise === undefined) continue;
		broken += 1;
		if (broken <= MOST_SHOWN) console.log(`${promise}\n(--from=${seed} --count=1)\n`);
	}
	const seconds = Math.round((Date.now() - startedAt) / 1_000);
	return Promise.resolve([
		plain('from', from, 'the first seed; comes again with --from'),
		plain('interleavings', count, 'of searches, decisions, edits, time and crashes'),
		plain('seconds', seconds, 'seconds'),
		exactly('broken', broken, 0, 'of them broke a promise'),
	]);
}
