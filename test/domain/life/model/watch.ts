import { MOST_QUESTIONS } from '../../../../nodes/domain/handoff/askedQuestion';
import type { Answer, Asked } from './world';

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
	/** How many questions were put to the sender in each request. */
	questions: Map<string, number>;
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
		questions: new Map(),
		told: new Map(),
		seeRow: ({ type, attempt, question, tick }) => {
			watch.newest = Math.max(watch.newest, attempt);
			if (type === 'handoff.withdrawn') watch.withdrawn.add(attempt);
			if (type === 'handoff.withdrawn' || type === 'handoff.unanswered') {
				watch.ended.set(attempt, type);
			}
			if (type === 'question.asked') watchQuestions(watch, question);
			if (type === 'handoff.requested' && attempt === watch.newest) watch.lastAsked = question;
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

/** An answer to what was replaced, withdrawn, asked anew or decided before is none. */
export function watchAnswer(
	{ answers, newest, withdrawn, lastAsked, decided }: Watch,
	asked: Asked,
	{ voter, kind }: Answer,
): void {
	const { attempt } = asked;
	if (attempt !== newest || withdrawn.has(attempt) || decided.has(attempt)) return;
	if (lastAsked !== nameOf(asked) || kind === 'asked' || kind === 'answered') return;
	const given = answers.get(nameOf(asked)) ?? { accepted: new Set(), returned: false };
	if (kind === 'accepted') given.accepted.add(voter);
	else given.returned = true;
	answers.set(nameOf(asked), given);
}

/** A receiving team asks three times before it decides, and not more often. */
function watchQuestions({ questions }: Watch, question: string): void {
	const count = (questions.get(question) ?? 0) + 1;
	questions.set(question, count);
	if (count > MOST_QUESTIONS) throw new Broken(`question ${question}: asked ${count} times`);
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
