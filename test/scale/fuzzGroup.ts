import '../support/n8nHome';
import { exactly, plain, type Figure } from './figures';
import { corpusOf, keep, type Part } from './fuzz/found';
import { CALENDARS } from './fuzz/fuzzCalendars';
import { FORM_POSTS } from './fuzz/fuzzForms';
import { GATE } from './fuzz/fuzzGate';
import { ROWS } from './fuzz/fuzzRows';
import { seedRandom } from './seededRandom';
import type { Settings } from './settings';

const PARTS: readonly Part[] = [GATE, CALENDARS, FORM_POSTS, ROWS];

/** `npm run test:scale -- fuzz [--inputs=100000] [--seed=N]` */
export async function measureFuzz(settings: Settings): Promise<Figure[]> {
	const seed = settings.number('seed', Date.now() % 1_000_000);
	const inputs = settings.number('inputs', 100_000);
	const figures: Figure[] = [plain('seed', seed, 'comes again with --seed')];
	for (const part of PARTS) {
		const { name, share } = part;
		const { given, found } = await fuzz(part, { seed, count: Math.ceil(inputs * share) });
		figures.push(
			plain(`${name}Inputs`, given, 'random and mutated inputs, those found earlier first'),
			exactly(`${name}Found`, found, 0, 'of them did what no input may do'),
		);
	}
	return figures;
}

/** Gives a part what was found earlier, then new inputs; whatever it should not do is kept. */
async function fuzz(
	{ name, inputs, draw, judge }: Part,
	{ seed, count }: { seed: number; count: number },
): Promise<{ given: number; found: number }> {
	const random = seedRandom(seed);
	let found = 0;
	const look = async (input: unknown) => {
		const wrong = await judge(input);
		found += wrong.length;
		for (const why of wrong.slice(0, 1)) {
			console.log(`${name}: ${why} (${keep({ part: name, why, input })})`);
		}
	};
	for (const input of corpusOf(name)) await look(input);
	let given = 0;
	for (; given < count; given += inputs) await look(draw(random));
	return { given, found };
}
