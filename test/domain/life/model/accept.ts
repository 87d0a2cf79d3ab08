import { giveUp, talk } from './talk';
import { leave, leaveAgain, leaveBy } from './leave';
import { tell, watchQuestion } from './promises';
import { claim, readLedger, writeRows } from './store';
import { nameOf } from './watch';
import {
	HOUR,
	start,
	type Answer,
	type Asked,
	type Envelope,
	type Execution,
	type Read,
	type Steps,
	type World,
} from './world';

const REMINDED_AFTER = 4 * HOUR;
const CLOSES_AFTER = 24 * HOUR;

export const startQuestion = (world: World, envelope: Envelope): void =>
	start(world, (execution) => {
		execution.retryDead = () => ask(world, execution, { ...envelope, again: true });
		return () => ask(world, execution, { ...envelope, again: false });
	});

type Asking = Envelope & { again: boolean };

/** Puts the question before the receiving team, if nobody else does. */
function* ask(world: World, execution: Execution, asking: Asking): Steps {
	const { room } = world;
	const { attempt, fingerprint, holder, again } = asking;
	const retry = () => ask(world, execution, { ...asking, again: true });
	execution.retryDead = retry;
	execution.retryFailed = retry;
	const claims = yield* claim(world, room.questionKey('handoff-1', attempt), holder);
	const read = yield* readLedger(world);
	const { standing } = read;
	const may = room.mayAsk(standing, claims, { attempt, holder, again, now: world.now });
	const isOwn = again && standing.attempt === attempt && standing.askedBy === holder;
	const closesAt = world.now + CLOSES_AFTER;
	const known = {
		attempt,
		fingerprint,
		askedBy: holder,
		closesAt,
		execution,
		life: execution.life,
	};
	if (may === 'alreadyDecided' && isOwn) {
		return yield* leaveAgain(world, { ...known, round: standing.round }, standing.step);
	}
	if (may !== 'yes') return;
	const asked = { ...known, round: standing.attempt === attempt ? standing.round + 1 : 1 };
	const { round } = asked;
	const data = { fingerprint, askedBy: holder, closesAt: new Date(closesAt).toISOString() };
	const row = { type: 'handoff.requested', attempt, round, data };
	const kept = yield* writeRows(world, read, [row]);
	yield;
	// Somebody else may have asked, or the record have changed, in this very moment.
	if (room.checkDecision(kept.standing, asked) !== 'counts') return;
	watchQuestion(world, asked);
	execution.asked = asked;
	world.watch.links.push(asked);
	yield;
	yield* wait(world, asked, world.now + REMINDED_AFTER);
}

/** Until somebody answers, or until the next milestone. While a question is open, nobody is reminded. A retry has links of its own, and asks anew. */
export function* wait(world: World, asked: Asked, wakesAt: number): Steps {
	const { execution, attempt, fingerprint, askedBy } = asked;
	if (execution.life !== asked.life) {
		return yield* ask(world, execution, { attempt, fingerprint, holder: askedBy, again: true });
	}
	execution.state = 'waiting';
	execution.wakesAt = asked.openUntil ?? Math.min(wakesAt, asked.closesAt);
	execution.onTimer = () => {
		if (asked.openUntil !== undefined) return giveUp(world, asked);
		return wakesAt < asked.closesAt ? remind(world, asked) : close(world, asked);
	};
	execution.onAnswer = (answer) =>
		answer.kind === 'asked' || answer.kind === 'answered'
			? talk(world, asked, answer)
			: decide(world, asked, answer);
}

function* remind(world: World, asked: Asked): Steps {
	asked.execution.retryFailed = () => remind(world, asked);
	const read = yield* readLedger(world);
	if (world.room.checkDecision(read.standing, asked) !== 'counts')
		return yield* leave(world, asked, read);
	const { attempt, round, askedBy } = asked;
	yield* writeRows(world, read, [{ type: 'handoff.reminded', attempt, round, data: { askedBy } }]);
	yield;
	tell(world, `reminder ${nameOf(asked)}`);
	yield* wait(world, asked, asked.closesAt);
}

function* close(world: World, asked: Asked): Steps {
	asked.execution.retryFailed = () => close(world, asked);
	yield* settle(world, asked, { outcome: 'unanswered' });
}

/** Somebody answered: it is in the ledger before anything is done because of it. */
function* decide(world: World, asked: Asked, { kind, voter }: Answer): Steps {
	asked.execution.retryFailed = () => decide(world, asked, { kind, voter });
	const read = yield* readLedger(world);
	const { attempt, round, askedBy, execution } = asked;
	const counts = world.room.checkDecision(read.standing, asked) === 'counts';
	if (counts && kind === 'accepted' && world.room.countVotes(read.standing, voter) < world.needed) {
		const vote = { type: 'handoff.voted', attempt, round, actor: voter, data: { askedBy } };
		yield* writeRows(world, read, [vote]);
		return yield* wait(world, asked, Math.max(execution.wakesAt ?? 0, world.now));
	}
	yield* settle(world, asked, { outcome: kind, read });
}

/** Writes what came of a question, if it still counts, and lets it leave. */
function* settle(
	world: World,
	asked: Asked,
	{ outcome, read = undefined }: { outcome: string; read?: Read },
): Steps {
	const known = read ?? (yield* readLedger(world));
	if (world.room.checkDecision(known.standing, asked) !== 'counts')
		return yield* leave(world, asked, known);
	const { attempt, round, askedBy } = asked;
	const row = { type: `handoff.${outcome}`, attempt, round, data: { askedBy } };
	const { standing } = yield* writeRows(world, known, [row]);
	yield;
	// The record may have changed in this very moment: then the row says what somebody chose, no more.
	const isOwn = standing.attempt === attempt && standing.round === round;
	if (isOwn && standing.step === outcome) yield* leaveBy(world, asked, outcome);
	else tell(world, `void ${nameOf(asked)}`);
}
