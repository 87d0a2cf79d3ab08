import { openData } from '../ledger/openData';
import { getOrStart } from './getOrStart';
import type { HandoffHistory } from './handoffHistory';
import { inAlphabet } from './inAlphabet';
import { rateOf, spreadOf, type Rate, type Spread } from './rate';

/** What receiving teams asked about one field of a policy before they decided. */
export interface QuestionLine {
	policyId: string;
	/** Empty for questions about no field in particular. */
	field: string;
	/** Questions that were asked. */
	questions: number;
	/** Ended submissions in which it was asked about / submissions that have ended. */
	asked: Rate;
	/** Answered / answered or left unanswered; a decision that came first makes it neither. */
	answered: Rate;
	/** Business minutes of the sending team from a question to its answer. */
	answerMinutes: Spread;
}

interface FieldQuestions {
	questions: number;
	asked: number;
	answered: number;
	unanswered: number;
	minutes: number[];
}

interface PolicyQuestions {
	ended: number;
	fields: Map<string, FieldQuestions>;
}

/** Counts the questions of receiving teams, by policy and field. */
export function startQuestionLines() {
	const policies = new Map<string, PolicyQuestions>();
	return {
		add(history: HandoffHistory): void {
			const policy = getOrStart(policies, history.last.policyId, startPolicyQuestions);
			const ended = endedAttempts(history);
			policy.ended += ended.size;
			countQuestions(policy, history, ended);
		},
		read: (): QuestionLine[] =>
			[...policies]
				.flatMap(([policyId, { ended, fields }]) =>
					[...fields].map(([field, counted]) => lineOf({ policyId, field }, counted, ended)),
				)
				.sort(
					(one, other) =>
						other.questions - one.questions ||
						inAlphabet(one.policyId, other.policyId) ||
						inAlphabet(one.field, other.field),
				),
	};
}

const startPolicyQuestions = (): PolicyQuestions => ({ ended: 0, fields: new Map() });

const startFieldQuestions = (): FieldQuestions => ({
	...{ questions: 0, asked: 0, answered: 0, unanswered: 0 },
	minutes: [],
});

const endedAttempts = ({ submissions }: HandoffHistory): Set<number> =>
	new Set(
		[...submissions.values()].flatMap(({ attempt, outcome }) =>
			outcome === 'open' ? [] : [attempt],
		),
	);

/** Each question once, however often its row is there. */
function countQuestions(
	{ fields }: PolicyQuestions,
	{ events }: HandoffHistory,
	ended: ReadonlySet<number>,
): void {
	const open = new Map<string, { counted: FieldQuestions; senderMinutes: number }>();
	const seen = new Set<string>();
	for (const event of events) {
		if (event.type === 'question.asked') {
			const { questionId = '', field = '' } = openData(event);
			if (open.has(questionId)) continue;
			const counted = getOrStart(fields, field, startFieldQuestions);
			counted.questions += 1;
			open.set(questionId, { counted, senderMinutes: event.senderMinutes });
			const place = JSON.stringify([event.attempt, field]);
			if (ended.has(event.attempt) && !seen.has(place)) counted.asked += 1;
			seen.add(place);
		} else if (event.type === 'question.answered' || event.type === 'question.unanswered') {
			const asked = open.get(openData(event).questionId ?? '');
			if (asked === undefined) continue;
			if (event.type === 'question.unanswered') asked.counted.unanswered += 1;
			else {
				asked.counted.answered += 1;
				asked.counted.minutes.push(Math.max(0, event.senderMinutes - asked.senderMinutes));
			}
		}
	}
}

const lineOf = (
	place: Pick<QuestionLine, 'policyId' | 'field'>,
	{ questions, asked, answered, unanswered, minutes }: FieldQuestions,
	ended: number,
): QuestionLine => ({
	...place,
	questions,
	asked: rateOf(asked, ended),
	answered: rateOf(answered, answered + unanswered),
	answerMinutes: spreadOf(minutes),
});
