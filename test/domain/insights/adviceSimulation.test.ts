import { seedRandom } from '../../scale/seededRandom';
import { countAdvised, PATTERNS, percentNamed } from './adviceSimulation';

// A night draws more of them, and other ones: `npm run test:scale -- advice`.
const LEDGERS = 60;
const LEDGERS_OF_A_PATTERN = 10;

describe('advice over drawn ledgers', () => {
	it('is given on at most 5 % of those in which nothing is the matter', () => {
		expect(countAdvised(LEDGERS, seedRandom(20))).toBeLessThanOrEqual(LEDGERS * 0.05);
	});

	it.each(PATTERNS)('names it in at least 90 %: $pattern', (planted) => {
		expect(percentNamed(planted, LEDGERS_OF_A_PATTERN, seedRandom(20))).toBeGreaterThanOrEqual(90);
	});
});
