import type { AskedQuestion } from '../../../nodes/domain/handoff/askedQuestion';
import { BY_NIGHT, timesOf } from '../../support/draws';
import { FAULTS } from './model/faults';
import { play } from './model/play';
import { ROOM, type Room } from './model/room';

/** A night plays a million others: `npm run test:scale -- life`. */
const INTERLEAVINGS = BY_NIGHT ? 20_000 : timesOf(20_000);
/** A planted fault shows in far fewer. */
const MOST_TRIES = 10_000;

/** What the interleavings must come to, or they would prove little. */
const EVERYTHING = [
	...['ask from new', 'ask from incomplete', 'ask from ready', 'ask from asked'],
	...['ask from accepted', 'ask from returned', 'ask from unanswered', 'ask from withdrawn'],
	...['fix from new', 'fix from incomplete', 'fix from asked', 'fix from accepted'],
	...['withdraw from incomplete', 'withdraw from ready', 'withdraw from asked'],
	...['withdraw from accepted', 'withdraw from returned', 'withdraw from unanswered'],
	...['setUp from accepted', 'nothing from done', 'nothing from accepted', 'counts'],
	...['void, replaced', 'void, withdrawn', 'void, superseded', 'void, alreadyDecided'],
	...['may ask: yes', 'may ask: held', 'may ask: replaced', 'may ask: withdrawn'],
	...['may ask: alreadyAsked', 'may ask: alreadyDecided'],
	...['0 questions', '1 questions', '2 questions', '3 questions'],
	...['question open', 'question answered', 'question unanswered'],
];

/** The first interleaving in which a promise is broken, and which one. */
function findBroken(most: number, room?: Room): { seed: number; broken: string } | undefined {
	for (let seed = 1; seed <= most; seed += 1) {
		const broken = play(seed, room);
		if (broken !== undefined) return { seed, broken };
	}
	return undefined;
}

/** The room, with a note of every step that it gave, and of every answer. */
function notedRoom(): { room: Room; noted: Set<string> } {
	const noted = new Set<string>();
	const note = <Result>(words: string, result: Result): Result => {
		noted.add(words);
		return result;
	};
	const room: Room = {
		...ROOM,
		nextStep: (position, look, now) => {
			const next = ROOM.nextStep(position, look, now);
			return note(`${next.do} from ${position.step}`, next);
		},
		checkDecision: (standing, question) => {
			const check = ROOM.checkDecision(standing, question);
			return note(check === 'counts' ? check : `void, ${check.void}`, check);
		},
		mayAsk: (standing, claims, asking) => {
			const may = ROOM.mayAsk(standing, claims, asking);
			return note(`may ask: ${may}`, may);
		},
		questionsIn: (rows, request) => {
			const questions = ROOM.questionsIn(rows, request);
			for (const one of questions) note(`question ${howItStands(one)}`, one);
			return note(`${questions.length} questions`, questions);
		},
	};
	return { room, noted };
}

function howItStands({ answer, unansweredAt }: AskedQuestion): string {
	if (answer !== undefined) return 'answered';
	return unansweredAt === undefined ? 'open' : 'unanswered';
}

describe('the life of a handoff', () => {
	const { room, noted } = notedRoom();
	let broken: ReturnType<typeof findBroken>;
	beforeAll(() => {
		broken = findBroken(INTERLEAVINGS, room);
	}, 120_000);

	it(`keeps every promise in ${INTERLEAVINGS} interleavings`, () => {
		expect(broken).toBeUndefined();
	});

	it('comes in them to everything that can be done, and to every answer', () => {
		expect(EVERYTHING.filter((words) => !noted.has(words))).toEqual([]);
	});

	it.each(Object.keys(FAULTS))('would break a promise if %s', (name) => {
		expect(findBroken(MOST_TRIES, { ...ROOM, ...FAULTS[name] })).toBeDefined();
	});
});
