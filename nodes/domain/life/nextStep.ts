import type { Instant } from '../base/instant';
import { CLAIM_HOLDS_MS } from './claims';
import type { Position } from './position';
import type { Standing } from './standing';
import type { Step } from './steps';

const HOUR_MS = 3_600_000;

/** So long after it should have ended by itself a question is taken to be lost with its execution. */
export const LOST_AFTER_MS = HOUR_MS;
/** So long the receiving team is left alone after it did not answer. */
export const ASK_AGAIN_AFTER_MS = 24 * HOUR_MS;

/** What a gate sees of a record. */
export interface Look {
	/** Whether the gate lets it pass. */
	ready: boolean;
	/** What was judged and would be shown, as a digest. */
	fingerprint: string;
	/** Whether it is still there to be handed over: not lost, not reopened, not deleted. */
	toHandOver: boolean;
	/** Whether n8n retries an execution that died: what it was about to tell may not have been told. */
	again?: boolean;
	/** As whom this execution asks the receiving team; the same when n8n retries it. */
	askedBy?: string;
	/** Whether the record was read after it was accepted, by the execution in which it was accepted. */
	sinceAccepted?: boolean;
}

/** Why there is nothing to do now. */
export type Quiet =
	| 'notToHandOver'
	| 'withSender'
	| 'beingAsked'
	| 'withReceiver'
	| 'unanswered'
	| 'beingSetUp'
	| 'done';

export type NextStep =
	/** To ask the receiving team, or to have the sender fix it; what was asked about before is void. */
	| { do: 'ask' | 'fix'; attempt: number; replaces?: number }
	| { do: 'setUp'; attempt: number }
	| { do: 'withdraw'; attempt: number }
	| { do: 'nothing'; why: Quiet; lookAgainAt?: Instant };

/**
 * What is to be done next about a record, by where its handoff stands and how the record looks now.
 * Whoever does it claims it first, reads the ledger, and asks here once more.
 *
 * @param position by its small row, or by the ledger, which knows as well who has asked
 */
export function nextStep(position: Known, look: Look, now: Instant): NextStep {
	const { step } = position;
	if (step === 'done') return quiet('done');
	if (!look.toHandOver) return isOpen(step) ? moveOn(position, 'withdraw') : quiet('notToHandOver');
	if (step === 'new' || step === 'withdrawn' || hasChanged(position, look)) {
		return judgeAnew(position, look);
	}
	return WHILE_UNCHANGED[step](position, look, now);
}

type Known = Position & Partial<Pick<Standing, 'askedBy'>>;

/**
 * What a gate claims before it does what comes next: everything that leads on from one attempt is one
 * claim, so that an edit, a withdrawal and a set-up never happen side by side. To ask again about the
 * same attempt has a claim of its own, or what is accepted soon after could not be set up before that
 * claim is over; it may happen beside the others, since whoever asks looks into the ledger first.
 */
export function nextStepKey({ handoffId, attempt, step }: Position, next: NextStep): string {
	if (next.do === 'ask' && next.attempt === attempt) return `${handoffId}:again:${attempt}`;
	const after = `${handoffId}:after:${attempt}`;
	return step === 'withdrawn' ? `${after}:${step}` : after;
}

/** Whether somebody was asked to do something, or is about to be, and nothing has come of it yet. */
const isOpen = (step: Step): boolean =>
	['incomplete', 'returned', 'ready', 'asked', 'accepted', 'unanswered'].includes(step);

const hasChanged = ({ step, fingerprint }: Position, look: Look): boolean =>
	fingerprint !== look.fingerprint || look.ready !== (step !== 'incomplete');

function judgeAnew({ step, attempt }: Position, { ready }: Look): NextStep {
	const anew = { do: ready ? 'ask' : 'fix', attempt: attempt + 1 } as const;
	return step === 'asked' || step === 'accepted' ? { ...anew, replaces: attempt } : anew;
}

type Unchanged = (position: Known, look: Look, now: Instant) => NextStep;

/** What is to be done about a record that looks as it did. */
const WHILE_UNCHANGED: Record<Exclude<Step, 'new' | 'withdrawn' | 'done'>, Unchanged> = {
	incomplete: (position, { again }) =>
		again === true ? moveOn(position, 'fix') : quiet('withSender'),
	returned: () => quiet('withSender'),
	ready: (position, { again }, now) =>
		again === true
			? moveOn(position, 'ask')
			: (after(position.since, CLAIM_HOLDS_MS, { now, why: 'beingAsked' }) ??
				moveOn(position, 'ask')),
	asked: (position, look, now) =>
		(isDead(position, look) ? undefined : stillOut(position, now)) ?? moveOn(position, 'ask'),
	accepted: setUpOnce,
	unanswered: (position, look, now) =>
		after(position.since, ASK_AGAIN_AFTER_MS, { now, why: 'unanswered' }) ??
		judgeAnew(position, look),
};

/**
 * Nothing is made from a record that was read before it was accepted, as a search does that is still
 * under way, or before the execution died that n8n retries: the next search reads it anew.
 */
function setUpOnce(position: Position, { again, sinceAccepted }: Look, now: Instant): NextStep {
	if (again === true) return quiet('beingSetUp');
	if (sinceAccepted === true) return moveOn(position, 'setUp');
	const early = after(position.since, CLAIM_HOLDS_MS, { now, why: 'beingSetUp' });
	return early ?? moveOn(position, 'setUp');
}

/** Whether the execution has asked that died and is retried: its links decide nothing any more. */
const isDead = ({ askedBy }: Known, look: Look): boolean =>
	look.again === true && look.askedBy !== undefined && askedBy === look.askedBy;

const stillOut = ({ closesAt, since }: Position, now: Instant): NextStep | undefined =>
	after(closesAt || since, LOST_AFTER_MS, { now, why: 'withReceiver' });

/** Whether the question that is out should have ended by itself long ago. */
export const isLost = (position: Position, now: Instant): boolean =>
	position.step === 'asked' && stillOut(position, now) === undefined;

const quiet = (why: Quiet): NextStep => ({ do: 'nothing', why });

const moveOn = ({ attempt }: Position, what: 'ask' | 'fix' | 'setUp' | 'withdraw'): NextStep => ({
	do: what,
	attempt,
});

/** Nothing until so long after a moment; undefined when it has passed, or cannot be read. */
function after(
	moment: string,
	wait: number,
	{ now, why }: { now: Instant; why: Quiet },
): NextStep | undefined {
	const at = Date.parse(moment) + wait;
	return now < at ? { do: 'nothing', why, lookAgainAt: at } : undefined;
}
