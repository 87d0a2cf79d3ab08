import type { Position } from '../../../../nodes/domain/life/position';
import type { Look, NextStep } from '../../../../nodes/domain/life/nextStep';
import { ROOM, type Room } from './room';

type Wrapped = Partial<Room>;

/** The next step, made worse where it stands so. */
const worse = (
	step: Position['step'],
	make: (next: NextStep, position: Position, look: Look) => NextStep | undefined,
): Wrapped => ({
	nextStep: (position, look, now) => {
		const next = ROOM.nextStep(position, look, now);
		return position.step === step ? (make(next, position, look) ?? next) : next;
	},
});
const nothing: NextStep = { do: 'nothing', why: 'done' };

/** The standing, made worse. */
const mistaken = (
	make: (standing: ReturnType<Room['standingOf']>) => Partial<ReturnType<Room['standingOf']>>,
): Wrapped => ({
	standingOf: (rows, handoffId) => {
		const standing = ROOM.standingOf(rows, handoffId);
		return { ...standing, ...make(standing) };
	},
});

const isNoQuestion = (row: unknown): boolean => !JSON.stringify(row).includes('"question.');

/** What could be wrong in the room, one at a time. */
export const FAULTS: Record<string, Wrapped> = {
	'everybody holds every claim': { holds: () => true },
	'a claim holds for no time at all': {
		claimFor: (key, who) => ({ ...ROOM.claimFor(key, who), until: new Date(0).toISOString() }),
	},
	'the last to claim holds it': { holds: (rows, holder) => rows.at(-1)?.holder === holder },
	'a claim is never taken over': { holds: (rows, holder) => rows[0]?.holder === holder },
	'asking, fixing, setting up and withdrawing have a claim of their own each': {
		nextStepKey: ({ handoffId }, next) =>
			`${handoffId}:${next.do} ${'attempt' in next ? next.attempt : ''}`,
	},
	'every decision counts': { checkDecision: () => 'counts' },
	'a decision about a replaced question counts': {
		checkDecision: (standing, question) => {
			const check = ROOM.checkDecision(standing, question);
			return check !== 'counts' && check.void === 'replaced' ? 'counts' : check;
		},
	},
	'a decision about a withdrawn question counts': {
		checkDecision: (standing, question) => {
			const check = ROOM.checkDecision(standing, question);
			return check !== 'counts' && check.void === 'withdrawn' ? 'counts' : check;
		},
	},
	'a decision about a question that was asked anew counts': {
		checkDecision: (standing, question) => {
			const check = ROOM.checkDecision(standing, question);
			return check !== 'counts' && check.void === 'superseded' ? 'counts' : check;
		},
	},
	'no decision counts': {
		checkDecision: ({ step }) => ({ void: 'superseded', now: step }),
	},
	'a second decision counts': {
		checkDecision: (standing, question) => {
			const check = ROOM.checkDecision(standing, question);
			return check !== 'counts' && check.void === 'alreadyDecided' ? 'counts' : check;
		},
	},
	'who votes twice counts twice': { countVotes: ({ votes }) => votes.length + 2 },
	'silence accepts': mistaken(({ step }) => (step === 'unanswered' ? { step: 'accepted' } : {})),
	'a question is an acceptance': mistaken(({ step, votes }) =>
		step === 'asked' && votes.length > 0 ? { step: 'accepted' } : {},
	),
	'a question to the sender is a return': mistaken(({ step, last }) =>
		step === 'asked' && last?.type === 'question.asked' ? { step: 'returned' } : {},
	),
	'a question without an answer is an acceptance': mistaken(({ step, last }) =>
		step === 'asked' && last?.type === 'question.unanswered' ? { step: 'accepted' } : {},
	),
	'a request ends when it would have ended without the question': {
		standingOf: (rows, handoffId) => ROOM.standingOf(rows.filter(isNoQuestion), handoffId),
	},
	'questions are forgotten': { questionsIn: () => [] },
	'what is set up is forgotten': mistaken(({ step }) =>
		step === 'done' ? { step: 'accepted' } : {},
	),
	'a withdrawal is forgotten': mistaken(({ step }) =>
		step === 'withdrawn' ? { step: 'asked' } : {},
	),
	'an edit goes unseen while it is asked about': worse('asked', (next) =>
		next.do === 'ask' && next.replaces !== undefined ? nothing : undefined,
	),
	'an edit goes unseen after it is accepted': worse('accepted', (next, { attempt }) =>
		next.do === 'ask' ? { do: 'setUp', attempt } : undefined,
	),
	'an acceptance counts for what is not ready any more': worse('accepted', (next, { attempt }) =>
		next.do === 'fix' ? { do: 'setUp', attempt } : undefined,
	),
	'what is not ready is asked about': worse('new', (next) =>
		next.do === 'fix' ? { ...next, do: 'ask' } : undefined,
	),
	'what was lost is set up': worse('accepted', (next, { attempt }) =>
		next.do === 'withdraw' ? { do: 'setUp', attempt } : undefined,
	),
	'what was lost is not withdrawn': worse('asked', (next) =>
		next.do === 'withdraw' ? nothing : undefined,
	),
	'what comes back is left alone': worse('withdrawn', () => nothing),
	'a search sets up what it read before': worse('accepted', (next, { attempt }) =>
		next.do === 'nothing' ? { do: 'setUp', attempt } : undefined,
	),
	'a retry sets up what it read before it died': worse('accepted', (next, { attempt }, look) =>
		next.do === 'nothing' && look.again === true ? { do: 'setUp', attempt } : undefined,
	),
	'an acceptance whose execution died is left alone': worse('accepted', (next, _, look) =>
		next.do === 'setUp' && look.sinceAccepted !== true ? nothing : undefined,
	),
	'a lost question is never asked again': worse('asked', (next, { attempt }) =>
		next.do === 'ask' && next.attempt === attempt ? nothing : undefined,
	),
	'a ready record whose execution died is never asked about': worse('ready', (next, { attempt }) =>
		next.do === 'ask' && next.attempt === attempt ? nothing : undefined,
	),
	'the sender is told at every search': worse('incomplete', (next, { attempt }) =>
		next.do === 'nothing' ? { do: 'fix', attempt: attempt + 1 } : undefined,
	),
	'a return is asked about again at once': worse('returned', (next, { attempt }) =>
		next.do === 'nothing' && next.why === 'withSender'
			? { do: 'ask', attempt: attempt + 1 }
			: undefined,
	),
	'an edit keeps its attempt': worse('asked', (next, { attempt }) =>
		next.do === 'ask' ? { do: 'ask', attempt } : undefined,
	),
	'a question may always be put': { mayAsk: () => 'yes' },
	'a question that is out may be put again': {
		mayAsk: (standing, claims, asking) => {
			const may = ROOM.mayAsk(standing, claims, asking);
			return may === 'alreadyAsked' ? 'yes' : may;
		},
	},
};
