import type { Answer, Asked, Execution, World } from './world';

/** A promise that was broken, in words. */
export class Broken extends Error {}

/** What really happened, kept apart from what the ledger says, so that promises can be held to it. */
export interface Watch {
	/** The newest attempt of which a row was written, and the attempts that were withdrawn. */
	newest: number;
	withdrawn: Set<number>;
	/** The question that was put last, by its row. */
	lastAsked: string;
	/** The attempts about which somebody has decided. */
	decided: Set<number>;
	/** What was shown with each question. */
	shown: Map<string, string>;
	/** What was accepted, and when that was written first. */
	acceptances: Map<string, { attempt: number; fingerprint: string; tick: number }>;
	/** Every question that was sent, with its links. */
	links: Asked[];
	answers: Map<string, { accepted: Set<string>; returned: boolean }>;
	/** What left a question: the first outcome. */
	outcomes: Map<string, string>;
	judged: Map<number, string>;
	ended: Map<number, string>;
	/** How often somebody was told something. */
	told: Map<string, number>;
	seeRow: (row: { type: string; attempt: number; question: string; tick: number }) => void;
}

export const nameOf = ({
	attempt,
	round,
	askedBy,
}: Pick<Asked, 'attempt' | 'round' | 'askedBy'>): string => `${attempt}:${round}:${askedBy}`;

/** @param needed how many people must accept */
export function startWatch(needed: number): Watch {
	const watch: Watch = {
		newest: 0,
		withdrawn: new Set(),
		lastAsked: '',
		decided: new Set(),
		shown: new Map(),
		acceptances: new Map(),
		links: [],
		answers: new Map(),
		outcomes: new Map(),
		judged: new Map(),
		ended: new Map(),
		told: new Map(),
		seeRow: ({ type, attempt, question, tick }) => {
			watch.newest = Math.max(watch.newest, attempt);
			if (type === 'handoff.withdrawn') watch.withdrawn.add(attempt);
			if (type === 'handoff.withdrawn' || type === 'handoff.unanswered') {
				watch.ended.set(attempt, type);
			}
			if (type === 'handoff.requested') watch.lastAsked = question;
			if (type === 'handoff.accepted' || type === 'handoff.returned') {
				watch.decided.add(attempt);
				watchDecision(watch, { question, type, needed });
			}
			if (type === 'handoff.accepted' && !watch.acceptances.has(question)) {
				const fingerprint = watch.shown.get(question) ?? '';
				watch.acceptances.set(question, { attempt, fingerprint, tick });
			}
		},
	};
	return watch;
}

/** Nobody is told the same thing twice, unless something went wrong. */
export function tell({ watch, faulty }: World, what: string): void {
	const times = (watch.told.get(what) ?? 0) + 1;
	watch.told.set(what, times);
	if (times > 1 && !faulty) throw new Broken(`${what}: told twice, and nothing went wrong`);
}

/** A gate does not judge the same thing twice in a row, unless nobody answered or it was withdrawn. */
export function watchJudgement(
	{ watch, faulty }: World,
	{ attempt, look }: { attempt: number; look: string },
): void {
	const before = watch.judged.get(attempt - 1);
	const known = watch.judged.get(attempt);
	if (!faulty && known === undefined && before === look && !watch.ended.has(attempt - 1)) {
		throw new Broken(`attempt ${attempt} is about what attempt ${attempt - 1} was about`);
	}
	watch.judged.set(attempt, look);
}

/** Whether somebody could still answer this question, and it would count. */
const isOut = (execution: Execution, { watch, now }: World): boolean =>
	(execution.state === 'waiting' || execution.state === 'running') &&
	execution.asked !== undefined &&
	execution.asked.attempt === watch.newest &&
	!watch.outcomes.has(nameOf(execution.asked)) &&
	now <= execution.asked.closesAt + 3_600_000;

/** Two questions about the same are never out at once. */
export function watchQuestion(world: World, asked: Asked): void {
	world.watch.shown.set(nameOf(asked), asked.fingerprint);
	tell(world, `question ${asked.attempt}, round ${asked.round}`);
	if (world.slow) return;
	for (const other of world.executions) {
		if (other === asked.execution || !isOut(other, world)) continue;
		if (other.asked?.attempt === asked.attempt) {
			throw new Broken(`attempt ${asked.attempt} is asked about twice at once`);
		}
	}
}

/** An answer to what was replaced, withdrawn, asked anew or decided before is none. */
export function watchAnswer(
	{ answers, newest, withdrawn, lastAsked, decided }: Watch,
	asked: Asked,
	{ voter, kind }: Answer,
): void {
	const { attempt } = asked;
	if (attempt !== newest || withdrawn.has(attempt) || decided.has(attempt)) return;
	if (lastAsked !== nameOf(asked)) return;
	const given = answers.get(nameOf(asked)) ?? { accepted: new Set(), returned: false };
	if (kind === 'accepted') given.accepted.add(voter);
	else given.returned = true;
	answers.set(nameOf(asked), given);
}

/** What leaves a question was said by people, stands in the ledger, and is the only thing that does. */
export function watchOutcome(world: World, asked: Asked, outcome: string): void {
	const { watch, ledger } = world;
	const name = nameOf(asked);
	const before = watch.outcomes.get(name);
	if (before !== undefined && before !== outcome) {
		throw new Broken(`question ${name} was ${before}, and then ${outcome}`);
	}
	watch.outcomes.set(name, outcome);
	tell(world, `${outcome} ${name}`);
	const row = `handoff-1:${asked.attempt}:handoff.${outcome}:${asked.round}:`;
	const written = [...ledger.keys()].some((eventId) => eventId.startsWith(row));
	if (!written) throw new Broken(`${outcome} ${name} is not in the ledger`);
}

/** What is written as decided was said by people, about what was out when they said it. */
function watchDecision(
	{ answers }: Watch,
	{ question, type, needed }: { question: string; type: string; needed: number },
): void {
	const { accepted, returned } = answers.get(question) ?? NO_ANSWERS;
	if (type === 'handoff.accepted' && accepted.size < needed) {
		throw new Broken(`question ${question} counts as accepted by ${accepted.size} of ${needed}`);
	}
	if (type === 'handoff.returned' && !returned) {
		throw new Broken(`question ${question} was returned by nobody`);
	}
}

const NO_ANSWERS = { accepted: new Set<string>(), returned: false };
