import { MOST_QUESTIONS, openQuestionsIn } from '../../../../nodes/domain/handoff/askedQuestion';
import { wait } from './accept';
import { leave } from './leave';
import { tell } from './promises';
import { readLedger, writeRows } from './store';
import { nameOf } from './watch';
import { HANDOFF, HOUR, type Answer, type Asked, type Read, type Steps, type World } from './world';

const ANSWERED_WITHIN = 4 * HOUR;

/** A receiver asks the sender before deciding, or the sender answers. Neither decides anything. */
export function* talk(world: World, asked: Asked, answer: Answer): Steps {
	asked.execution.retryFailed = () => talk(world, asked, answer);
	const read = yield* readLedger(world);
	if (world.room.checkDecision(read.standing, asked) !== 'counts')
		return yield* leave(world, asked, read);
	if (answer.kind === 'asked') yield* ask(world, asked, { read, asker: answer.voter });
	else yield* end(world, asked, { read, how: 'answered' });
	yield* waitOn(world, asked);
}

/** Nobody has answered in time: the receiving team hears it, and its time goes on. */
export function* giveUp(world: World, asked: Asked): Steps {
	asked.execution.retryFailed = () => giveUp(world, asked);
	const read = yield* readLedger(world);
	if (world.room.checkDecision(read.standing, asked) !== 'counts')
		return yield* leave(world, asked, read);
	yield* end(world, asked, { read, how: 'unanswered' });
	tell(world, `no answer ${nameOf(asked)}, ${asked.closesAt}`);
	yield* waitOn(world, asked);
}

const waitOn = (world: World, asked: Asked): Steps =>
	wait(world, asked, Math.max(asked.execution.wakesAt ?? 0, world.now));

const known = ({ room }: World, { rows }: Read, { attempt, round, askedBy }: Asked) =>
	room.questionsIn(rows, { handoffId: HANDOFF, attempt, round, askedBy });

/** The end of the request moves on by as long as the answer may take. */
function* ask(world: World, asked: Asked, { read, asker }: { read: Read; asker: string }): Steps {
	const before = known(world, read, asked);
	if (before.length >= MOST_QUESTIONS || openQuestionsIn(before).length > 0) return;
	const { attempt, round, askedBy } = asked;
	const until = world.now + ANSWERED_WITHIN;
	const closesAt = new Date(asked.closesAt + ANSWERED_WITHIN).toISOString();
	const answerBy = new Date(until).toISOString();
	const questionId = String(world.now);
	const said = { by: asker, text: 'Who signs?', to: { name: 'Sam', email: 'sam' } };
	const data = { ...said, askedBy, questionId, closesAt, answerBy, remindAt: answerBy };
	const actor = `${asker} ${questionId}`;
	yield* writeRows(world, read, [{ type: 'question.asked', attempt, round, actor, data }]);
	asked.closesAt += ANSWERED_WITHIN;
	asked.openUntil = until;
}

interface Ending {
	read: Read;
	how: 'answered' | 'unanswered';
}

function* end(world: World, asked: Asked, { read, how }: Ending): Steps {
	const { attempt, round, askedBy } = asked;
	for (const { id: questionId } of openQuestionsIn(known(world, read, asked))) {
		const data = { askedBy, questionId, by: 'Sam', text: 'Ada.' };
		const actor = `sam ${questionId}`;
		yield* writeRows(world, read, [{ type: `question.${how}`, attempt, round, actor, data }]);
	}
	delete asked.openUntil;
}
