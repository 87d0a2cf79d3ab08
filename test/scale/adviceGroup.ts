import { countAdvised, PATTERNS, percentNamed } from '../domain/insights/adviceSimulation';
import { plain, type Figure } from './figures';
import { seedRandom } from './seededRandom';
import type { Settings } from './settings';

const MOST_ADVISED = 5;
const LEAST_NAMED = 90;

/** `npm run test:scale -- advice [--ledgers=2000] [--planted=200] [--seed=N]` */
export function measureAdvice(settings: Settings): Promise<Figure[]> {
	const seed = settings.number('seed', Date.now() % 1_000_000);
	const ledgers = settings.number('ledgers', 2000);
	const planted = settings.number('planted', 200);
	const random = seedRandom(seed);
	const advised = (100 * countAdvised(ledgers, random)) / ledgers;
	return Promise.resolve([
		plain('seed', seed, 'comes again with --seed'),
		{
			key: 'advised',
			value: toTenth(advised),
			meaning: `% of ${ledgers} reports advise something although nothing is the matter`,
			holds: advised <= MOST_ADVISED,
			wanted: `at most ${MOST_ADVISED}`,
		},
		...PATTERNS.map((pattern): Figure => {
			const named = percentNamed(pattern, planted, random);
			return {
				key: pattern.key,
				value: toTenth(named),
				meaning: `% of ${planted} reports name it: ${pattern.pattern}`,
				holds: named >= LEAST_NAMED,
				wanted: `at least ${LEAST_NAMED}`,
			};
		}),
	]);
}

const toTenth = (percent: number): number => Math.round(percent * 10) / 10;
